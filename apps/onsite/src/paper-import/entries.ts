/** The rows of a table of findings, cell by cell. */
import { draftPaper, type Evidence } from '@xuncha/contracts';
import { TableRow, type Faults, type Line } from '@xuncha/domain-kit';
import { sources, type Field, type PaperColumns } from './columns.js';

/** What a row says of a finding; null where its cell is blank. */
export interface Entry {
  readonly row: number;
  readonly number: string;
  readonly matter: string;
  readonly facts: string;
  readonly category: string | null;
  readonly basis: string | null;
  readonly responsible: string | null;
  readonly evidence: readonly Evidence[];
}

const { matter, content, evidence } = draftPaper.input.shape;
const { note } = evidence.element.shape;
/** Together with the facts they stay within what a paper holds. */
const MOST_FACTS = 7_500;

/** Those of sound rows. */
export function entriesOf(lines: readonly Line[], columns: PaperColumns, faults: Faults): Entry[] {
  return lines.flatMap((line) => {
    const cells = new TableRow<Field>(columns, line, faults);
    const entry = entryOf(cells);
    return cells.sound ? [entry as Entry] : [];
  });
}

function entryOf(cells: TableRow<Field>) {
  const facts = cells.needed('facts', cells.checked('facts', content));
  if (facts && facts.length > MOST_FACTS) cells.fault('facts', 'paper-import.facts-too-long');
  return {
    row: cells.row,
    number: cells.needed('number', cells.checked('number', matter)),
    matter: cells.needed('matter', cells.checked('matter', matter)),
    facts,
    category: cells.checked('category', matter),
    basis: cells.checked('basis', note),
    responsible: cells.checked('responsible', matter),
    evidence: [
      ...evidenceIn(cells, { source: 'source', note: 'note' }, true),
      ...evidenceIn(cells, { source: 'otherSource', note: 'otherNote' }, false),
    ],
  };
}

function evidenceIn(
  cells: TableRow<Field>,
  at: { readonly source: Field; readonly note: Field },
  isNeeded: boolean,
): Evidence[] {
  const source = cells.among(at.source, sources);
  const said = cells.checked(at.note, note);
  if (!isNeeded && cells.text(at.source) === null && said === null) return [];
  if (cells.text(at.source) === null) cells.fault(at.source, 'table.cell-missing');
  if (said === null) cells.fault(at.note, 'table.cell-missing');
  return source && said ? [{ source, note: said }] : [];
}
