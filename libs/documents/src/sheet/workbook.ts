/**
 * Excel files, written as they come: a hundred thousand rows pass through without ever being in memory together.
 *
 *     const sheet = { name: '人员', columns: [{ title: '编号' }, { title: '出生日期', kind: 'day' }], rows: [['007', '1980-05-01']] };
 *     reply.send(Readable.from(workbook([sheet])));
 *     const content = await workbookOf([sheet]);
 *
 * A cell that is wrong is `{ value, fault: '没有这一天' }`: coloured, with a note. A column's `choices` open as a list in its cells.
 */
import { columnLetters } from '@xuncha/domain-kit';
import type { Column, Sheet } from './sheet.js';
import { notesDrawing, notesXml, type Note } from './notes.js';
import {
  contentTypes,
  noteRelations,
  packageRelations,
  workbookRelations,
  workbookXml,
  type SheetPart,
} from './parts.js';
import { Pages } from './pages.js';
import { MOST_ROWS, sheetXml, type ListOf } from './sheet.js';
import { stylesXml } from './styles.js';
import { zipped, type Entry } from './zip.js';

const LISTS = '选项';
const MOST_IN_NAME = 31;

/** Rows are asked for no faster than somebody takes the file; whoever stops taking ends them. What fails in them fails here. */
export function workbook(sheets: readonly Sheet[], mostRows = MOST_ROWS): AsyncGenerator<Uint8Array> {
  return zipped(entries(sheets, mostRows));
}

export async function workbookOf(sheets: readonly Sheet[], mostRows?: number): Promise<Buffer> {
  const chunks = [];
  for await (const chunk of workbook(sheets, mostRows)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What stands in a sheet decides what goes with it; that comes when the sheet is written. */
function* entries(sheets: readonly Sheet[], mostRows: number): Generator<Entry> {
  const chosen = sheets.flatMap(({ columns }) => columns.filter(({ choices = [] }) => choices.length > 0));
  const all = chosen.length > 0 ? [...sheets, listsOf(chosen)] : sheets;
  const parts: SheetPart[] = [];
  for (const sheet of all) {
    const pages = new Pages(sheet.rows);
    for (let page = 1; !pages.areOver; page++) {
      const notes: Note[] = [];
      const number = parts.length + 1;
      const { merged = [], ...rest } = sheet;
      const here = { ...rest, rows: pages.next(mostRows - 1), merged: page === 1 ? merged : [] };
      yield entry(`xl/worksheets/sheet${number}.xml`, sheetXml(here, { notes, listOf: listIn(chosen) }));
      if (notes.length > 0) yield* besideNotes(notes, number);
      const isHidden = !sheets.includes(sheet);
      parts.push({ name: nameIn(sheet.name, page), isHidden, hasNotes: notes.length > 0 });
    }
  }
  yield entry('xl/styles.xml', [stylesXml]);
  yield entry('xl/workbook.xml', [workbookXml(parts)]);
  yield entry('xl/_rels/workbook.xml.rels', [workbookRelations(parts)]);
  yield entry('_rels/.rels', [packageRelations]);
  yield entry('[Content_Types].xml', [contentTypes(parts)]);
}

const entry = (path: string, pieces: Entry['pieces']): Entry => ({ path, pieces });

function* besideNotes(notes: readonly Note[], number: number): Generator<Entry> {
  yield entry(`xl/comments${number}.xml`, notesXml(notes));
  yield entry(`xl/drawings/vmlDrawing${number}.vml`, notesDrawing(notes));
  yield entry(`xl/worksheets/_rels/sheet${number}.xml.rels`, [noteRelations(number)]);
}

/** Excel takes no longer list in the cell itself: they stand in a sheet of their own, a column for each, which nobody sees. */
function listsOf(chosen: readonly Column[]): Sheet {
  const longest = Math.max(...chosen.map(({ choices = [] }) => choices.length));
  const rows = Array.from({ length: longest }, (_, row) =>
    chosen.map(({ choices = [] }) => choices[row] ?? null),
  );
  return { name: LISTS, columns: chosen.map(({ title }) => ({ title })), rows };
}

function listIn(chosen: readonly Column[]): ListOf {
  return (column) => {
    const at = chosen.indexOf(column);
    const letter = columnLetters(at);
    return at < 0 ? undefined : `'${LISTS}'!$${letter}$2:$${letter}$${column.choices!.length + 1}`;
  };
}

/** As Excel allows it; the second says that it is, and so on. */
function nameIn(name: string, page: number): string {
  const number = page === 1 ? '' : ` ${page}`;
  return name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, MOST_IN_NAME - number.length) + number;
}
