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
    for (const field of differing(entry, found)) {
      const { title } = columns[field] ?? columns.facts!;
      faults.add({ row: entry.row, column: title, code: 'paper-import.drafted-otherwise' });
    }
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

/** Cells that say something else than the paper. One that was revised stays as it is: a table changes nothing. */
function differing(entry: Entry, present: paper.Contents): Field[] {
  const evidence = contentsOf(entry).evidence.flatMap(({ source, note }) => [source, note]);
  const gathered = present.evidence.flatMap(({ source, note }) => [source, note]);
  return [
    ...(entry.matter === present.matter ? [] : (['matter'] as const)),
    ...differingInText(entry, present.content),
    ...ofEvidence.filter((_, index) => evidence[index] !== gathered[index]),
    ...(gathered.length > ofEvidence.length ? (['otherNote'] as const) : []),
  ];
}

const ofEvidence = ['source', 'note', 'otherSource', 'otherNote'] as const satisfies readonly Field[];
/** What a paper has no field for is said in its text, in this order. */
const inText = [
  ['basis', '依据'],
  ['responsible', '责任单位'],
  ['category', '建议类别'],
] as const satisfies readonly (readonly [Field, string])[];

/** The facts, where no other cell is to blame. */
function differingInText(entry: Entry, content: string): Field[] {
  if (contentsOf(entry).content === content) return [];
  const written = content.split('\n');
  const others = inText.filter(([field, word]) => {
    const said = entry[field];
    const line = written.find((one) => one.startsWith(`${word}：`));
    return said === null ? line !== undefined : line !== `${word}：${said.split('\n')[0]}`;
  });
  return others.length > 0 && content.startsWith(entry.facts) ? others.map(([field]) => field) : ['facts'];
}

function contentsOf({ matter, facts, evidence, ...entry }: Entry): paper.Contents {
  const lines = inText.flatMap(([field, word]) => (entry[field] ? [`${word}：${entry[field]}`] : []));
  return { matter, content: [facts, ...lines].join('\n'), evidence: evidence.map(plain) };
}

const plain = ({ source, note }: Evidence): Evidence => ({ source, note });
