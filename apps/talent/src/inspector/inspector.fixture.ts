/** A person of the tests: of age, in the party, with a unit, ready for any pool but the standing one. */
import { parseDate } from '@xuncha/domain-kit';
import * as inspector from './inspector.js';

export const on = parseDate('2017-03-01');
export const description: inspector.Description = {
  name: Buffer.from('sealed'),
  force: 'borrowed',
  expert: false,
  sex: 'female',
  born: parseDate('1980-05-20'),
  partySince: parseDate('2005-07-01'),
  accountId: null,
  organizationId: 'unit',
  unit: null,
  homeId: null,
  specialities: ['audit'],
  career: [],
  kin: [],
};

export function registered(
  more: Partial<inspector.Description> = {},
  others: Parameters<typeof inspector.register>[1] = [],
) {
  const person = { id: 'person', code: 'p1', rank: 'staff' as const };
  return inspector.register({ ...person, description: { ...description, ...more } }, others, on);
}
export const candidate = (more: Partial<inspector.Description> = {}) => registered(more).state;
