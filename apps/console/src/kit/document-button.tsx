/** An official document: looked at beside the page, and saved as a Word file. It is made anew each time that it is opened. */
import { DownloadOutlined, FileWordOutlined } from '@ant-design/icons';
import { App, Button, Drawer } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ask } from '../api/client.js';
import { useRights } from '../api/hooks.js';
import { callOf, type DocumentFile, type DocumentName, type Input } from '../api/names.js';
import { Loading } from './notices.js';
import { saveAs } from './save-as.js';

const Preview = lazy(() => import('./document-preview.js'));
/** A page of A4 and what is around it. */
const WIDTH = 880;

interface Props<Q extends DocumentName> {
  readonly query: Q;
  readonly input: Input<Q>;
  readonly name: string;
}
interface Written {
  readonly name: string;
  readonly content: Blob;
}

/** Nothing for whoever may not read it. */
export function DocumentButton<Q extends DocumentName>({ query, input, name }: Props<Q>) {
  const { may } = useRights();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const [written, setWritten] = useState<Written>();
  const open = async () => {
    setBusy(true);
    try {
      const { base64, mediaType, name: file } = (await ask(query, input)) as DocumentFile;
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      setWritten({ name: file, content: new Blob([bytes], { type: mediaType }) });
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  if (!may(callOf(query).permission)) return null;
  return (
    <>
      <Button icon={<FileWordOutlined />} loading={isBusy} onClick={() => void open()}>
        {name}
      </Button>
      {written && <DocumentDrawer {...written} close={() => setWritten(undefined)} />}
    </>
  );
}

function DocumentDrawer({ name, content, close }: Written & { readonly close: () => void }) {
  const save = (
    <Button type="primary" icon={<DownloadOutlined />} onClick={() => saveAs(content, name)}>
      下载 Word
    </Button>
  );
  return (
    <Drawer open title={name.replace(/\.docx$/, '')} size={WIDTH} onClose={close} extra={save}>
      <p className="second form-says">下面是内容预览；分页和字体以下载后用 Word 或 WPS 打开的为准。</p>
      <Suspense fallback={<Loading text="正在打开…" />}>
        <Preview content={content} />
      </Suspense>
    </Drawer>
  );
}
