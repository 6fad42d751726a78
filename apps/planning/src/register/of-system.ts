/**
 * Columns that the system fills. A row that was taken out of the ledger has them as they were written, one that is new has them blank:
 * whoever changes something there is told where it is done instead, because reading the file in would not do it.
 */
import { HIDDEN_NAME } from '@xuncha/documents';
import type { Field, RegisterColumns } from './columns.js';
import type { Entry, OfSystem } from './entries.js';
import type { Organization } from '../organization/organization.js';

export type Registered = Organization & { readonly version: number };

/** A cell, by its column, and what is to be told of it. */
export type Told = readonly [Field, string];

const plain = ['state', 'registeredOn', 'endedOn'] as const satisfies readonly (keyof OfSystem)[];
/** That an organization ends is no cell: it is merged or dissolved. */
const codeOf = (field: Field) =>
  field === 'registeredOn' ? 'register.of-system' : 'register.ends-in-ledger';

export class SystemColumns {
  private readonly byCode: ReadonlyMap<string, Registered>;
  private readonly byId: ReadonlyMap<string, Registered>;
  private readonly inFile: ReadonlyMap<string, Entry>;
  /** Some viewers know their organizations by names alone, and take out no codes. */
  private readonly hasParentCodes: boolean;
  /** A file of another register is as good as one that somebody filled in. */
  private readonly isFromHere: boolean;

  constructor(
    registered: readonly Registered[],
    entries: readonly Entry[],
    private readonly columns: RegisterColumns,
  ) {
    this.byCode = new Map(registered.map((one) => [one.code, one]));
    this.byId = new Map(registered.map((one) => [one.id, one]));
    this.inFile = new Map(entries.map((entry) => [entry.code, entry]));
    this.hasParentCodes = entries.some(({ parentCode }) => parentCode !== null);
    this.isFromHere = entries.some(
      ({ code, ofSystem }) => ofSystem.version !== null && this.byCode.has(code),
    );
  }

  /** Of a row whose code is registered. */
  rewritten(entry: Entry, found: Registered): Told[] {
    const { ofSystem } = entry;
    const wrong = plain.filter(
      (field) => this.says(entry, field) && ofSystem[field] !== found[field],
    ) as Field[];
    const { mergedIntoId } = found;
    if (this.says(entry, 'mergedIntoName') && !this.isNameOf(mergedIntoId, ofSystem.mergedIntoName))
      wrong.push('mergedIntoName');
    const told = wrong.map((field): Told => [field, codeOf(field)]);
    const isAhead = ofSystem.version !== null && ofSystem.version > found.version;
    return isAhead ? [...told, ['version', 'register.of-system']] : told;
  }

  /** What a row says of its parent by the name, which is nothing: it is found by its code. */
  parentByName(entry: Entry, found: Registered): Told[] {
    const { parentName, version } = entry.ofSystem;
    if (!this.says(entry, 'parentName')) return [];
    const standing = found.parentId && this.byId.get(found.parentId)!.code;
    if (entry.parentCode === null && parentName !== null)
      return version !== null && parentName !== HIDDEN_NAME && standing !== null && this.hasParentCodes
        ? [['parentCode', 'register.parent-code-cleared']]
        : this.unlessNameOf(found.parentId, parentName);
    const isMoved = entry.parentCode !== standing;
    const isOfNext =
      isMoved && this.isNameOf(this.byCode.get(entry.parentCode ?? '')?.id ?? null, parentName);
    return isOfNext || (isMoved && parentName === null) ? [] : this.unlessNameOf(found.parentId, parentName);
  }

  /** Of a row whose code is not. */
  filledIn({ code: _, parentCode, ofSystem }: Entry): Told[] {
    const { version, state, parentName } = ofSystem;
    const told: Told[] = [];
    if ((state ?? 'active') !== 'active') told.push(['state', 'register.code-ended']);
    if (version !== null && this.isFromHere) told.push(['code', 'register.code-changed']);
    if (parentName !== null && parentCode === null) told.push(['parentName', 'register.parent-by-code']);
    if (version !== null) return told;
    const made = (['registeredOn', 'endedOn', 'mergedIntoName'] as const).filter(
      (field) => ofSystem[field] !== null,
    );
    return [...told, ...made.map((field): Told => [field, 'register.of-system-blank'])];
  }

  private unlessNameOf(id: string | null, name: string | null): Told[] {
    return this.isNameOf(id, name) ? [] : [['parentName', 'register.parent-by-code']];
  }

  /** A blank cell says something only where the row was taken out of the ledger. */
  private says({ ofSystem }: Entry, field: keyof OfSystem): boolean {
    return ofSystem[field] !== null || (ofSystem.version !== null && this.columns[field] !== undefined);
  }

  /** Also the one of whom the file has an older record: it may have been called so. */
  private isNameOf(id: string | null, name: string | null): boolean {
    if (name === HIDDEN_NAME) return true;
    const found = id === null ? undefined : this.byId.get(id);
    if (!found || name === null) return (found?.name ?? null) === name;
    const version = this.inFile.get(found.code)?.ofSystem.version ?? found.version;
    return name === found.name || version < found.version;
  }
}
