import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../api/client.js';
import type { Input, ListName, PageOf } from '../api/names.js';
import type { Ledger } from './ledger.js';

const ROWS_AT_ONCE = 200;
/** More than anybody reads; past it a narrower filter is asked for. */
const MOST_ROWS = 50_000;

/** Exactly what the filter shows, row by row, as an Excel file: nothing the viewer could not page through. */
export function ExportButton<Q extends ListName>({ ledger, input }: { ledger: Ledger<Q>; input: Input<Q> }) {
  const [rows, setRows] = useState<number | null>(null);
  const { message } = App.useApp();
  const run = async () => {
    setRows(0);
    try {
      const { saveTable } = await import('./table-file.js');
      const items: unknown[] = [];
      let cursor: string | undefined;
      do {
        const asked = { ...(input as object), limit: ROWS_AT_ONCE, cursor } as Input<Q>;
        const page = (await ask(ledger.query, asked)) as PageOf<Q>;
        items.push(...page.items);
        cursor = page.next ?? undefined;
        setRows(items.length);
      } while (cursor && items.length < MOST_ROWS);
      await saveTable(ledger, items as never);
      if (cursor) message.warning(`只导出了前 ${MOST_ROWS} 行，请缩小筛选范围后再导出其余部分。`);
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setRows(null);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={rows !== null} onClick={() => void run()}>
      {rows ? `已读取 ${rows} 行` : '导出 Excel'}
    </Button>
  );
}
