/** A team's table of findings as drafts of papers: all or none. A row whose paper is there alike is passed over and counted. */
import type { Decision, Evidence } from '@xuncha/contracts';
import { Faults, idFrom, type BusinessDate, type Id, type Line } from '@xuncha/domain-kit';
import type { Inspection } from '../inspection/inspection.js';
import type { Officer } from '../inspection/officer.js';
import * as paper from '../working-paper/working-paper.js';
import { paperColumns, type Field, type PaperColumns } from './columns.js';
import { entriesOf, type Entry } from './entries.js';

export interface Table {
  readonly entries: readonly Entry[];
  readonly columns: PaperColumns;
  readonly faults: Faults;
}
export interface Filling {
  readonly counts: { readonly rows: number; readonly registered: number; readonly known: number };
  readonly papers: readonly Decision<paper.WorkingPaper>[];
}

/** Read row by row; what is wrong is told when it is known what is there already. */
export function readTable([header, ...rows]: readonly Line[]): Table {
  const columns = paperColumns(header);
  const faults = new Faults();
  const entries = entriesOf(rows, columns, faults);
  const first = new Map<string, number>();
  for (const { number, row } of entries) {
    const sameAsRow = first.get(number);
    if (sameAsRow === undefined) first.set(number, row);
    else faults.add({ row, column: columns.number!.title, code: 'paper-import.number-twice', sameAsRow });
  }
  return { entries, columns, faults };
}

/** Within its inspection a number is one paper, however often and by whomever it is imported. */
export function paperId(inspectionId: Id, number: string): Id {
  return idFrom('imported-paper', `${inspectionId} ${number}`);
}

/** `present` are papers of these ids. Refuses `table.rows-invalid` with everything that is wrong with the file. */
export function fill(
  { entries, columns, faults }: Table,
  present: readonly paper.WorkingPaper[],
  inspection: Inspection,
  written: { readonly author: Officer; readonly on: BusinessDate },
): Filling {
  const byId = new Map(present.map((one) => [one.id, one]));
  const fresh = entries.filter((entry) => {
    const found = byId.get(paperId(inspection.id, entry.number));
    if (!found) return true;
    const field = differing(contentsOf(entry), found);
    const column = field && columns[field]!.title;
    if (column) faults.add({ row: entry.row, column, code: 'paper-import.drafted-otherwise' });
    return false;
  });
  faults.refuseAny();
  return {
    counts: { rows: entries.length, registered: fresh.length, known: entries.length - fresh.length },
    papers: fresh.map((entry) =>
      paper.draft(paperId(inspection.id, entry.number), inspection, contentsOf(entry), written),
    ),
  };
}

/** A paper that was revised stays as it is: a table changes nothing. */
function differing(contents: paper.Contents, present: paper.Contents): Field | null {
  if (contents.matter !== present.matter) return 'matter';
  if (contents.content !== present.content) return 'facts';
  return JSON.stringify(contents.evidence) === JSON.stringify(present.evidence) ? null : 'note';
}

/** What a paper has no field for is said in its text. */
function contentsOf({ matter, facts, category, basis, responsible, evidence }: Entry): paper.Contents {
  const said = [
    ['依据', basis],
    ['责任单位', responsible],
    ['建议类别', category],
  ];
  const lines = said.flatMap(([word, text]) => (text ? [`${word}：${text}`] : []));
  return { matter, content: [facts, ...lines].join('\n'), evidence: evidence.map(plain) };
}

const plain = ({ source, note }: Evidence): Evidence => ({ source, note });
