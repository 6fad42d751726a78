import { describe, expect, test } from 'vitest';
import type { ProposedMember } from '@xuncha/contracts';
import type { Needs } from './composition.js';
import { inspector, organization, person, team } from './composition.fixture.js';
import { price } from './price.js';
import { breachInWords } from './words.js';

const finance = { kind: 'speciality', speciality: 'finance' } as const;
const needs: Needs = {
  teams: [
    team('第一组', {
      size: { least: 2, most: 3 },
      leader: { ranks: ['division'] },
      deputies: { least: 1, most: 2, ranks: ['section', 'division'] },
      quotas: [
        { of: finance, atLeast: 1 },
        { of: { kind: 'newcomer' }, atMost: 0 },
        { of: { kind: 'force', force: 'fullTime' }, percentAtLeast: 50 },
      ],
    }),
    team('第二组', { size: { least: 0, most: 1 }, leader: { ranks: [] } }),
  ],
  noOneTwice: true,
  load: { days: 60, daysAtMost: 240 },
};
const pool = [
  person('leader', { rank: 'division', participations: 8 }),
  person('deputy', { specialities: ['finance'] }),
  person('staff', { rank: 'staff', force: 'borrowed', daysThisYear: 95, participations: 2 }),
  person('new', { force: 'standing', participations: 0 }),
  person('tired', { daysThisYear: 200 }),
  person('recused', { recusedFrom: [organization('第一组')] }),
  person('was there', { inspected: [organization('第一组')] }),
];
const as = (role: ProposedMember['role'], name: string): ProposedMember => ({
  inspectorId: inspector(name),
  role,
});
const good = [as('leader', 'leader'), as('deputy', 'deputy')];
const priceOf = (...members: ProposedMember[]) =>
  price(needs, pool, [
    { designation: '第一组', members },
    { designation: '第二组', members: [as('leader', 'recused')] },
  ]);
const breachesOf = (...members: ProposedMember[]) => priceOf(...members).breaches.map(breachInWords);

describe('teams changed by hand', () => {
  test('cost, term by term, what people, missing old hands and empty seats cost', () => {
    expect(priceOf(...good)).toMatchObject({
      points: 2 + 20 + 2,
      terms: { load: 0, force: 0, speciality: 2, experience: 2, seats: 20 },
      breaches: [],
    });
  });

  test('show at once what a change costs: here a borrowed member who was away three months, for an empty seat', () => {
    const changed = priceOf(...good, as('member', 'staff'));
    expect(changed.breaches).toEqual([]);
    expect(changed.points - priceOf(...good).points).toBe(3 + 3 + 2 - 20);
    expect(changed.teams[0]).toMatchObject({
      designation: '第一组',
      terms: { load: 3, force: 3, speciality: 4, experience: 0, seats: 0 },
    });
  });

  test.each([
    [
      [as('leader', 'leader')],
      [
        '第一组不少于2人（现有1人）',
        '第一组副组长1至2名，须为乡科级正职或县处级正职（现有0人）',
        '第一组至少1名财务人员（现有0人）',
      ],
    ],
    [[as('leader', 'deputy'), as('deputy', 'leader')], ['第一组组长1名，须为县处级正职（现有0人）']],
    [
      [...good, as('member', 'staff'), as('member', 'staff')],
      ['一人同时只在一个组（现有1人）', '第一组不超过3人（现有4人）'],
    ],
    [[...good, as('member', 'new')], ['第一组至多0名首次参加巡察的人员（现有1人）']],
    [
      [...good, as('member', 'recused')],
      ['第一组不派须回避的人（现有1人）', '一人同时只在一个组（现有1人）'],
    ],
    [[...good, as('member', 'was there')], ['第一组不派已巡察过同一单位的人（现有1人）']],
    [[...good, as('member', 'tired')], ['本轮60天，每人全年在组不超过240天（现有1人）']],
  ])('break what they break, in words (%#; rules.md 2, WH17-1)', (members, words) => {
    expect(breachesOf(...members)).toEqual(words);
  });

  test('name those who should not be there', () => {
    const [breach] = priceOf(...good, as('member', 'recused')).breaches;
    expect(breach).toMatchObject({ broken: { kind: 'recused' }, inspectorIds: [inspector('recused')] });
  });

  test('are refused where they name a person or a team nobody asked about', () => {
    expect(() => priceOf(as('leader', 'stranger'))).toThrow('composition.unknown-person');
    const elsewhere = [{ designation: '第九组', members: [] }];
    expect(() => price(needs, pool, elsewhere)).toThrow('composition.unknown-team');
  });
});
