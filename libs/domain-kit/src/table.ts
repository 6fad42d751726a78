/** A table that somebody filled in: which column holds what, and everything that is wrong with it, so that it is mended in one go. */
import { nearestTo } from './nearest.js';
import { DomainError, refuse } from './refusal.js';

export interface Line {
  /** As the program that saved it numbers rows: the header is 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Areas of merged cells that begin in this row. */
  readonly merged?: readonly Merged[];
}

export interface Merged {
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

/** One thing wrong in one cell. Says where, never what stands there: that may be a person's name. */
export interface Fault {
  readonly row: number;
  readonly column: string;
  /** A refusal code of its own, with its own Chinese text. */
  readonly code: string;
  /** The earlier row of the same code. */
  readonly sameAsRow?: number;
  /** The title of a column that may be meant, or the letters of one that has no title. */
  readonly nearest?: string;
}

/** So many are answered; a file with more is wrong throughout. */
const MOST_ANSWERED = 500;
/** So many are marked in the file itself. */
const MOST_KEPT = 100_000;
/** Of a title, in faults: whatever a file has for one, what is answered stays small. */
export const MOST_OF_TITLE = 60;
/** Unknown titles for which a known one is sought: nobody has more by mistake. */
const MOST_COMPARED = 40;

/** `faults` are by row, and as many as anybody mends. */
export class RowsInvalid extends DomainError {
  constructor(
    total: number,
    readonly faults: readonly Fault[],
  ) {
    super('table.rows-invalid', { total, errors: faults.slice(0, MOST_ANSWERED) });
  }
}

/** Counts every fault and keeps those of the first rows. */
export class Faults {
  private total = 0;
  private found: Fault[] = [];
  private readonly once = new Set<string>();

  /** Of what is the same in every row the first is enough. */
  addOnce(what: string, fault: Fault): void {
    if (this.once.has(what)) return;
    this.once.add(what);
    this.add(fault);
  }

  add(fault: Fault): void {
    this.total++;
    this.found.push(fault);
    if (this.found.length >= 2 * MOST_KEPT) this.found = this.first();
  }

  refuseAny(): void {
    if (this.total > 0) throw new RowsInvalid(this.total, this.first());
  }

  private first(): Fault[] {
    return this.found.toSorted((a, b) => a.row - b.row).slice(0, MOST_KEPT);
  }
}

/** What each column may be called; the second title is the Chinese one that people are told. */
export type Titles<F extends string> = Readonly<Record<F, readonly string[]>>;
/** Where each field stands, and what the file itself calls it. */
export type Columns<F extends string> = Readonly<
  Partial<Record<F, { readonly index: number; readonly title: string }>>
>;

/**
 * Parts what is new from what changes a record that is there: `changeIn` answers undefined for the one, a change for the other, and null
 * for a row that is as its record, or wrong.
 */
export function sortedOut<E, C>(entries: readonly E[], changeIn: (entry: E) => C | null | undefined) {
  const fresh: E[] = [];
  const changes: C[] = [];
  for (const entry of entries) {
    const change = changeIn(entry);
    if (change) changes.push(change);
    else if (change === undefined) fresh.push(entry);
  }
  const { length: rows } = entries;
  const counts = { rows, registered: fresh.length, known: rows - fresh.length - changes.length };
  return { fresh, changes, counts };
}

/**
 * Refuses titles that are unknown, repeated or missing: a column that nobody reads would be lost in silence. Of each group in
 * `needed` one column must be there. `besides` are those that the file has where it was taken out of the system: nobody is told to fill them.
 * Where not one title is known this is no header, and what stands there may be a person's name.
 */
export function columnsOf<F extends string, B extends string = never>(
  header: Line | undefined,
  titles: Titles<F>,
  needed: readonly (readonly [F, ...F[]])[],
  besides = {} as Titles<B>,
): Columns<F | B> {
  if (!header) return refuse('table.empty');
  const fields = new Map<string, F | B>([...fieldsByTitle(besides), ...fieldsByTitle(titles)]);
  const faults = new Faults();
  const columns: Partial<Record<F | B, { index: number; title: string }>> = {};
  const unknown: string[] = [];
  const isHeader = header.cells.some((cell) => fields.has(plain(cell)));
  const heads = isHeader ? header.cells.map((cell) => cell.slice(0, MOST_OF_TITLE)) : [];
  heads.forEach((title, index) => {
    const field = fields.get(plain(title));
    if (title === '') return;
    if (!field) unknown.push(title);
    else if (columns[field]) faults.add({ row: header.row, column: title, code: 'table.column-twice' });
    else columns[field] = { index, title };
  });
  for (const { index } of header.merged ?? [])
    faults.add({ row: header.row, column: heads[index] ?? '', code: 'table.merged' });
  if (!isHeader) faults.add({ row: header.row, column: '', code: 'table.no-header' });
  noteUnknown(unknown, titles, columns, { row: header.row, faults });
  for (const choices of needed)
    if (!choices.some((field) => columns[field]))
      faults.add({ row: header.row, column: titles[choices[0]][1]!, code: 'table.column-missing' });
  faults.refuseAny();
  return columns;
}

/** With the missing column that may be meant by it. */
function noteUnknown<F extends string>(
  unknown: readonly string[],
  titles: Titles<F>,
  columns: Columns<F>,
  { row, faults }: { row: number; faults: Faults },
): void {
  const missing = Object.entries<readonly string[]>(titles).filter(([field]) => !columns[field as F]);
  const spellings = new Map(missing.map(([, names]) => [names[1]!, names.map(plain)]));
  for (const [index, column] of unknown.entries()) {
    const nearest = index < MOST_COMPARED ? nearestTo(plain(column), spellings) : null;
    if (nearest) faults.add({ row, column, code: 'table.column-unknown-near', nearest });
    else faults.add({ row, column, code: 'table.column-unknown' });
  }
}

function fieldsByTitle<F extends string>(titles: Titles<F>): Map<string, F> {
  const entries = Object.entries<readonly string[]>(titles);
  return new Map(entries.flatMap(([field, names]) => names.map((name) => [plain(name), field as F])));
}

/** `Parent_Code`, `parentCode` and `* parent code` are one title. */
function plain(title: string): string {
  return title.toLowerCase().replaceAll(/[\s_*＊-]/g, '');
}
