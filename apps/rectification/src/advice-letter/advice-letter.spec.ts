import { describe, expect, test } from 'vitest';
import { addDays, grid, parseDate } from '@xuncha/domain-kit';
import * as domain from './advice-letter.js';

const on = parseDate('2017-08-01');
const dueOn = parseDate('2017-09-30');
const said = { subject: '规范工程招投标', cause: '监管职责不清', advice: '制定管理办法', files: [] };
const told = { text: '已制定办法', on, by: 'somebody' };
const drafted = domain.draft('letter', { ...said, organizationId: 'department', roundId: null, on }).state;
const sent = domain.send(drafted, { number: '试巡建〔2017〕1号', dueOn, on }).state;
const answered = domain.answer(sent, told).state;

describe('the life of an advice letter (RA17-10)', () => {
  const actions = {
    revise: (it: domain.AdviceLetter) => domain.revise(it, said, on),
    send: (it: domain.AdviceLetter) => domain.send(it, { number: '试巡建〔2017〕1号', dueOn, on }),
    withdraw: (it: domain.AdviceLetter) => domain.withdraw(it, '重复', 'office', on),
    answer: (it: domain.AdviceLetter) => domain.answer(it, told),
    returnAnswer: (it: domain.AdviceLetter) => domain.returnAnswer(it, told),
    recordChange: (it: domain.AdviceLetter) => domain.recordChange(it, told),
    close: (it: domain.AdviceLetter) => domain.close(it, '尚在研究', on),
  };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...sent, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('is not to be answered before it was sent, nor by a day that is over', () => {
  expect(() => domain.send(drafted, { number: '1', dueOn: addDays(on, -1), on })).toThrow(
    'adviceLetter.due-in-past',
  );
  expect(() => domain.answer(sent, { ...told, on: addDays(on, -1) })).toThrow('adviceLetter.before-sent');
});

test('its answer is owed while it is with its addressee, again where it is returned, by another day perhaps', () => {
  const owed = (it: domain.AdviceLetter) => domain.dueOf(it)?.dueOn ?? null;
  expect([drafted, sent, answered].map(owed)).toEqual([null, dueOn, null]);
  expect(owed(domain.returnAnswer(answered, told).state)).toBe(dueOn);
  const later = addDays(dueOn, 15);
  expect(owed(domain.returnAnswer(answered, told, later).state)).toBe(later);
  expect(() => domain.returnAnswer(answered, { ...told, on: addDays(dueOn, 1) }, addDays(dueOn, -1))).toThrow(
    'adviceLetter.due-in-past',
  );
});

test('is done with what it changed, or with the reason why it changed nothing, and not with both', () => {
  expect(() => domain.close(answered, null, on)).toThrow('adviceLetter.nothing-changed');
  expect(domain.close(answered, '尚在研究', on).state.state).toBe('closed');
  const changed = domain.recordChange(answered, told).state;
  expect(() => domain.close(changed, '尚在研究', on)).toThrow('adviceLetter.something-changed');
  expect(domain.close(changed, null, on).facts[0]!.body).toMatchObject({ changes: 1 });
});

test('no event says what was written', () => {
  const decisions = [
    domain.revise(drafted, said, on),
    domain.answer(sent, told),
    domain.recordChange(answered, told),
  ];
  const bodies = decisions.flatMap(({ facts }) => facts.map(({ body }) => body));
  expect(JSON.stringify(bodies)).not.toMatch(/\p{Script=Han}/u);
});
