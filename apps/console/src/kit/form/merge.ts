/** Two people changed one record: what each did is kept where only one touched a field; where both did, a person decides. */
export type Values = Readonly<Record<string, unknown>>;

export interface Conflict {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}
export interface Merged {
  readonly values: Values;
  /** Both changed these, differently; `values` holds mine until somebody chooses. */
  readonly conflicts: readonly Conflict[];
  /** Changed by the other alone, and taken over. */
  readonly taken: readonly string[];
}

/** `base`: as I opened it; `mine`: as I filled it in; `theirs`: as it is now. */
export function merge(base: Values, mine: Values, theirs: Values): Merged {
  const fields = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
  const changedByMe = (field: string) => !isSame(base[field], mine[field]);
  const changedByThem = (field: string) => !isSame(base[field], theirs[field]);
  const taken = fields.filter((field) => changedByThem(field) && !changedByMe(field));
  const conflicts = fields
    .filter((field) => changedByThem(field) && changedByMe(field) && !isSame(mine[field], theirs[field]))
    .map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
  const values = Object.fromEntries(
    fields.map((field) => [field, taken.includes(field) ? theirs[field] : mine[field]]),
  );
  return { values, conflicts, taken };
}

/** Only what was changed; null where it was taken out. */
export function changesOf(base: Values, values: Values): Values {
  const fields = [...new Set([...Object.keys(base), ...Object.keys(values)])];
  const changed = fields.filter((field) => !isSame(base[field], values[field]));
  return Object.fromEntries(changed.map((field) => [field, values[field] ?? null]));
}

/** The record as it is now with what was changed in an earlier version of it: a person decides each field that differs. */
export function onTopOf(base: Values, changed: Values): Merged {
  const known = Object.fromEntries(
    Object.entries(changed).map(([field, value]) => [field, value ?? undefined]),
  );
  const conflicts = Object.keys(changesOf(base, { ...base, ...known })).map((field) => ({
    field,
    mine: known[field],
    theirs: base[field],
  }));
  return { values: { ...base, ...known }, conflicts, taken: [] };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** Nothing, null and an empty text or list are alike to whoever looks at a form. */
function canonical(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(canonical);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, member]) => canonical(member) !== null);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, canonical(member)]),
  );
}
