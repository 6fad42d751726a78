/** A file beside the page that it was opened from: shown as what it is, or why it cannot be; nothing in it runs or leads anywhere. */
import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react';
import type { FileRef } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import { Failed, Loading } from '../notices.js';
import { saveAs } from '../save-as.js';
import { kindOf, refuseUnreadable, whyOf, type FileKind, type WhyUnshown } from './file-kind.js';
import { UnshownFile } from './unshown.js';
import './files.css';

const WIDTH = 960;

export interface ViewProps {
  readonly name: string;
  readonly content: Blob;
  /** To be called by a view that cannot show it. */
  readonly fail: (error: unknown) => void;
}
const views: Readonly<Record<FileKind, ComponentType<ViewProps>>> = {
  picture: lazy(() => import('./picture-view.js')),
  pdf: lazy(() => import('./pdf-view.js')),
  word: lazy(() => import('./word-view.js')),
  sheet: lazy(() => import('./sheet-view.js')),
  text: lazy(() => import('./text-view.js')),
};

interface Props {
  readonly file: FileRef;
  readonly among: readonly FileRef[];
  readonly fetchFile: (file: FileRef) => Promise<File>;
  readonly close: () => void;
}

export default function FileDrawer({ file: first, among, fetchFile, close }: Props) {
  const [file, turnTo] = useState(first);
  const fetched = useFetchedOnce(fetchFile);
  const at = among.findIndex(({ sha256 }) => sha256 === file.sha256);
  const leaf = (by: number) => {
    const next = among[at + by];
    if (next) turnTo(next);
  };
  const extra = (
    <div className="file-actions">
      {among.length > 1 && (
        <>
          <Button type="text" icon={<LeftOutlined />} aria-label="上一个文件" disabled={at === 0} onClick={() => leaf(-1)} />
          <span className="second number">
            {at + 1} / {among.length}
          </span>
          <Button type="text" icon={<RightOutlined />} aria-label="下一个文件" disabled={at === among.length - 1} onClick={() => leaf(1)} />
        </>
      )}
      <Save file={file} fetched={fetched} />
    </div>
  ); // oxfmt-ignore
  return (
    <Drawer
      open
      title={<span className="file-title">{file.name}</span>}
      size={WIDTH}
      onClose={close}
      extra={extra}
      styles={{ body: { padding: 0, display: 'flex', flexDirection: 'column' } }}
    >
      <FileBody key={file.sha256} file={file} fetched={fetched} />
    </Drawer>
  );
}

type Fetched = (file: FileRef) => Promise<File>;

/** As long as the drawer is open: each time that a file is fetched is a look at the record. */
function useFetchedOnce(fetchFile: Fetched): Fetched {
  const kept = useRef(new Map<string, Promise<File>>());
  return (file) => {
    const known = kept.current.get(file.sha256);
    if (known) return known;
    const content = fetchFile(file);
    kept.current.set(file.sha256, content);
    content.catch(() => kept.current.delete(file.sha256));
    return content;
  };
}

function Save({ file, fetched }: { file: FileRef; fetched: Fetched }) {
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await fetched(file)
      .then((content) => saveAs(content, content.name))
      // What could not be fetched is said where the file would be.
      .catch(() => undefined);
    setBusy(false);
  };
  return (
    <Button
      type="primary"
      icon={<DownloadOutlined aria-hidden />}
      loading={isBusy}
      onClick={() => void save()}
    >
      下载
    </Button>
  );
}

type Shown =
  | { readonly is: 'coming' }
  | { readonly is: 'here'; readonly content: Blob }
  | { readonly is: 'unshown'; readonly why: WhyUnshown }
  | { readonly is: 'refused'; readonly problem: Problem };

function FileBody({ file, fetched }: { file: FileRef; fetched: Fetched }) {
  const kind = kindOf(file.mediaType);
  const [shown, setShown] = useState<Shown>(
    kind ? { is: 'coming' } : { is: 'unshown', why: 'otherKind' },
  );
  const fail = (error: unknown) =>
    setShown(error instanceof Problem ? { is: 'refused', problem: error } : { is: 'unshown', why: whyOf(error) });
  const fetch = () => {
    if (!kind) return undefined;
    let isGone = false;
    setShown({ is: 'coming' });
    contentOf(file, kind, fetched).then(
      (content) => !isGone && setShown({ is: 'here', content }),
      (error: unknown) => !isGone && fail(error),
    );
    return () => void (isGone = true);
  };
  useEffect(fetch, []);
  if (shown.is === 'coming') return <Loading text="正在打开…" />;
  if (shown.is === 'refused') return <Failed problem={shown.problem} again={() => void fetch()} />;
  if (shown.is === 'unshown') return <UnshownFile why={shown.why} />;
  const View = views[kind!];
  return (
    <Suspense fallback={<Loading text="正在打开…" />}>
      <View name={file.name} content={shown.content} fail={fail} />
    </Suspense>
  );
} // oxfmt-ignore

async function contentOf(file: FileRef, kind: FileKind, fetched: Fetched): Promise<Blob> {
  const content = await fetched(file);
  if (kind === 'word' || kind === 'sheet') refuseUnreadable(new Uint8Array(await content.arrayBuffer()));
  return content;
}
