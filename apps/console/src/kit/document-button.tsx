/** An official document: looked at beside the page, and saved as a Word file. It is made anew each time that it is opened. */
import { FileWordOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ask } from '../api/client.js';
import { useRights } from '../api/hooks.js';
import { callOf, type DocumentFile, type DocumentName, type Input } from '../api/names.js';

const DocumentDrawer = lazy(() => import('./document-drawer.js'));

interface Props<Q extends DocumentName> {
  readonly query: Q;
  readonly input: Input<Q>;
  readonly name: string;
}
export interface Written {
  readonly name: string;
  readonly content: Blob;
}

/** Nothing for whoever may not read it. */
export default function DocumentButton<Q extends DocumentName>({ query, input, name }: Props<Q>) {
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
      <Button icon={<FileWordOutlined aria-hidden />} loading={isBusy} onClick={() => void open()}>
        {name}
      </Button>
      <Suspense>{written && <DocumentDrawer {...written} close={() => setWritten(undefined)} />}</Suspense>
    </>
  );
}
