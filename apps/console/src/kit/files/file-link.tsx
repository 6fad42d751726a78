/** A file that a record names: looked at in the page when its name is pressed, saved on this machine by the button beside it. */
import {
  DownloadOutlined,
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileWordOutlined,
} from '@ant-design/icons';
import { App } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { download } from '../../api/client.js';
import type { FileName, FileRef } from '../../api/names.js';
import { shownSize } from '../numbers.js';
import { saveAs } from '../save-as.js';

const FileDrawer = lazy(() => import('./file-drawer.js'));

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
  /** What the record names beside it: whoever looks at one leafs through all. */
  readonly among?: readonly FileRef[];
}

/** Nothing is fetched before somebody asks for it: each look at a record's files is noted (decisions/0001). */
export function FileLink({ file, of, given, among = [file] }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { message } = App.useApp();
  const Icon = icons.find(([part]) => file.mediaType.includes(part))?.[1] ?? FileOutlined;
  const fetchFile = ({ sha256 }: FileRef) => download(of, { ...given, sha256 });
  const save = async () => {
    setBusy(true);
    try {
      const content = await fetchFile(file);
      saveAs(content, content.name);
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="file-link">
      <button type="button" className="text-button" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon aria-hidden /> {file.name}
      </button>{' '}
      <span className="second number">{shownSize(file.bytes)}</span>{' '}
      <button
        type="button"
        className="text-button file-save"
        disabled={isBusy}
        onClick={() => void save()}
        aria-label={`下载 ${file.name}`}
        title="下载"
      >
        <DownloadOutlined aria-hidden />
      </button>
      <Suspense>
        {isOpen && (
          <FileDrawer file={file} among={among} fetchFile={fetchFile} close={() => setOpen(false)} />
        )}
      </Suspense>
    </span>
  );
}
