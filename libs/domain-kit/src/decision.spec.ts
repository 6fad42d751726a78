import { expect, test } from '@jest/globals';
import { parseDate } from './date.js';
import { decide, type Fact } from './decision.js';

test('a decision is the new state and the facts for the journal, in order', () => {
  const effective = parseDate('2017-05-31');
  const closed: Fact = { type: 'rectification.item.closed', body: { itemId: '7' }, effective };
  const reviewed: Fact = { type: 'rectification.case.reviewed', body: {}, effective };
  expect(decide('closed', closed, reviewed)).toEqual({ state: 'closed', facts: [closed, reviewed] });
});
