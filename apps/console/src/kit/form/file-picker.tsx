import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useRef } from 'react';
import { evidenceTypes } from 'virtual:evidence-types';
import type { FileRef } from '../../api/names.js';
import { shownSize } from '../numbers.js';
import { useUploadTo } from './upload-to.js';
import { usePosition } from './use-position.js';
import { useSending, type OnItsWay } from './use-sending.js';

/** Also says to a telephone, which photographs in HEIC, that it has to convert. */
const ACCEPT = evidenceTypes.join(',');

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
  const field = useRef<HTMLInputElement>(null);
  const { sending, problem, send, stop } = useSending(useUploadTo());
  const position = usePosition(files);
  const take = async (chosen: readonly File[]) => {
    const taken = await send(chosen, position.isKept);
    position.note(chosen, taken);
    if (taken.length > 0) onChange(many ? [...files, ...taken] : taken[0]);
  };
  const keep = async (isKept: boolean) => {
    const { photos, replaced } = position.turned(isKept);
    const taken = await send(photos, isKept);
    const next = replaced(taken);
    onChange(many ? next : next[0]);
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
        accept={ACCEPT}
        className="unseen"
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={sending !== undefined}
        onClick={() => field.current?.click()}
      >
        {many || files.length === 0 ? '选择文件' : '换一个文件'}
      </Button>
      {sending && <UnderWay {...sending} stop={stop} />}
      <Chosen files={files} drop={drop} />
      {position.isAsked && (
        <label className="keep-position">
          <input
            type="checkbox"
            checked={position.isKept}
            disabled={sending !== undefined}
            onChange={({ target }) => void keep(target.checked)}
          />
          照片作为证据，保留拍摄位置
          <span className="second">不勾选的，照片里的位置会去掉</span>
        </label>
      )}
      {problem && <Alert type="error" title={problem} showIcon />}
    </div>
  );
}

function UnderWay({ name, size, bytes, isWaiting, stop }: OnItsWay & { stop: () => void }) {
  return (
    <p>
      <progress max={size} value={bytes} aria-label={`${name} 的上传进度`} />{' '}
      <span className="second number">
        {name}：已传 {shownSize(bytes)} / {shownSize(size)}
      </span>{' '}
      <Button type="link" size="small" onClick={stop} aria-label={`停止上传 ${name}`}>
        停止
      </Button>
      <span role="status">{isWaiting && '网络断了，连上后自动接着传。'}</span>
    </p>
  );
}

function Chosen({ files, drop }: { files: readonly FileRef[]; drop: (file: FileRef) => void }) {
  return (
    <ul className="chosen-files">
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
