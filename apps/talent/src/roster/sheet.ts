/** The roster as a table of text, in the words that are read in again. */
import type { Id } from '@xuncha/domain-kit';
import { fields, forces, pools, ranks, sexes, specialities, titleOf, type Field } from './columns.js';
import type { Registered } from './known.js';

type Cell = (person: Registered, codes: ReadonlyMap<Id, string>) => string | null;
const cells: Readonly<Record<Field, Cell>> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  force: ({ force }) => forces.chinese[force],
  expert: ({ expert }) => pools.chinese[expert ? 'expert' : 'cadre'],
  sex: ({ sex }) => sexes.chinese[sex],
  born: ({ born }) => born,
  partySince: ({ partySince }) => partySince,
  organizationCode: ({ organizationId }, codes) => organizationId && codes.get(organizationId)!,
  unit: ({ unit }) => unit,
  homeCode: ({ homeId }, codes) => homeId && codes.get(homeId)!,
  rank: ({ rank }) => ranks.chinese[rank],
  specialities: (person) => person.specialities.map((one) => specialities.chinese[one]).join('、') || null,
  accountId: ({ accountId }) => accountId,
  version: ({ version }) => String(version),
};

const written: readonly Field[] = [...fields, 'version'];
export const rosterTitles = written.map(titleOf);

/** `codes` are those of the organizations. */
export function rosterRows(people: readonly Registered[], codes: ReadonlyMap<Id, string>) {
  return people.map((person) => written.map((field) => cells[field](person, codes)));
}
