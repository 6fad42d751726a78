/** A ledger's rows as an Excel file, in words. Loaded when somebody exports. */
import writeExcelFile from 'write-excel-file/browser';
import type { Item, ListName } from '../api/names.js';
import { fieldWord, valueWord } from '../words/words.js';
import { shownInstant } from './clock.js';
import { FEN_PER_YUAN } from './numbers.js';
import type { Field } from './field.js';
import { columnsOf, type Ledger } from './ledger.js';
import { itemField } from './ledger-table.js';
import { nameNow } from './names.js';
import { referenceOf } from './references.js';
import { textOf } from './value.js';

/** Any rows under a head: a template to fill in, a table of errors. */
export async function saveRows(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const bold = head.map((value) => ({ value, fontWeight: 'bold' as const }));
  const columns = head.map(() => ({ width: 24 }));
  const cells = rows.map((row) => row.map(cellOf));
  await writeExcelFile([bold, ...cells] as never, { columns } as never).toFile(`${name}.xlsx`);
}

export async function saveTable<Q extends ListName>(
  ledger: Ledger<Q>,
  items: readonly Item<Q>[],
): Promise<void> {
  const columns = columnsOf(ledger);
  const head = columns.map(({ field, title }) => ({
    value: title ?? fieldWord(field, ledger.query),
    fontWeight: 'bold' as const,
  }));
  const rows = [];
  for (const item of items) {
    const cells = [];
    for (const { field, text } of columns)
      cells.push(
        cellOf(text ? await text(item) : await wordsFor(field, itemField(ledger, field), item[field])),
      );
    rows.push(cells);
  }
  await writeExcelFile(
    [head, ...rows] as never,
    {
      columns: columns.map(({ width }) => ({ width: width ? width / 8 : 20 })),
    } as never,
  ).toFile(`${ledger.title}.xlsx`);
}

const cellOf = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String };

async function wordsFor(name: string, field: Field | undefined, value: unknown): Promise<string | number> {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const item = field?.type === 'list' ? field.item : undefined;
    const words = [];
    for (const one of value) words.push(await wordsFor(name, item, one));
    return words.join('、');
  }
  const text = textOf(value);
  if (field?.type === 'choice') return valueWord(field.of, text);
  if (field?.type === 'money') return Number(value) / FEN_PER_YUAN;
  if (field?.type === 'instant') return shownInstant(text);
  if (field?.type === 'flag') return value ? '是' : '否';
  if (field?.type === 'id') {
    const kind = referenceOf(name).name;
    return kind ? ((await nameNow(kind, text)) ?? '') : text;
  }
  return typeof value === 'number' ? value : text;
}
