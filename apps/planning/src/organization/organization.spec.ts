import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as organization from './organization.js';

const on = parseDate('2017-03-01');
const village: organization.Description = {
  name: '演示村',
  kind: 'village',
  category: null,
  villageType: 'village',
  divisionCode: '330381001001',
  parentId: null,
};
const registered = (id = 'a') => organization.register(id, `code-${id}`, village, on).state;

describe('the life of an organization in the register', () => {
  const actions = {
    change: (it: organization.Organization) => organization.change(it, village, []),
    changeHead: (it: organization.Organization) => organization.changeHead(it, '演示甲001', on),
    merge: (it: organization.Organization) => organization.merge(it, registered('b'), on),
    dissolve: (it: organization.Organization) => organization.dissolve(it, on),
  };
  test.each(grid(organization.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...registered(), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('an organization cannot be put below itself, at whatever depth', () => {
  expect(() => organization.change(registered('a'), { ...village, parentId: 'c' }, ['c', 'b', 'a'])).toThrow(
    'organization.cycle',
  );
});

test('an organization is merged only into another one that is still active', () => {
  expect(() => organization.merge(registered('a'), registered('a'), on)).toThrow(
    'organization.merged-into-itself',
  );
  const gone = organization.dissolve(registered('b'), on).state;
  expect(() => organization.merge(registered('a'), gone, on)).toThrow('organization.not-active');
});

test('only a village can be of the type village or community', () => {
  const unit = { ...village, kind: 'municipalUnit' as const };
  expect(() => organization.register('a', 'x', unit, on)).toThrow('organization.village-type-of-no-village');
});

test('a post is vacant where no head is named (rules.md 11)', () => {
  const { state, facts } = organization.changeHead(registered(), null, on);
  expect(state.headName).toBeNull();
  expect(facts[0]!.body).toEqual({ organizationId: 'a', since: '2017-03-01', vacant: true });
});
