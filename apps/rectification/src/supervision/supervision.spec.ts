import { expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import { isOwed, issue, type Debt } from './supervision.js';

const from = parseDate('2017-06-01');
const dueOn = parseDate('2017-06-16');
const place = {
  inspectionId: 'inspection',
  assignmentId: 'assignment',
  roundId: 'round',
  organizationId: 'organization',
};
const debt: Debt = {
  matter: 'plan',
  place,
  caseId: 'case',
  itemId: null,
  due: { from, dueOn, profile: 'national-2017' },
};
const order = { kind: 'order', number: '试巡督〔2017〕1号', dueOn, on: dueOn } as const;

test('nobody is pressed for what was handed in or given another day in the meantime', () => {
  expect(isOwed(debt, dueOn)).toBe(true);
  expect(isOwed({ ...debt, due: null }, dueOn)).toBe(false);
  expect(isOwed({ ...debt, due: { ...debt.due!, dueOn: parseDate('2017-06-30') } }, dueOn)).toBe(false);
});

test('a debt is reminded of once and ordered once; the plan and the reports of one case are two debts', () => {
  const reminder = issue(debt, { kind: 'reminder', number: null, dueOn, on: from });
  const ids = [reminder, issue(debt, order), issue({ ...debt, matter: 'reports' }, order)].map(
    (decision) => decision.state.id,
  );
  expect(new Set(ids).size).toBe(3);
  expect(issue(debt, order).state.id).toBe(ids[1]);
  expect(reminder.facts[0]!.contract.event).toBe('reminded');
});
