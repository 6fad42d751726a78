/** The rows of a register, cell by cell. */
import { changeHead, OrganizationKind, registerOrganization, VillageType } from '@xuncha/contracts';
import { isDate, type BusinessDate } from '@xuncha/domain-kit';
import type { Columns, Field } from './columns.js';
import type { Faults } from './faults.js';
import type { Line } from './lines.js';

/** What a row says of an organization; null where its cell is blank, and then it says nothing. */
export interface Entry extends Place {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly villageType: VillageType | null;
  readonly category: string | null;
  readonly divisionCode: string | null;
  readonly headName: string | null;
  readonly headSince: BusinessDate | null;
}
/** Enough of a row to place it in the tree, also where its other cells are wrong. */
export interface Place {
  readonly row: number;
  readonly code: string;
  readonly parentCode: string | null;
}
type VillageType = (typeof VillageType.options)[number];

/** Entries of sound rows, and the place of every row that has a code. */
export function entriesOf(lines: readonly Line[], columns: Columns, faults: Faults) {
  const entries: Entry[] = [];
  const places: Place[] = [];
  for (const line of lines) {
    const cells = new Cells(line, columns, faults);
    const entry = cells.entry();
    if (entry.code !== null) places.push(entry as Place);
    if (cells.sound) entries.push(entry as Entry);
  }
  return { entries, places };
}

const fields = registerOrganization.input.shape;
const head = changeHead.input.shape.headName;

class Cells {
  sound = true;

  constructor(
    private readonly line: Line,
    private readonly columns: Columns,
    private readonly faults: Faults,
  ) {}

  entry() {
    const kind = this.among(this.columns.kind ? 'kind' : 'level', kinds);
    const code = this.needed('code', this.checked('code', fields.code));
    const villageType = this.among('villageType', villageTypes);
    if (villageType && kind !== 'village')
      this.fault('villageType', 'organization.village-type-of-no-village');
    const headName = this.checked('headName', head);
    const headSince = this.date('headSince');
    if (headSince && !headName) this.fault('headSince', 'register.since-without-head');
    return {
      row: this.line.row,
      code,
      parentCode: this.checked('parentCode', fields.code),
      name: this.needed('name', this.checked('name', fields.name)),
      kind: this.needed(this.columns.kind ? 'kind' : 'level', kind),
      villageType,
      category: this.checked('category', fields.category),
      divisionCode: this.checked('divisionCode', fields.divisionCode),
      headName,
      headSince,
    };
  }

  private text(field: Field): string | null {
    const column = this.columns[field];
    return (column && this.line.cells[column.index]) || null;
  }

  private checked(field: Field, schema: { safeParse(text: string): { success: boolean } }): string | null {
    const text = this.text(field);
    if (text !== null && !schema.safeParse(text).success) this.fault(field, 'register.cell-malformed');
    return text;
  }

  private needed<T>(field: Field, value: T | null): T | null {
    if (this.text(field) === null) this.fault(field, 'register.cell-missing');
    return value;
  }

  private among<T>(field: Field, words: ReadonlyMap<string, T>): T | null {
    const text = this.text(field);
    const meaning = text === null ? null : words.get(text);
    if (meaning === undefined) this.fault(field, 'register.cell-unknown');
    return meaning ?? null;
  }

  private date(field: Field): BusinessDate | null {
    const text = this.text(field);
    const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text ?? '');
    const date = parts && [parts[1], parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-');
    if (date && isDate(date)) return date;
    if (text !== null) this.fault(field, 'register.cell-malformed');
    return null;
  }

  private fault(field: Field, code: string): void {
    this.sound = false;
    this.faults.add({ row: this.line.row, column: this.columns[field]!.title, code });
  }
}

const words: Readonly<Record<OrganizationKind, readonly string[]>> = {
  city: ['市', '设区市', '地级市'],
  county: ['县', '县（市、区）', '县(市、区)', '县级'],
  township: ['乡镇', '镇', '乡', '街道', '乡镇（街道）', '乡镇(街道)', '乡级'],
  village: ['村', '社区', '村（社区）', '村(社区)', '村级'],
  municipalUnit: ['市直单位', '机关部门', '部门单位', '部门'],
  budgetUnit: ['预算单位', '二级预算单位'],
  grassrootsStation: ['基层站所', '站所'],
  keyProject: ['重点工程', '重点项目', '重点工程项目'],
  stateOwnedEnterprise: ['国有企业', '国企'],
  zone: ['功能区', '开发区'],
};
const kinds = new Map(
  OrganizationKind.options.flatMap((kind) => [kind, ...words[kind]].map((word) => [word, kind] as const)),
);
const villageTypes = new Map<string, VillageType>([
  ['village', 'village'],
  ['村', 'village'],
  ['行政村', 'village'],
  ['community', 'community'],
  ['社区', 'community'],
]);
