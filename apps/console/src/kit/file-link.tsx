/** A file that a record names, saved on this machine when it is pressed. */
import {
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileWordOutlined,
} from '@ant-design/icons';
import { App } from 'antd';
import { useState } from 'react';
import { download } from '../api/client.js';
import type { FileName, FileRef } from '../api/names.js';
import { shownSize } from './numbers.js';
import { saveAs } from './save-as.js';

const icons: readonly (readonly [part: string, icon: typeof FileOutlined])[] = [
  ['pdf', FilePdfOutlined],
  ['image', FileImageOutlined],
  ['sheet', FileExcelOutlined],
  ['word', FileWordOutlined],
];

interface Props {
  readonly file: FileRef;
  /** Contract of its service, such as `itemFiles`. */
  readonly of: FileName;
  /** The record, as the contract's address names it. */
  readonly given: Readonly<Record<string, string>>;
}

export function FileLink({ file, of, given }: Props) {
  const [busy, setBusy] = useState(false);
  const { message } = App.useApp();
  const Icon = icons.find(([part]) => file.mediaType.includes(part))?.[1] ?? FileOutlined;
  const size = <span className="second number">{shownSize(file.bytes)}</span>;
  const save = async () => {
    setBusy(true);
    try {
      saveAs(await download(of, { ...given, sha256: file.sha256 }), file.name);
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span>
      <button
        type="button"
        className="text-button"
        disabled={busy}
        onClick={() => void save()}
        aria-label={`下载 ${file.name}`}
      >
        <Icon aria-hidden /> {file.name}
      </button>{' '}
      {size}
    </span>
  );
}
