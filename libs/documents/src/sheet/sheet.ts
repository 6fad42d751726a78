/** A sheet of a workbook, written row by row: a head that stays in sight and filters, columns of one kind each. */
import { columnLetters } from '@xuncha/domain-kit';
import { xmlText } from './text.js';
import { headXml, isFault, rowXml, type Cell } from './cells.js';
import type { Note } from './notes.js';
import { styleOf, type Kind } from './styles.js';

export interface Column {
  readonly title: string;
  /** In letters of the Latin alphabet, of which a Chinese one takes two; default 20. */
  readonly width?: number;
  /** Default text: a code keeps its zeros, and what looks like a formula is none. */
  readonly kind?: Kind;
  /** What may be chosen here: a list opens in every cell, and Excel takes nothing else. */
  readonly choices?: readonly string[];
  /** A note at the title: what belongs here. */
  readonly says?: string;
  /** What is wrong with the title, as with a cell. */
  readonly fault?: string;
}

/** Cells that are shown as one. */
export interface Area {
  /** From 1, the head, as people count rows. */
  readonly row: number;
  /** From 0. */
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Cells in the order of the columns; asked for as they are written. More than a sheet holds go on in another. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  readonly merged?: readonly Area[];
}

/** What one sheet of Excel holds, with its head. */
export const MOST_ROWS = 1_048_576;
const PIECE_CHARACTERS = 64 * 1024;
const WIDTH = 20;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Where the choices of a column are listed, such as `'选项'!$A$1:$A$9`. */
export type ListOf = (column: Column) => string | undefined;

/** Notes are put into `notes` as their rows are written. */
export async function* sheetXml(
  { columns, rows, merged = [] }: Sheet,
  { notes, listOf }: { notes: Note[]; listOf: ListOf },
): AsyncGenerator<string> {
  columns.forEach(({ says, fault }, column) => {
    const text = fault ?? says;
    if (text) notes.push({ row: 1, column, text });
  });
  const shape = {
    columns: columns.map((_, index) => columnLetters(index)),
    kinds: columns.map(({ kind = 'text' }) => kind),
  };
  let row = 1;
  let piece = begin(columns);
  for await (const cells of rows) {
    piece += rowXml(++row, cells, shape);
    cells.forEach((cell, column) => {
      if (isFault(cell) && cell.fault) notes.push({ row, column, text: cell.fault });
    });
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece + end(columns, { row, listOf, merged, hasNotes: notes.length > 0 });
}

function begin(columns: readonly Column[]): string {
  const widths = columns.map(
    ({ width = WIDTH, kind = 'text' }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(kind, false)}" customWidth="1"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}" xmlns:r="${KINDS}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join('')}</cols><sheetData>`,
    headXml(columns),
  ].join('');
}

function end(
  columns: readonly Column[],
  {
    row,
    listOf,
    merged,
    hasNotes,
  }: { row: number; listOf: ListOf; merged: readonly Area[]; hasNotes: boolean },
): string {
  const lists = columns.flatMap((column, index) => {
    const list = listOf(column);
    return list ? [validation(columnLetters(index), column, list)] : [];
  });
  return [
    `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${row}"/>`,
    merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map(areaXml).join('')}</mergeCells>`
      : '',
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '',
    hasNotes ? '<legacyDrawing r:id="r1"/>' : '',
    '</worksheet>',
  ].join('');
}

function areaXml({ row, index, rows, columns }: Area): string {
  const last = `${columnLetters(index + columns - 1)}${row + rows - 1}`;
  return `<mergeCell ref="${columnLetters(index)}${row}:${last}"/>`;
}

function validation(letter: string, { title }: Column, list: string): string {
  const where = `${letter}2:${letter}${MOST_ROWS}`;
  const says = `error="${xmlText(`“${title}”请从列表中选择。`)}"`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${says} sqref="${where}"><formula1>${xmlText(list)}</formula1></dataValidation>`;
}
