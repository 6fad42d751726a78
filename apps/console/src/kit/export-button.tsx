import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { exported } from '../api/client.js';
import type { Input, ListName } from '../api/names.js';
import type { Ledger } from './ledger.js';
import { saveAs } from './save-as.js';

/** Exactly what the filter shows, as an Excel file that the gateway writes: nothing the viewer could not page through. */
export function ExportButton<Q extends ListName>({ ledger, input }: { ledger: Ledger<Q>; input: Input<Q> }) {
  const [busy, setBusy] = useState(false);
  const { message } = App.useApp();
  const run = async () => {
    setBusy(true);
    try {
      saveAs(
        await exported(ledger.query, input as object as Readonly<Record<string, unknown>>),
        `${ledger.title}.xlsx`,
      );
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void run()}>
      {busy ? '正在导出' : '导出 Excel'}
    </Button>
  );
}
