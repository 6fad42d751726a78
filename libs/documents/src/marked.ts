/** Somebody's own table once more, with all that is wrong with it: faulty cells are coloured, and each row says what to mend. */
import { MOST_OF_TITLE, type Line } from '@xuncha/domain-kit';
import { linesOf, REMARKS } from './lines.js';
import type { Cell } from './sheet/cells.js';
import type { Area, Column } from './sheet/sheet.js';
import { workbook } from './sheet/workbook.js';

/** One fault of a table, in words. */
export interface Remark {
  /** As the program that saved it numbers rows. */
  readonly row: number;
  /** Its title; one that the table does not have is missed there. */
  readonly column: string;
  readonly text: string;
}
export interface Marked {
  readonly content: Buffer;
  readonly mediaType: string;
  readonly remarks: readonly Remark[];
  /** Those of the template, for what may be chosen. */
  readonly columns?: readonly Column[];
}

/** Notes are heavy for the program that opens the file; beyond these the column of remarks says it alone. */
const MOST_NOTES = 2_000;
const WIDE = 60;

/**
 * A workbook, whatever the table came as. Every cell is the text that was read: mended and sent again it is read alike, and unmended it
 * is as wrong as before. Rows keep their numbers.
 */
export async function* markedCopy({
  content,
  mediaType,
  remarks,
  columns: known = [],
}: Marked): AsyncGenerator<Uint8Array> {
  const [header, ...lines] = await linesOf(content, mediaType);
  if (!header) throw new Error('an empty table has no rows to mark');
  const byRow = grouped(remarks);
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length);
  const titles = Array.from({ length: width }, (_, index) => header.cells[index] ?? '');
  const columns = columnsOf(titles, byRow.get(header.row) ?? [], known);
  yield* workbook([
    {
      name: '标出错误的表',
      columns,
      rows: rowsOf(lines, titles, columns.length, byRow),
      merged: [...areas(lines)],
    },
  ]);
}

function grouped(remarks: readonly Remark[]): Map<number, Remark[]> {
  const byRow = new Map<number, Remark[]>();
  for (const remark of remarks) {
    const beside = byRow.get(remark.row);
    if (beside) beside.push(remark);
    else byRow.set(remark.row, [remark]);
  }
  return byRow;
}

/** Those of the table, those that it lacks, and the remarks. */
function columnsOf(
  titles: readonly string[],
  remarks: readonly Remark[],
  known: readonly Column[],
): Column[] {
  const faults = (title: string) => {
    const texts = remarks.filter(({ column }) => column !== '' && column === title.slice(0, MOST_OF_TITLE));
    return texts.length > 0 ? { fault: texts.map(({ text }) => text).join('\n') } : {};
  };
  const there = new Set(['', ...titles.map((title) => title.slice(0, MOST_OF_TITLE))]);
  const missing = new Set(remarks.map(({ column }) => column).filter((column) => !there.has(column)));
  const chosen = (title: string) => {
    const choices = known.find((column) => title.endsWith(column.title))?.choices;
    return choices ? { choices } : {};
  };
  const says = '这一列由系统填写，导入时不读。改好其他各格后，直接上传这个文件。';
  return [
    ...[...titles, ...missing].map((title) => ({ title, ...chosen(title), ...faults(title) })),
    { title: REMARKS, width: WIDE, says },
  ];
}

function* rowsOf(
  lines: readonly Line[],
  titles: readonly string[],
  width: number,
  byRow: ReadonlyMap<number, readonly Remark[]>,
): Generator<Cell[]> {
  const places = new Map(titles.map((title, index) => [title.slice(0, MOST_OF_TITLE), index]));
  let at = 1;
  let notes = 0;
  for (const { row, cells } of lines) {
    for (at += 1; at < row; at += 1) yield [];
    const remarks = byRow.get(row) ?? [];
    const written: Cell[] = titles.map((_, index) => cells[index] ?? '');
    for (const { column, text } of remarks) {
      const index = places.get(column);
      if (index === undefined) continue;
      notes += 1;
      written[index] = { value: cells[index] ?? '', fault: notes > MOST_NOTES ? '' : text };
    }
    written[width - 1] = remarks.map(({ column, text }) => `${column}：${text}`).join('\n');
    yield written;
  }
}

function* areas(lines: readonly Line[]): Generator<Area> {
  for (const { row, merged = [] } of lines) for (const area of merged) yield { row, ...area };
}
