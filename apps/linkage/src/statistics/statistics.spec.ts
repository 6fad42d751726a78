import { expect, test } from 'vitest';
import { newId, parseDate } from '@xuncha/domain-kit';
import * as statistics from './statistics.js';

const day = parseDate;
const period = { from: day('2017-01-01'), to: day('2017-12-31') };
const today = day('2018-01-05');
const figure = (indicator: string, value: number) => ({
  indicator,
  value,
  sentence: '已进驻的组数',
  unit: 'count' as const,
});

test('zeros are sent explicitly, so that what fell to nothing is seen (ALL-2)', () => {
  const { figures } = statistics.reportOf(period, [figure('teams', 43), figure('findings', 0)]);
  expect(figures).toEqual([
    { id: 'teams', value: 43 },
    { id: 'findings', value: 0 },
  ]);
});

test('a period is sent when it is over, and runs forwards', () => {
  const send = (from: string, to: string) => () =>
    statistics.refuseUnsent({ from: day(from), to: day(to) }, false, today);
  expect(send('2017-01-01', '2018-01-05')).not.toThrow();
  expect(send('2017-01-01', '2018-01-06')).toThrow('statistics.period-not-over');
  expect(send('2017-12-31', '2017-01-01')).toThrow('statistics.period-reversed');
});

test('who is recused from an organization sees too little to send figures (rules.md 16)', () => {
  expect(() => statistics.refuseUnsent(period, true, today)).toThrow('statistics.sender-recused');
});

test('what arrives is what was sent, under the number that says which is the later (SZ-8)', () => {
  const report = statistics.reportOf(period, [figure('teams', 43)]);
  const id = newId();
  const sent = statistics.send(id, report, { peerSite: '3303', number: 2 }, today);
  const arrived = statistics.arrive(id, report, { peerSite: '330381', number: 2 }, today);
  expect(arrived.state).toMatchObject({ direction: 'in', peerSite: '330381', ...report });
  expect(arrived.state.id).not.toBe(sent.state.id);
  expect(arrived.facts[0]!.body).toMatchObject({ fromSite: '330381', number: 2, figures: report.figures });
});
