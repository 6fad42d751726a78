/** The rows of a register, cell by cell. */
import {
  changeHead,
  OrganizationKind,
  OrganizationState,
  registerOrganization,
  VillageType,
} from '@xuncha/contracts';
import { TableRow, type BusinessDate, type Faults, type Line } from '@xuncha/domain-kit';
import type { Field, RegisterColumns } from './columns.js';

/** What a row says of an organization; null where its cell is blank, and then it says nothing. */
export interface Entry extends Place {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly villageType: VillageType | null;
  readonly category: string | null;
  readonly divisionCode: string | null;
  readonly headName: string | null;
  readonly headSince: BusinessDate | null;
  readonly ofSystem: OfSystem;
}
/** What the system wrote when the row was taken out of the ledger. */
export interface OfSystem {
  /** What the row was based on: it may change what it says. */
  readonly version: number | null;
  readonly parentName: string | null;
  readonly state: OrganizationState | null;
  readonly registeredOn: BusinessDate | null;
  readonly endedOn: BusinessDate | null;
  readonly mergedIntoName: string | null;
}
/** Enough of a row to place it in the tree, also where its other cells are wrong. */
export interface Place {
  readonly row: number;
  readonly code: string;
  readonly parentCode: string | null;
}
type VillageType = (typeof VillageType.options)[number];
type OrganizationState = (typeof OrganizationState.options)[number];
/** Since when the posts are vacant of those organizations that have no head; by their codes. */
export type Vacancies = ReadonlyMap<string, BusinessDate>;

/** Looked at before others have their turn. */
const PORTION = 500;

/** Entries of sound rows, and the place of every row that has a code. Says now and then how many rows it has seen. */
export function* entriesOf(
  lines: readonly Line[],
  { columns, vacancies }: { readonly columns: RegisterColumns; readonly vacancies: Vacancies },
  faults: Faults,
): Generator<number, { readonly entries: Entry[]; readonly places: Place[] }> {
  const entries: Entry[] = [];
  const places: Place[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % PORTION === 0) yield index;
    const cells = new TableRow(columns, line, faults);
    const entry = entryOf(cells, columns.kind ? 'kind' : 'level', vacancies);
    if (entry.code !== null) places.push(entry as Place);
    if (cells.sound) entries.push(entry as Entry);
  }
  return { entries, places };
}

const fields = registerOrganization.input.shape;
const head = changeHead.input.shape.headName;

/** What one row says; its faults are noted with it. */
function entryOf(cells: TableRow<Field>, kindField: 'kind' | 'level', vacancies: Vacancies) {
  const kind = cells.among(kindField, kinds);
  const code = cells.needed('code', cells.checked('code', fields.code));
  const villageType = cells.among('villageType', villageTypes);
  if (villageType && kind !== 'village')
    cells.fault('villageType', 'organization.village-type-of-no-village');
  const headName = cells.checked('headName', head);
  const headSince = cells.date('headSince');
  if (headSince && !headName && vacancies.get(code ?? '') !== headSince)
    cells.fault('headSince', 'register.since-without-head');
  return {
    row: cells.row,
    code,
    parentCode: cells.checked('parentCode', fields.code),
    name: cells.needed('name', cells.checked('name', fields.name)),
    kind: cells.needed(kindField, kind),
    villageType,
    category: cells.checked('category', fields.category),
    divisionCode: cells.checked('divisionCode', fields.divisionCode),
    headName,
    headSince,
    ofSystem: ofSystem(cells),
  };
}

function ofSystem(cells: TableRow<Field>): OfSystem {
  return {
    version: cells.version('version'),
    parentName: cells.text('parentName'),
    state: cells.among('state', states),
    registeredOn: cells.date('registeredOn'),
    endedOn: cells.date('endedOn'),
    mergedIntoName: cells.text('mergedIntoName'),
  };
}

/** The first one is said to people. */
const words: Readonly<Record<OrganizationKind, readonly [string, ...string[]]>> = {
  city: ['市', '设区市', '地级市'],
  county: ['县（市、区）', '县', '县(市、区)', '县级'],
  township: ['乡镇（街道）', '乡镇', '镇', '乡', '街道', '乡镇(街道)', '乡级'],
  village: ['村（社区）', '村', '社区', '村(社区)', '村级'],
  municipalUnit: ['市直单位', '机关部门', '部门单位', '部门'],
  budgetUnit: ['预算单位', '二级预算单位'],
  grassrootsStation: ['基层站所', '站所'],
  keyProject: ['重点项目', '重点工程', '重点工程项目'],
  stateOwnedEnterprise: ['国有企业', '国企'],
  zone: ['功能区', '开发区'],
};
export const kindChoices = OrganizationKind.options.map((kind) => words[kind][0]);
const kinds = new Map(
  OrganizationKind.options.flatMap((kind) => [kind, ...words[kind]].map((word) => [word, kind] as const)),
);
const states = new Map<string, OrganizationState>([
  ['active', 'active'],
  ['在册', 'active'],
  ['merged', 'merged'],
  ['已并入', 'merged'],
  ['dissolved', 'dissolved'],
  ['已撤销', 'dissolved'],
]);
const villageTypes = new Map<string, VillageType>([
  ['village', 'village'],
  ['村', 'village'],
  ['行政村', 'village'],
  ['community', 'community'],
  ['社区', 'community'],
]);
