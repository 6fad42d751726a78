import { isDate, type BusinessDate } from './date.js';
import { oddityAt } from './odd-cell.js';
import type { Columns, Faults, Line } from './table.js';

/** What a cell must fit, such as a contract's schema of the field. */
interface Fitting {
  safeParse(text: string): { readonly success: boolean };
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** As Excel calls its columns: A for nought, … Z, AA, … */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** One row of a table, read cell by cell; what does not fit becomes a fault. A blank cell says nothing: null. */
export class TableRow<F extends string> {
  sound = true;
  /** Cells that say nothing that could be checked. */
  private readonly odd = new Set<F>();

  constructor(
    private readonly columns: Columns<F>,
    private readonly line: Line,
    private readonly faults: Faults,
  ) {
    const read = new Set<number>();
    for (const field in columns) {
      const { index } = columns[field]!;
      read.add(index);
      const code = oddityAt(line, index);
      if (!code) continue;
      this.fault(field, code);
      this.odd.add(field);
    }
    this.noteUntitled(read);
  }

  /** Whatever stands under no title would be lost in silence. */
  private noteUntitled(read: ReadonlySet<number>): void {
    for (const [index, cell] of this.line.cells.entries())
      if (cell !== '' && !read.has(index)) {
        this.sound = false;
        this.faults.addOnce(`untitled ${index}`, {
          row: this.line.row,
          column: '',
          code: 'table.cell-untitled',
          nearest: columnLetters(index),
        });
      }
  }

  get row(): number {
    return this.line.row;
  }

  text(field: F): string | null {
    const column = this.columns[field];
    if (this.odd.has(field)) return null;
    return (column && this.line.cells[column.index]) || null;
  }

  checked(field: F, schema: Fitting): string | null {
    const text = this.text(field);
    if (text !== null && !schema.safeParse(text).success) this.fault(field, 'table.cell-malformed');
    return text;
  }

  /** The cell must not be blank; `value` is what was read from it. */
  needed<T>(field: F, value: T | null): T | null {
    if (this.text(field) === null) this.fault(field, 'table.cell-missing');
    return value;
  }

  among<T>(field: F, words: ReadonlyMap<string, T>): T | null {
    const text = this.text(field);
    return text === null ? null : this.meaning(field, text, words);
  }

  /** Several words, however they are set apart: 财务、审计. */
  several<T>(field: F, words: ReadonlyMap<string, T>): T[] {
    const texts = (this.text(field) ?? '').split(/[、，,;；\s]+/).filter((text) => text !== '');
    const meanings = texts.map((text) => this.meaning(field, text, words));
    return [...new Set(meanings.filter((meaning) => meaning !== null))];
  }

  /** `2016-12-01`, `2016/12/1`, `2016年12月1日` or `20161201`. */
  date(field: F): BusinessDate | null {
    const text = this.text(field);
    const parts = DAY.exec(text ?? '') ?? EIGHT_DIGITS.exec(text ?? '');
    const date = parts && [parts[1], parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-');
    if (date && isDate(date)) return date;
    if (text !== null) this.fault(field, 'table.cell-malformed');
    return null;
  }

  /** Which version of its record a row was written out from. */
  version(field: F): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const version = Number(text);
    if (!Number.isInteger(version) || version < 1) this.fault(field, 'table.cell-malformed');
    return version;
  }

  /** The field's column must be in the table. */
  fault(field: F, code: string): void {
    if (this.odd.has(field)) return;
    this.sound = false;
    this.faults.add({ row: this.line.row, column: this.columns[field]!.title, code });
  }

  private meaning<T>(field: F, text: string, words: ReadonlyMap<string, T>): T | null {
    const meaning = words.get(text);
    if (meaning === undefined) this.fault(field, 'table.cell-unknown');
    return meaning ?? null;
  }
}
