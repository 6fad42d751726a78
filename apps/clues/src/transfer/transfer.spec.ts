import { describe, expect, test } from 'vitest';
import { addDays, grid, parseDate, type Id } from '@xuncha/domain-kit';
import { screenedClue, screenedOn as on } from '../clue/clue.fixture.js';
import type { Clue } from '../clue/clue.js';
import { batchOf } from './batch.js';
import { handoverDeadline, receiptDeadline } from './deadlines.js';
import * as domain from './transfer.js';

const organId = 'organ';
const opinion = '同意移交';
const told = { organId, deviation: null };
const toGo = (clue: Partial<Clue> = {}, routedTo: Id | null = organId) => ({
  clue: screenedClue(clue),
  routedTo,
});
const draft = (clues = [toGo()]) => domain.draft('transfer', clues, told, { by: 'custodian', on }).state;
const lead = (it: domain.Transfer, by = 'leader', leadsTeam = true) =>
  domain.approveAsLeader(it, { leadsTeam, by, on, opinion });
const office = (it: domain.Transfer, by = 'office') => domain.approveAsOffice(it, { by, on, opinion });
const group = (it: domain.Transfer, by = 'group', decidedOtherwise: string[] = []) =>
  domain.approve(it, { by, on, opinion, decidedOtherwise });
const approved = (it = draft()) => group(office(lead(it).state).state).state;
const deliver = (it: domain.Transfer, day = on) =>
  domain.deliver(it, { by: 'custodian', on: day, number: '瑞线移〔2017〕1号', letter: 'signed' });
const receive = (it: domain.Transfer, belongs = true) =>
  domain.receive(it, { by: 'organ-custodian', on, belongs, receipt: 'signed', organSignature: null });
const sendBack = (it: domain.Transfer) => domain.sendBack(it, { by: 'group', on, opinion: '材料不全' });

