import { describe, expect, test } from 'vitest';
import { grid, parseDate, statesOf } from '@xuncha/domain-kit';
import { inspected, on } from '../domain.fixture.js';
import * as petition from './petition.js';

const sealed = (text: string) => Buffer.from(`sealed:${text.length}`);
const receipt: petition.Receipt = {
  id: 'p',
  number: '瑞信〔2017〕3号',
  channel: 'letter',
  content: sealed('反映账目不公开'),
  sender: sealed('{}'),
  consent: false,
  concernsId: null,
  concernsTeam: false,
};
const received = (more: Partial<petition.Petition> = {}): petition.Petition => ({
  ...petition.receive(inspected(), receipt, on).state,
  ...more,
});
const today = parseDate('2017-03-21');

describe('the life of a petition', () => {
  const verdict = { verdict: 'justified' as const, result: sealed('属实'), by: 'member' };
  const actions = {
    screen: (it: petition.Petition) => petition.screen(it, on),
    assign: (it: petition.Petition) => petition.assign(it, inspected(), 'member', on),
    verify: (it: petition.Petition) => petition.verify(it, verdict, on),
    refer: (it: petition.Petition) =>
      petition.refer(it, { toOrganizationId: 'bureau', withSender: false }, on),
    answer: (it: petition.Petition) => petition.answer(it, sealed('已督促公开'), on),
    close: (it: petition.Petition) => petition.close(it, 'custodian', on),
    press: (it: petition.Petition) => petition.press(it, 'due'),
  };
  test.each(grid(petition.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action](received({ state, assigneeId: 'member' })).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('a petition is numbered on receipt, and its answer is due sixty days later (rules.md petition.answer.due)', () => {
  expect(received()).toMatchObject({ number: '瑞信〔2017〕3号', receivedOn: on, dueOn: '2017-05-19' });
});

test('a petition never disappears: it is closed by a person on a date (rules.md 9)', () => {
  const { state } = petition.close(received({ state: 'answered' }), 'custodian', today);
  expect(state).toMatchObject({ state: 'closed', closedBy: 'custodian', closedOn: today });
});

describe('who reported is seen by nobody but two custodians together (rules.md 13)', () => {
  const asked = petition.askForSender(received(), 'custodian', today).state;
  const opened = petition.agreeToSender(asked, 'second', today).state;

  test('one who asks does not see it, nor agrees to their own question', () => {
    expect(() => petition.refuseSenderTo(asked, 'custodian', today)).toThrow(
      'petition.second-custodian-needed',
    );
    expect(() => petition.agreeToSender(asked, 'custodian', today)).toThrow(
      'petition.second-custodian-needed',
    );
  });
  test('both see it on the day they agreed', () => {
    expect(() => petition.refuseSenderTo(opened, 'custodian', today)).not.toThrow();
    expect(() => petition.refuseSenderTo(opened, 'second', today)).not.toThrow();
  });
  test('a third custodian does not, and neither do the two on another day', () => {
    const tomorrow = parseDate('2017-03-22');
    expect(() => petition.refuseSenderTo(opened, 'third', today)).toThrow('petition.second-custodian-needed');
    expect(() => petition.refuseSenderTo(opened, 'custodian', tomorrow)).toThrow(
      'petition.second-custodian-needed',
    );
    expect(() => petition.agreeToSender(asked, 'second', tomorrow)).toThrow('petition.sender-not-asked-for');
  });
  test('an agreement is given once, to a question', () => {
    expect(() => petition.agreeToSender(received(), 'second', today)).toThrow(
      'petition.sender-not-asked-for',
    );
    expect(() => petition.agreeToSender(opened, 'third', today)).toThrow('petition.sender-not-asked-for');
  });
  test('an unnamed petition has nothing to open', () => {
    expect(() => petition.askForSender(received({ sender: null }), 'custodian', today)).toThrow(
      'petition.unnamed',
    );
  });
  test('the words a custodian writes down do not give the sender away', () => {
    const sender = { name: '演示乙', contact: '13800000000' };
    expect(() => petition.refuseSenderIn('演示乙反映账目不公开', sender)).toThrow(
      'petition.content-names-sender',
    );
    expect(() => petition.refuseSenderIn('请回电13800000000', sender)).toThrow(
      'petition.content-names-sender',
    );
    expect(() => petition.refuseSenderIn('账目不公开', sender)).not.toThrow();
    expect(() => petition.refuseSenderIn('账目不公开', undefined)).not.toThrow();
  });
});

test('the team learns of a petition when it is assigned to one of its members', () => {
  const screened = received({ state: 'screened' });
  expect(screened.teamId).toBeNull();
  expect(petition.assign(screened, inspected(), 'member', on).state.teamId).toBe('team');
  expect(() => petition.assign(screened, inspected(), 'stranger', on)).toThrow(
    'petition.assignee-outside-team',
  );
});

test('the member a petition is assigned to reports on it, nobody else', () => {
  const assigned = received({ state: 'assigned', assigneeId: 'member' });
  const attempt = () =>
    petition.verify(assigned, { verdict: 'justified', result: sealed('属实'), by: 'leader' }, on);
  expect(attempt).toThrow('petition.not-its-assignee');
});

describe('a referral (rules.md 14)', () => {
  const screened = received({ state: 'screened', concernsId: 'unit' });
  const to = (toOrganizationId: string, withSender = false) => ({ toOrganizationId, withSender });

  test('never goes to the unit complained about, nor to the inspected organization', () => {
    for (const unit of ['unit', 'village']) {
      expect(() => petition.refer(screened, to(unit), on)).toThrow(
        'petition.referred-to-unit-complained-about',
      );
    }
  });
  test('goes elsewhere without identity, or with the petitioner’s consent', () => {
    expect(() => petition.refer(screened, to('bureau', true), on)).toThrow(
      'petition.identity-without-consent',
    );
    expect(petition.refer(screened, to('bureau'), on).state.referredWithSender).toBe(false);
    const agreed = petition.refer({ ...screened, consent: true }, to('bureau', true), on).state;
    expect(agreed).toMatchObject({ referredToId: 'bureau', referredWithSender: true });
  });
});

test('what is reported about the inspectors’ own conduct never goes to the team, and is referred instead (rules.md 18)', () => {
  const screened = received({ state: 'screened', concernsTeam: true });
  expect(() => petition.assign(screened, inspected(), 'member', on)).toThrow('petition.concerns-team');
  const { state } = petition.refer(screened, { toOrganizationId: 'bureau', withSender: false }, on);
  expect(state).toMatchObject({ referredToId: 'bureau', teamId: null });
});

describe('a justified matter is open until it is closed (rules.md 12)', () => {
  test.each(statesOf(petition.flow))('%s', (state) => {
    const isOpen = (verdict: petition.Petition['verdict']) =>
      petition.isJustifiedAndOpen(received({ state, verdict }));
    expect(isOpen('justified')).toBe(state !== 'closed');
    expect(isOpen('partlyJustified')).toBe(state !== 'closed');
    expect(isOpen('unjustified')).toBe(false);
    expect(isOpen(null)).toBe(false);
  });
});
