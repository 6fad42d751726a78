/** One row of a sheet as XML. Whatever is not what its column holds stands there as the text that it is, never as a formula. */
import { columnLetters } from '@xuncha/domain-kit';
import { headStyle, styleOf, type Kind } from './styles.js';
import { cellText } from './text.js';

/** In a column of days `2017-05-04`, of instants `2017-05-04T08:00:00Z` (shown by the clock of China), of money fen. */
export type Value = string | number | null;
/** What is wrong with a cell: it is coloured, and a note beside it says so, where there is something to say. */
export interface Fault {
  readonly value: Value;
  readonly fault: string;
}
export type Cell = Value | Fault;

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;
/** Day nought of Excel; before the first of March 1900 it counts a day that never was. */
const DAY_NOUGHT = Date.UTC(1899, 11, 30);
const FIRST_CERTAIN = 61;
/** Excel keeps fifteen digits. */
const MOST_CERTAIN = 1e15;
const FEN = 100;

export function isFault(cell: Cell | undefined): cell is Fault {
  return typeof cell === 'object' && cell !== null;
}

export function headXml(columns: readonly { readonly title: string; readonly fault?: string }[]): string {
  const cells = columns.map(({ title, fault }, column) =>
    text(`${columnLetters(column)}1`, fault ? styleOf('text', true) : headStyle, title),
  );
  return `<row r="1">${cells.join('')}</row>`;
}

/** `columns` are the letters of the columns: to find them for each cell anew takes as long as all the rest. */
export function rowXml(
  row: number,
  cells: readonly Cell[],
  { columns, kinds }: { columns: readonly string[]; kinds: readonly Kind[] },
): string {
  let xml = `<row r="${row}">`;
  for (let column = 0; column < columns.length; column++) {
    const cell = cells[column];
    const wrong = isFault(cell);
    const value = wrong ? cell.value : cell;
    if (!wrong && (value === null || value === undefined || value === '')) continue;
    xml += cellXml(`${columns[column]}${row}`, value ?? '', kinds[column]!, wrong);
  }
  return `${xml}</row>`;
}

function cellXml(at: string, value: string | number, kind: Kind, wrong: boolean): string {
  const number = kind === 'text' ? undefined : numberOf(value, kind);
  if (number === undefined) return text(at, styleOf('text', wrong), String(value));
  return `<c r="${at}" s="${styleOf(kind, wrong)}"><v>${number}</v></c>`;
}

function text(at: string, style: number, value: string): string {
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : '';
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${space}>${cellText(value)}</t></is></c>`;
}

function numberOf(value: string | number, kind: Kind): number | undefined {
  if (typeof value === 'number') return numeric(kind === 'money' ? value / FEN : value);
  if (kind === 'day') return serial(Date.parse(`${value}T00:00:00Z`), value);
  if (kind === 'instant') return serial(Date.parse(value) + CHINA_MS);
  return undefined;
}

function numeric(value: number): number | undefined {
  return Math.abs(value) < MOST_CERTAIN ? value : undefined;
}

/** A 30th of February is no day, whatever a program makes of it. */
function serial(at: number, day?: string): number | undefined {
  if (Number.isNaN(at) || (day && new Date(at).toISOString().slice(0, 10) !== day)) return undefined;
  const days = (at - DAY_NOUGHT) / DAY_MS;
  return days < FIRST_CERTAIN ? undefined : Math.round(days * 1e8) / 1e8;
}
