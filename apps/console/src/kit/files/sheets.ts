/** What is shown of an Excel file: its first sheets, rows and columns as plain text, and how much there is beyond. */
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { Unshown } from './file-kind.js';

export const MOST_SHEETS = 20;
export const MOST_ROWS = 300;
export const MOST_COLUMNS = 60;
/** As much as the gateway lets an Office file unpack to. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

type Cell = string | number | boolean | Date | null;
export interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly Cell[])[];
}
export interface ShownSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** All that there are, shown or not. */
  readonly rowCount: number;
  readonly columnCount: number;
}
export interface ShownBook {
  readonly sheets: readonly ShownSheet[];
  readonly sheetCount: number;
}

/** In the order of the sheets: those that Excel itself keeps out of sight, such as what a list of choices is made of. */
export function areHidden(content: Uint8Array): boolean[] {
  const path = 'xl/workbook.xml';
  const workbook = unzipSync(content, { filter: ({ name }) => name === path })[path];
  const tags = workbook ? strFromU8(workbook).match(/<(?:\w+:)?sheet\s[^<>]*>/g) : null;
  return (tags ?? []).map((tag) => /\sstate=["'](?:hidden|veryHidden)["']/.test(tag));
}

export function shownBook(sheets: readonly Sheet[]): ShownBook {
  const shown = sheets.slice(0, MOST_SHEETS).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(cellText)),
    rowCount: data.length,
    columnCount: data.reduce((most, row) => Math.max(most, row.length), 0),
  }));
  return { sheets: shown, sheetCount: sheets.length };
}

/** Days as days; an instant at midnight is one. Excel knows no time zone, and the library reads all of them as UTC. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  return cell.toISOString().replace('T00:00:00.000Z', '').replace('T', ' ').slice(0, 16);
}

/** What is cut off, in words; nothing where all is shown. */
export function cutOff({ rowCount, columnCount }: ShownSheet): string | undefined {
  const rows = rowCount > MOST_ROWS ? `前 ${MOST_ROWS} 行（共 ${rowCount} 行）` : '';
  const columns = columnCount > MOST_COLUMNS ? `前 ${MOST_COLUMNS} 列（共 ${columnCount} 列）` : '';
  const parts = [rows, columns].filter((part) => part !== '');
  return parts.length > 0 ? `这里只显示${parts.join('、')}，其余请下载后查看。` : undefined;
}

/**
 * Its tables alone, packed anew without compression: the library would unpack large ones in threads made of text, which the page's
 * policy forbids. Sizes are what the archive states, and unpacking to more than stated fails.
 */
export function loosened(content: Uint8Array): ArrayBuffer {
  let bytes = 0;
  const parts = unzipSync(content, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/.test(name)) return false;
      bytes += originalSize;
      if (bytes > MOST_UNPACKED_BYTES) throw new Unshown('tooMuch');
      return true;
    },
  });
  return zipSync(parts, { level: 0 }).buffer as ArrayBuffer;
}
