/** The plan of a case as a table: a row is a measure, and the number says of which finding. */
import { PlanRow } from '@xuncha/contracts';
import { columnsOf, Faults, TableRow, type Id, type Line, type Titles } from '@xuncha/domain-kit';

/** In the order in which the case lists them: their numbers count from 1. */
export interface Titled {
  readonly findingId: Id;
  readonly title: string;
}

const titles = {
  number: ['number', '序号', '问题序号'],
  finding: ['finding', '问题', '反馈问题', '问题标题'],
  measure: ['measure', '整改措施', '措施'],
  responsible: ['responsible', '责任人', '责任人员'],
  dueOn: ['dueOn', '整改期限', '完成时限', '期限'],
} satisfies Titles<string>;
export type Field = keyof typeof titles;
export const planFields = Object.keys(titles) as Field[];
export const titleOf = (field: Field): string => titles[field][1]!;

/** Rows without any measure are passed over. Refuses `table.rows-invalid` with everything that is wrong with the file. */
export function planRowsOf([header, ...lines]: readonly Line[], findings: readonly Titled[]): PlanRow[] {
  const needed = [['number'], ['measure'], ['responsible'], ['dueOn']] as const;
  const columns = columnsOf<Field>(header, titles, needed);
  const faults = new Faults();
  const numbers = new Map(findings.map((finding, index) => [`${index + 1}`, finding]));
  const rows = lines.flatMap((line) => {
    const cells = new TableRow<Field>(columns, line, faults);
    const isToBeFilled = cells.sound && isBlank(cells);
    const finding = findingOf(cells, numbers);
    if (isToBeFilled) return [];
    const row = rowOf(cells, finding);
    return cells.sound ? [row as PlanRow] : [];
  });
  faults.refuseAny();
  return rows;
}

/** As it is read: of each finding its measures, or a row to be filled in. */
export function planTable(findings: readonly Titled[], rows: readonly PlanRow[]): (string | null)[][] {
  return findings.flatMap(({ findingId, title }, index) => {
    const own = rows.filter((row) => row.findingId === findingId);
    const head = [`${index + 1}`, title];
    if (own.length === 0) return [[...head, null, null, null]];
    return own.map(({ measure, responsible, dueOn }) => [...head, measure, responsible, dueOn]);
  });
}

const isBlank = (cells: TableRow<Field>) =>
  cells.text('measure') === null && cells.text('responsible') === null && cells.text('dueOn') === null;

/** A table that was put in another order would give measures to findings that they are not of. */
function findingOf(cells: TableRow<Field>, numbers: ReadonlyMap<string, Titled>): Titled | null {
  const finding = cells.needed('number', cells.among('number', numbers));
  const title = cells.text('finding');
  if (finding && title !== null && title !== finding.title)
    cells.fault('finding', 'plan-table.other-finding');
  return finding;
}

function rowOf(cells: TableRow<Field>, finding: Titled | null) {
  const { measure, responsible } = PlanRow.shape;
  return {
    findingId: finding && finding.findingId,
    measure: cells.needed('measure', cells.checked('measure', measure)),
    responsible: cells.needed('responsible', cells.checked('responsible', responsible)),
    dueOn: cells.needed('dueOn', cells.date('dueOn')),
  };
}
