// SP-6: after more than 6 months in a row in one year an excellent grade does not count against the unit's quota.
import { describe, expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import { isOutsideQuota, longestRun, monthsOf } from './incentive.js';

const stay = (from: string, to: string | null) => ({
  from: parseDate(from),
  to: to === null ? null : parseDate(to),
});
const runOf = (stays: ReturnType<typeof stay>[], today = '2018-06-30') =>
  longestRun(stays, 2017, parseDate(today));
const outside = (...stays: ReturnType<typeof stay>[]) => isOutsideQuota(runOf(stays)!);

test('six months to the day are not more than six months, a day more is (SP-6)', () => {
  expect(outside(stay('2017-03-01', '2017-08-31'))).toBe(false);
  expect(outside(stay('2017-03-01', '2017-09-01'))).toBe(true);
});

describe('months in a row', () => {
  test('go on where the next team begins the day after, or before the last has ended', () => {
    expect(outside(stay('2017-02-01', '2017-04-30'), stay('2017-05-01', '2017-08-15'))).toBe(true);
    expect(runOf([stay('2017-04-01', '2017-08-15'), stay('2017-02-01', '2017-06-30')])).toEqual(
      stay('2017-02-01', '2017-08-15'),
    );
    expect(runOf([stay('2017-02-01', '2017-09-30'), stay('2017-04-01', '2017-05-31')])).toEqual(
      stay('2017-02-01', '2017-09-30'),
    );
  });

  test('are broken by a day back at the unit: five and four months are no nine', () => {
    const run = runOf([stay('2017-02-01', '2017-06-30'), stay('2017-07-02', '2017-10-31')])!;
    expect([monthsOf(run), isOutsideQuota(run)]).toEqual([5, false]);
  });

  test('are those of one year: from October to May is three months of the first', () => {
    const run = runOf([stay('2017-10-01', '2018-05-31')])!;
    expect(run).toEqual(stay('2017-10-01', '2017-12-31'));
    expect(monthsOf(run)).toBe(3);
  });

  test('run until today for those who are still in the team', () => {
    expect(runOf([stay('2017-03-01', null)], '2017-05-31')).toEqual(stay('2017-03-01', '2017-05-31'));
  });
});

test('who was in no team that year has nothing in a row', () => {
  expect(runOf([stay('2016-01-01', '2016-12-31')])).toBeNull();
});
