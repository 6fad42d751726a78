import { describe, expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import type { Round } from '../round/round.js';
import * as hearing from './hearing.js';

const session: hearing.Session = {
  body: 'fivePersonGroup',
  heldOn: parseDate('2017-06-20'),
  decisions: ['逐一研究问题处置意见'],
};
const round = (id: string, more: Partial<Round> = {}) =>
  ({ id, name: '第一轮巡察', state: 'reporting', ledBy: 'county', ...more }) as Round;

test('one session that heard several rounds is one hearing with its decisions (RA17-12)', () => {
  const { state, facts } = hearing.hold('h', session, [round('a'), round('b')]);
  expect(state).toEqual({ id: 'h', ...session, roundIds: ['a', 'b'] });
  expect(facts.map(({ body }) => body)).toEqual([
    { hearingId: 'h', body: 'fivePersonGroup', heldOn: '2017-06-20', roundIds: ['a', 'b'] },
  ]);
});

test('a round is heard from its first entry on, also after its close, and once in a session', () => {
  for (const state of ['underway', 'reporting', 'closed'] as const)
    expect(hearing.hold('h', session, [round('a', { state })]).state.id).toBe('h');
  for (const state of ['draft', 'submitted', 'returned', 'approved', 'teaming', 'cancelled'] as const)
    expect(() => hearing.hold('h', session, [round('a', { state })])).toThrow('hearing.round-not-underway');
  expect(() => hearing.hold('h', session, [round('a'), round('a')])).toThrow('hearing.round-twice');
});

describe("a township's own committee", () => {
  const own: hearing.Session = { ...session, body: 'townshipCommittee' };
  test('hears the rounds that townships lead themselves (RA17-7), and no other', () => {
    const led = round('a', { ledBy: 'township' });
    expect(hearing.hold('h', own, [led]).state.body).toBe('townshipCommittee');
    expect(() => hearing.hold('h', own, [led, round('b')])).toThrow('hearing.not-led-by-township');
  });
});
