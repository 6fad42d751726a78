/**
 * Rows whose code is registered: alike, or a fault, cell by cell; and one that says which version it was taken out in may say something
 * else, which is a change of just that.
 */
import { decide, type Decision } from '@xuncha/contracts';
import type { BusinessDate, Faults, Id } from '@xuncha/domain-kit';
import * as organization from '../organization/organization.js';
import type { Field, RegisterColumns } from './columns.js';
import type { Entry } from './entries.js';
import { SystemColumns, type Registered, type Told } from './of-system.js';
import type { Standing } from './tree.js';

type Organization = organization.Organization;

/** One organization that is to become what its row says. */
export interface Change {
  readonly id: Id;
  readonly seen: number;
  readonly code: string;
  /** Of the parent that it is to have; null for none. */
  readonly parentCode: string | null;
  readonly isMoved: boolean;
  readonly description: Omit<organization.Description, 'parentId'>;
  /** Undefined where it stays. */
  readonly head: { readonly name: string | null; readonly since: BusinessDate } | undefined;
}

const compared = [
  'name',
  'kind',
  'parentCode',
  'villageType',
  'category',
  'divisionCode',
  'headName',
  'headSince',
] as const;
type Compared = (typeof compared)[number];

export interface Rows {
  readonly columns: RegisterColumns;
  readonly entries: readonly Entry[];
  readonly faults: Faults;
}

/** Looks at each row with what is registered under its code. */
export class Known {
  private readonly columns: RegisterColumns;
  private readonly faults: Faults;
  private readonly byCode: ReadonlyMap<string, Registered>;
  private readonly codes: ReadonlyMap<Id, string>;
  private readonly system: SystemColumns;

  constructor(
    registered: readonly Registered[],
    { columns, entries, faults }: Rows,
    private readonly on: BusinessDate,
  ) {
    this.columns = columns;
    this.faults = faults;
    this.byCode = new Map(registered.map((one) => [one.code, one]));
    this.codes = new Map(registered.map(({ id, code }) => [id, code]));
    this.system = new SystemColumns(registered, entries, columns);
  }

  /** By code. */
  standings(): Map<string, Standing> {
    const standing = ({ state, parentId }: Organization) => ({
      isActive: state === 'active',
      parentCode: this.parentCode(parentId),
    });
    return new Map([...this.byCode.values()].map((one) => [one.code, standing(one)]));
  }

  /** Null where the row is as it is registered, or wrong; undefined where nothing is registered under its code. */
  changeIn(entry: Entry): Change | null | undefined {
    const found = this.byCode.get(entry.code);
    if (!found) {
      for (const [field, code] of this.system.filledIn(entry)) this.fault(entry, field, code);
      return undefined;
    }
    const differing = this.differing(entry, found);
    const refused = this.refused(entry, found, differing);
    for (const [field, code] of refused) this.fault(entry, field, code);
    return differing.length === 0 || refused.length > 0 ? null : this.change(entry, found, differing);
  }

  private differing(entry: Entry, found: Registered): Compared[] {
    const present = { ...found, parentCode: this.parentCode(found.parentId) };
    return compared.filter((field) => this.says(entry, field) && entry[field] !== present[field]);
  }

  /** A blank cell says nothing; where the row was taken out of the ledger it says that there is nothing any more. */
  private says(entry: Entry, field: Compared): boolean {
    if (entry[field] !== null) return true;
    const { version, parentName } = entry.ofSystem;
    // Whoever may not know of a parent took out a row without its code.
    if (version === null || !this.columns[field] || field === 'headSince') return false;
    return field !== 'parentCode' || parentName === null;
  }

  private refused(entry: Entry, found: Registered, differing: readonly Compared[]): readonly Told[] {
    const { version, state } = entry.ofSystem;
    const rewritten = this.system.rewritten(entry, found);
    if (rewritten.length > 0) return rewritten;
    // That it has ended must be said in the row, too.
    if (found.state !== 'active' && state === null) return [['code', 'register.code-ended']];
    const all = (code: string) => differing.map((field) => [field, code] as const);
    if (found.state !== 'active') return all('register.code-ended');
    if (version === null) return all('register.registered-otherwise');
    if (version !== found.version) return all('register.changed-since');
    const head = this.headIn(entry, differing);
    if (head && found.headSince && head.since < found.headSince)
      return [[this.columns.headSince ? 'headSince' : 'headName', 'register.since-before-last']];
    return [...this.system.parentByName(entry, found), ...this.sinceCleared(entry, found, differing)];
  }

  private change(entry: Entry, found: Registered, differing: readonly Compared[]): Change {
    const said = (field: Compared) => this.says(entry, field);
    const { name, kind } = entry;
    const villageType = said('villageType') ? entry.villageType : found.villageType;
    return {
      id: found.id,
      seen: found.version,
      code: found.code,
      parentCode: said('parentCode') ? entry.parentCode : this.parentCode(found.parentId),
      isMoved: differing.includes('parentCode'),
      description: {
        name,
        kind,
        villageType: kind === 'village' ? villageType : null,
        category: said('category') ? entry.category : found.category,
        divisionCode: said('divisionCode') ? entry.divisionCode : found.divisionCode,
      },
      head: this.headIn(entry, differing),
    };
  }

  private headIn({ headName, headSince }: Entry, differing: readonly Compared[]): Change['head'] {
    const isSaid = differing.includes('headName') || differing.includes('headSince');
    return isSaid ? { name: headName, since: headSince ?? this.on } : undefined;
  }

  private parentCode(parentId: Id | null): string | null {
    return parentId && this.codes.get(parentId)!;
  }

  /** Nobody begins on no day. */
  private sinceCleared(
    { headSince, ofSystem }: Entry,
    found: Registered,
    differing: readonly Compared[],
  ): Told[] {
    const isCleared = headSince === null && found.headSince !== null && ofSystem.version !== null;
    return isCleared && this.columns.headSince && !differing.includes('headName')
      ? [['headSince', 'register.since-cleared']]
      : [];
  }

  private fault({ row }: Entry, field: Field, code: string): void {
    this.faults.add({ row, column: (this.columns[field] ?? this.columns.level!).title, code });
  }
}

/** More than a tree has levels. */
const DEEPEST = 100;

/** Those above come first: so no step on the way is a circle that the end is not. */
export function fromAbove(
  changes: readonly Change[],
  above: (code: string) => string | null | undefined,
): Change[] {
  const depthOf = ({ code }: Change) => {
    let depth = 0;
    for (let next = above(code); next && depth < DEEPEST; next = above(next)) depth++;
    return depth;
  };
  const deep = changes.map((change) => ({ change, depth: depthOf(change) }));
  return deep.toSorted((a, b) => a.depth - b.depth).map(({ change }) => change);
}

/** `ancestors` are those of the new parent, itself included; none where it stays where it is. */
export function changed(
  before: Organization,
  { description, head }: Change,
  parentId: Id | null,
  ancestors: readonly Id[],
): Decision<Organization> {
  const after = { ...description, parentId };
  const isDescribedAnew = (Object.keys(after) as (keyof typeof after)[]).some(
    (key) => after[key] !== before[key],
  );
  const described = isDescribedAnew ? organization.change(before, after, ancestors) : decide(before);
  if (!head) return described;
  const headed = organization.changeHead(described.state, head.name, head.since);
  return decide(headed.state, ...described.facts, ...headed.facts);
}
