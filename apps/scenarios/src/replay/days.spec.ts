import { expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import { daysOf, type Course } from './days.js';

const course = (...tasks: readonly [key: string, on: string][]): Course => ({
  tasks: tasks.map(([key, on]) => ({
    key,
    by: 'somebody',
    on: parseDate(on),
    move: () => {
      throw new Error('not to be taken here');
    },
  })),
});

test('a plan is cut into days, each course keeps its order, and the longest run of a day goes first', () => {
  const days = daysOf([
    course(['a1', '2017-01-03'], ['a2', '2017-01-04'], ['a3', '2017-01-04']),
    course(['b1', '2017-01-04']),
    course(['c1', '2017-01-03'], ['c2', '2017-01-03'], ['c3', '2017-01-05']),
  ]);
  expect(days.map(({ on, runs }) => [on, runs.map((run) => run.map(({ key }) => key))])).toEqual([
    ['2017-01-03', [['c1', 'c2'], ['a1']]],
    ['2017-01-04', [['a2', 'a3'], ['b1']]],
    ['2017-01-05', [['c3']]],
  ]);
});