describe('the life of a transfer', () => {
  const actions = {
    approveAsLeader: (it: domain.Transfer) => lead(it),
    approveAsOffice: (it: domain.Transfer) => office(it),
    approve: (it: domain.Transfer) => group(it),
    return: sendBack,
    redraft: (it: domain.Transfer) => domain.redraft(it, [toGo()], told, { by: 'custodian', on }),
    deliver: (it: domain.Transfer) => deliver(it),
    receive: (it: domain.Transfer) => receive(it),
    pressHandover: (it: domain.Transfer) => domain.pressHandover(it, 'due', on),
    pressReceipt: (it: domain.Transfer) => domain.pressReceipt(it, { rung: 'reminder', number: null, on }),
  };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...draft(), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('three approvals by three people (rules.md 6)', () => {
  test.each([
    ['the leader as office', () => office(lead(draft()).state, 'leader')],
    ['the leader as leading group', () => group(office(lead(draft()).state).state, 'leader')],
    ['the office as leading group', () => group(office(lead(draft()).state).state, 'office')],
  ])('are not had from two: %s', (_, attempt) => {
    expect(attempt).toThrow('transfer.approved-twice-by-one-person');
  });

  test('whoever drafted may be one of the three: drafting approves nothing', () => {
    expect(office(lead(draft()).state, 'custodian').state.state).toBe('office');
  });

  test('are asked for anew after a return, and the form keeps the old ones (NB17-8)', () => {
    const returned = sendBack(office(lead(draft()).state).state).state;
    const again = domain.redraft(returned, [toGo()], told, { by: 'custodian', on }).state;
    const { state, steps } = lead(again).state;
    expect(state).toBe('leader');
    expect(steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['drafted', 'custodian'],
      ['leaderApproved', 'leader'],
      ['officeApproved', 'office'],
      ['returned', 'group'],
      ['drafted', 'custodian'],
      ['leaderApproved', 'leader'],
    ]);
  });

  test('begin with the leader of the team that raised the clues; where no team is, the office stands in', () => {
    expect(() => lead(draft(), 'office', false)).toThrow('transfer.not-its-leader');
    expect(lead(draft([toGo({ teamId: null })]), 'office', false).state.state).toBe('leader');
  });

  test('do not go against what the five-person group decided', () => {
    const it = office(lead(draft()).state).state;
    expect(() => group(it, 'group', ['瑞线〔2017〕1号'])).toThrow('transfer.disposal-decided-otherwise');
  });

  test('do not lie before the step before them', () => {
    const before = addDays(on, -1);
    const attempt = () => domain.approveAsLeader(draft(), { leadsTeam: true, by: 'a', on: before, opinion });
    expect(attempt).toThrow('transfer.before-last-step');
  });
});

test('nothing leaves unapproved, urgent or not (rules.md 6)', () => {
  const urgent = draft([toGo({ urgent: true })]);
  for (const it of [draft(), urgent, lead(urgent).state, office(lead(urgent).state).state])
    expect(() => deliver(it)).toThrow('flow.refused');
  expect(deliver(approved(urgent)).state.state).toBe('delivered');
});

test('the opinions of those who approve are in no event (NB17-8)', () => {
  const facts = [lead(draft()), sendBack(draft())].flatMap((decision) => decision.facts);
  expect(JSON.stringify(facts.map(({ body }) => body))).not.toMatch(/同意|材料/);
});

describe('a receipt (rules.md 8)', () => {
  test('is given once', () => {
    const received = receive(deliver(approved()).state).state;
    expect(() => receive(received)).toThrow('flow.refused');
  });

  test('is given by one of the organ that the transfer went to', () => {
    expect(() => receive(deliver(approved()).state, false)).toThrow('transfer.not-its-organ');
  });

  test('the organ knows of a transfer from the day of delivery only', () => {
    expect(approved().recipientId).toBeNull();
    expect(deliver(approved()).state.recipientId).toBe(organId);
  });

  test('is due three workdays after delivery; the Dragon Boat Festival is none (clue.receipt.due)', () => {
    const delivered = deliver(approved(), parseDate('2017-06-01')).state;
    const beforeTheFestival = deliver(approved(draft()), parseDate('2018-06-15')).state;
    expect(receiptDeadline(delivered)!.dueOn).toBe('2017-06-06');
    expect(receiptDeadline(beforeTheFestival)!.dueOn).toBe('2018-06-21');
  });
});

describe('clues of one batch', () => {
  const batch = (...clues: ReturnType<typeof toGo>[]) => batchOf(clues, told, on);

  test('are of one inspection', () => {
    const other = toGo({ id: 'other', inspectionId: 'another' });
    expect(() => batch(toGo(), other)).toThrow('transfer.several-inspections');
    expect(batch(toGo(), toGo({ id: 'other' })).clueIds).toEqual(['clue', 'other']);
  });

  test('are listed once each', () => {
    expect(() => batch(toGo(), toGo())).toThrow('transfer.clue-twice');
  });

  test('were screened before', () => {
    expect(() => batch(toGo({ screenedOn: addDays(on, 1) }))).toThrow('transfer.before-screening');
  });

  test('go where the routing table says, or elsewhere for a reason that is kept (rules.md 7, WH17-5)', () => {
    const elsewhere = toGo({}, 'another organ');
    expect(() => batch(elsewhere)).toThrow('transfer.organ-not-routed');
    expect(() => batch(toGo({}, null))).toThrow('transfer.organ-not-routed');
    const deviation = '案情涉及两个机关，协商由其办理';
    expect(batchOf([elsewhere], { organId, deviation }, on).deviation).toBe(deviation);
    expect(batchOf([toGo()], { organId, deviation }, on).deviation).toBeNull();
  });

  test('all go by the fast path where one is urgent, one workday from the day it was raised (urgent.clue.handover)', () => {
    const friday = parseDate('2017-05-26');
    const urgent = toGo({ id: 'urgent', urgent: true, raisedOn: friday });
    // The Monday and Tuesday after it were the holiday of the Dragon Boat Festival, the Saturday was made up.
    expect(handoverDeadline(draft([toGo(), urgent]))!.dueOn).toBe('2017-05-27');
    expect(handoverDeadline(draft())).toBeNull();
  });
});
