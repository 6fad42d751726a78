import { expect, test } from 'vitest';
import { changeIn, kindsHeard, mayBetray, mayHear, type Change, type ViewerAccess } from './change.js';

const change: Change = { aggregate: 'planning.organization', organizationIds: ['unit'], teamId: null };
const may = (
  grant: Partial<ViewerAccess['grants'][number]>,
  more: Partial<Change> = {},
  recused: string[] = [],
) =>
  mayHear(
    { ...change, ...more },
    { grants: [{ role: 'office', organizationId: null, teamId: null, ...grant }], recused },
  );

test('of an event only the kind of record, its organizations and its team are looked at', () => {
  const body = { organizationId: 'a', organizations: [{ organizationId: 'b', kind: 'village' }], name: 'x' };
  expect(changeIn('xc.planning.330381.assignment.issued', Buffer.from(JSON.stringify(body)))).toEqual({
    aggregate: 'planning.assignment',
    organizationIds: ['a', 'b'],
    teamId: null,
  });
  expect(changeIn('xc.planning.330381.round.closed', Buffer.from('not json'))).toBeUndefined();
});

test('who reads the register hears of it, who does not hears nothing', () => {
  expect(may({ role: 'office' })).toBe(true);
  expect(may({ role: 'auditAdministrator' })).toBe(false);
});

test('a recusal beats every role', () => {
  expect(may({ role: 'office' }, {}, ['unit'])).toBe(false);
  expect(may({ role: 'office' }, { organizationIds: ['unit', 'other'] }, ['other'])).toBe(false);
});

test('an organization hears of its own records only, also not of such that say no organization', () => {
  expect(may({ organizationId: 'unit' })).toBe(true);
  expect(may({ organizationId: 'other' })).toBe(false);
  expect(may({ organizationId: 'other' }, { organizationIds: [] })).toBe(false);
});

test('a team hears of its own records and of common ground', () => {
  expect(may({ teamId: 'team' }, { teamId: 'team' })).toBe(true);
  expect(may({ teamId: 'team' }, { teamId: 'other' })).toBe(false);
  expect(may({ teamId: 'team' }, { teamId: null })).toBe(true);
});

test('what no query shows, nobody hears of', () => {
  expect(may({ role: 'office' }, { aggregate: 'planning.secret' })).toBe(false);
});

test('a change that names no organization is kept from whoever is recused from any, because it may be of that one (rules.md 2)', () => {
  const clue: Change = { aggregate: 'clues.clue', organizationIds: [], teamId: null };
  expect(mayBetray(clue, { grants: [], recused: ['unit'] })).toBe(true);
  expect(mayBetray(clue, { grants: [], recused: [] })).toBe(false);
  expect(mayBetray(change, { grants: [], recused: ['other'] })).toBe(false);
});

test('what a viewer hears of at every beat is what their roles read, and nothing else', () => {
  const grants = [{ role: 'observer' as const, organizationId: null, teamId: null }];
  const kinds = kindsHeard({ grants, recused: ['unit'] });
  expect(kinds).toContain('planning.organization');
  expect(kinds).not.toContain('clues.clue');
});

test.each(['petition', 'activity', 'clue'])(
  'nobody on the inspected organization’s side hears that an %s moved, whatever other roles they have (rules.md 13)',
  (kind) => {
    const moved: Change = { aggregate: `onsite.${kind}`, organizationIds: ['unit'], teamId: null };
    const leader = { role: 'leader' as const, organizationId: null, teamId: null };
    const custodian = { role: 'petitionCustodian' as const, organizationId: null, teamId: null };
    const head = { role: 'organizationHead' as const, organizationId: 'unit', teamId: null };
    const hears = (...grants: ViewerAccess['grants']) => mayHear(moved, { grants, recused: [] });
    expect(hears(head)).toBe(false);
    expect(hears(head, leader, custodian)).toBe(false);
    expect(hears(leader, custodian)).toBe(true);
  },
);
