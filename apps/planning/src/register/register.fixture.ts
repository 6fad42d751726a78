/** What becomes of the text of a register's file, and the ledger as such a text; for domain tests. */
import { listOrganizations } from '@xuncha/contracts';
import { fieldsOf } from '@xuncha/contracts/fields';
import { fieldWord, valueWord } from '@xuncha/documents';
import { DomainError, parseDate, type Line } from '@xuncha/domain-kit';
import type * as organization from '../organization/organization.js';
import { changed } from './known.js';
import { fill } from './register.js';

export const on = parseDate('2017-01-03');
let serial = 0;
const newId = () => `id-${++serial}`;
/** No cell of these holds a comma; the last line may end. */
const linesIn = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => ({ row: index + 1, cells: line.split(',') }));
/** As often changed as it says, once where it does not. */
export type Present = organization.Organization & { readonly version?: number };
export function filled(text: string, present: readonly Present[] = []) {
  const registered = present.map((one) => ({ version: 1, ...one }));
  const steps = fill(linesIn(text), registered, on);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { organizations, changes, idOf } = step.value.written(newId);
  const byId = new Map(registered.map((one) => [one.id, one]));
  const decisions = changes.map((change) =>
    changed(byId.get(change.id)!, change, change.parentCode && idOf(change.parentCode), []),
  );
  return { counts: step.value.counts, organizations: [...organizations], changes: decisions };
}
export const organizationsOf = (text: string) => filled(text).organizations.map(({ state }) => state);

/** `row column code` of every fault. */
export function faultsOf(text: string, registered: readonly Present[] = []): string[] {
  try {
    filled(text, registered);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'table.rows-invalid') throw error;
    const { errors } = error.facts as { errors: { row: number; column: string; code: string }[] };
    return errors.map(
      ({ row, column, code }) => `${row} ${column} ${code.replace(/^(register|table)\./, '')}`,
    );
  }
  return [];
}

/** As the gateway writes the ledger into a file: words for values, the parent by its name and by its code. */
export function asTakenOut(registered: readonly Present[]): string {
  const { items } = fieldsOf(listOrganizations.output) as Record<string, any>;
  const fields = Object.keys(items.item.fields).filter((name) => name !== 'id');
  const byId = new Map(registered.map((one) => [one.id, one]));
  const cellsOf = (one: Present) =>
    fields.flatMap((name) => {
      const parent = one.parentId === null ? undefined : byId.get(one.parentId);
      if (name === 'parentId') return [parent?.name ?? '', parent?.code ?? ''];
      const { type, of } = items.item.fields[name];
      if (name === 'version') return [String(one.version ?? 1)];
      if (name === 'mergedIntoId') return [byId.get(one.mergedIntoId ?? '')?.name ?? ''];
      const value = String(one[name as keyof Present] ?? '');
      return [type === 'choice' ? valueWord(of, value) : value];
    });
  const titles = fields.flatMap((name) => {
    const title = fieldWord(name, 'listOrganizations');
    return name === 'parentId' ? [title, '上级代码'] : [title];
  });
  return [titles, ...registered.map(cellsOf)].map((cells) => cells.join(',')).join('\n');
}
