import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import { confirmedFinding, fiveSee, inspected, later, on } from '../domain.fixture.js';
import type { Finding } from '../finding/finding.js';
import * as feedback from './feedback.js';

const decided: Finding = { ...confirmedFinding(), state: 'decided' };
const text = { number: '瑞巡反〔2017〕3号', opinion: '资金公开不及时，限期整改。' };
const prepared = (findings: readonly Finding[] = [decided]) =>
  feedback.prepare(inspected('decided'), findings, text, on).state;
const presented = (more: Partial<feedback.Feedback> = {}): feedback.Feedback => ({
  ...feedback.present(prepared(), on).state,
  ...more,
});
const head: feedback.Signing = { id: 'head', isHead: true };
const acting: feedback.Signing = { id: 'acting', isHead: false };
const signer: feedback.Signer = { signerId: 'acting', ground: 'headMayNotSign', reason: '另有核查事项' };

describe('the life of a feedback', () => {
  const actions = {
    revise: (it: feedback.Feedback) => feedback.revise(it, [decided], '补充意见', on),
    nameSigner: (it: feedback.Feedback) => feedback.nameSigner(it, signer, on),
    present: (it: feedback.Feedback) => feedback.present(it, on),
    sign: (it: feedback.Feedback) => feedback.sign(it, head, later),
  };
  test.each(grid(feedback.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action](presented({ state })).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('the feedback never names persons; only the report may (rules.md 5)', () => {
  test('its list has the findings without what is seen of persons', () => {
    expect(decided.fiveSee.persons).toEqual(fiveSee.persons);
    expect(JSON.stringify(prepared())).not.toContain('演示甲');
    expect(prepared().findings).toEqual([
      { findingId: 'finding', title: decided.title, clause: decided.clause, immediate: false },
    ]);
  });
  test('its text is refused while it names a person of a finding, and the refusal does not repeat the name', () => {
    const named = { ...text, opinion: '会计演示甲负有责任。' };
    const refusal = expect.objectContaining({ code: 'feedback.names-person', facts: {} });
    expect(() => feedback.prepare(inspected('decided'), [decided], named, on)).toThrow(refusal);
    expect(() => feedback.revise(prepared(), [decided], named.opinion, on)).toThrow(refusal);
  });
});

describe('who signs (rules.md 11)', () => {
  test('the head of the organization', () => {
    const { state, facts } = feedback.sign(presented(), head, later);
    expect(state).toMatchObject({ state: 'delivered', signedBy: 'head', deliveredOn: later });
    expect(facts[0]!.body).toMatchObject({
      on: later,
      profile: 'national-2017',
      findings: [{ findingId: 'finding', immediate: false }],
    });
  });
  test('nobody else of the organization', () => {
    expect(() => feedback.sign(presented(), acting, later)).toThrow('feedback.not-its-signer');
  });
  test('a person the office names signs instead, and the head then does not', () => {
    const named = feedback.nameSigner(presented(), signer, on).state;
    expect(feedback.sign(named, acting, later).state.signedBy).toBe('acting');
    expect(() => feedback.sign(named, head, later)).toThrow('feedback.not-its-signer');
  });
  test('why another person signs is told by no event', () => {
    const { facts } = feedback.nameSigner(presented(), signer, on);
    const body = JSON.stringify(facts[0]!.body);
    for (const secret of Object.values(signer)) expect(body).not.toContain(secret);
  });
});

test('rectification ordered on site is told, so that it is not begun twice (RA17-8)', () => {
  const ordered = { ...decided, immediateDueOn: parseDate('2017-04-05') };
  expect(prepared([ordered]).findings[0]!.immediate).toBe(true);
});

test('feedback follows the decision, and its steps follow each other', () => {
  expect(() => feedback.prepare(inspected('reported'), [decided], text, on)).toThrow('flow.refused');
  const before = parseDate('2017-03-19');
  expect(() => feedback.present(prepared(), before)).toThrow('feedback.before-last-step');
  expect(() => feedback.sign(presented(), head, before)).toThrow('feedback.before-last-step');
});
