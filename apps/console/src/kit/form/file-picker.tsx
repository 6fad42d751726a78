import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../../api/client.js';
import type { FileName, FileRef } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import { useUploadTo } from './upload-to.js';
import { shownSize } from '../numbers.js';

interface Props {
  readonly id: string;
  /** Where no label stands beside it. */
  readonly 'aria-label'?: string;
  readonly many?: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Files go up as soon as they are chosen; the form keeps what the content store answered. */
export function FilePicker({ id, many = false, value, onChange, ...aria }: Props) {
  const files = (
    many ? ((value as FileRef[] | undefined) ?? []) : value ? [value as FileRef] : []
  ) satisfies FileRef[];
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const to = useUploadTo();
  const take = async (chosen: readonly File[]) => {
    setBusy(true);
    setProblem(undefined);
    const taken: FileRef[] = [];
    try {
      for (const file of chosen) taken.push(await upload(to as FileName, file));
    } catch (error) {
      setProblem(error instanceof Problem ? error.detail : '上传没有完成，请再试。');
    } finally {
      setBusy(false);
      if (taken.length > 0) onChange(many ? [...files, ...taken] : taken[0]);
    }
  };
  const drop = (file: FileRef) =>
    onChange(many && files.length > 1 ? files.filter((other) => other !== file) : undefined);
  return (
    <div>
      <input
        {...aria}
        ref={field}
        id={id}
        type="file"
        multiple={many}
        className="unseen"
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button icon={<UploadOutlined aria-hidden />} loading={busy} onClick={() => field.current?.click()}>
        {many || files.length === 0 ? '选择文件' : '换一个文件'}
      </Button>
      <Chosen files={files} drop={drop} />
      {problem && <Alert type="error" title={problem} showIcon />}
    </div>
  );
}

function Chosen({ files, drop }: { files: readonly FileRef[]; drop: (file: FileRef) => void }) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.sha256}>
          {file.name} <span className="second number">{shownSize(file.bytes)}</span>{' '}
          <Button type="link" size="small" onClick={() => drop(file)} aria-label={`移除 ${file.name}`}>
            移除
          </Button>
        </li>
      ))}
    </ul>
  );
}
