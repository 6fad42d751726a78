import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as clue from './clue.js';
import {
  closed,
  disposedClue,
  ending,
  later,
  raised,
  receivedClue,
  receivedOn,
  routing,
  screenedClue,
  screenedOn,
  screening,
  taken,
  takenClue,
} from './clue.fixture.js';
import { forget, moveUp, sendUp } from './moved-up.js';

const transfer = { transferId: 'transfer', organId: 'discipline' };
const held: clue.Disposed = { disposition: 'held', until: parseDate('2017-09-01'), on: later };
const inquiry: clue.Disposed = { disposition: 'inquiry', until: null, on: later };
const other = screenedClue({ id: 'other' });

describe('the life of a clue', () => {
  const actions = {
    take: (it: clue.Clue) => clue.take({ ...it, takenOn: null }, taken, screenedOn),
    screen: (it: clue.Clue) => clue.screen(it, screening, routing, screenedOn),
    merge: (it: clue.Clue) => clue.merge(it, other, ending),
    absorb: (it: clue.Clue) => clue.absorb(it, other, later),
    putInTransfer: (it: clue.Clue) => clue.putInTransfer(it, transfer, routing),
    setFree: (it: clue.Clue) => clue.setFree(it, 'transfer'),
    receive: (it: clue.Clue) => clue.receive(it, transfer, receivedOn),
    dispose: (it: clue.Clue) => clue.dispose(it, inquiry),
    hold: (it: clue.Clue) => clue.dispose(it, held),
    comeBack: (it: clue.Clue) => clue.comeBack(it, later),
    press: (it: clue.Clue) => clue.press(it, 'overdue', later),
    conclude: (it: clue.Clue) => clue.conclude(it, 1, ending),
    moveUp: (it: clue.Clue) => moveUp({ ...it, authority: 'city' }, routing, ending),
    sendUp: (it: clue.Clue) => sendUp(it, '3303', later),
    forget: (it: clue.Clue) => forget(it, later),
  };
  test.each(grid(clue.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action](disposedClue({ state })).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('a clue never disappears: its end has a state, a person and a date (rules.md 9)', () => {
  const ended = { endedBy: 'custodian', endedOn: later };

  test('it is concluded with something that came of it', () => {
    const { state } = clue.conclude(clue.dispose(receivedClue(), inquiry).state, 1, ending);
    expect(state).toMatchObject({ state: 'concluded', ...ended });
  });
  test('or closed without action by the organ that has it, and not just so', () => {
    expect(clue.conclude(disposedClue(), 0, ending).state).toMatchObject({ state: 'concluded', ...ended });
    const inquired = clue.dispose(receivedClue(), inquiry).state;
    expect(() => clue.conclude(inquired, 0, ending)).toThrow('clue.no-outcome');
  });
  test('or merged into another clue on the same matter, whose end is its own', () => {
    const { state } = clue.merge(screenedClue(), other, ending);
    expect(state).toMatchObject({ state: 'merged', mergedIntoId: 'other', ...ended });
  });
  test('or moved up to the level that manages the person', () => {
    const { state } = moveUp(screenedClue({ authority: 'city' }), routing, ending);
    expect(state).toMatchObject({ state: 'movedUp', ...ended });
  });
  test('it is not concluded before the day of the disposition', () => {
    const early = { by: 'custodian', on: receivedOn };
    expect(() => clue.conclude(disposedClue(), 0, early)).toThrow('clue.before-last-step');
  });
});

describe('the same matter is counted once, whatever route it took (rules.md 17)', () => {
  test('the clue that stays speaks for the persons of both, each of them once', () => {
    const [one, two] = ['PERSONAAAAAAAAAA', 'PERSONBBBBBBBBBB'];
    const { state } = clue.absorb(screenedClue(), screenedClue({ subjects: [one, two] }), later);
    expect(state.subjects).toEqual([one, two]);
  });
  test('it is not merged into itself', () => {
    expect(() => clue.merge(screenedClue(), screenedClue(), ending)).toThrow('clue.merged-into-itself');
  });
  test('before it leaves, the person managed highest decides where it goes; after it, such a clue is no part of it (rules.md 7)', () => {
    const above = screenedClue({ id: 'other', authority: 'city' });
    expect(clue.absorb(screenedClue(), above, later).state.authority).toBe('city');
    expect(() => clue.absorb(receivedClue(), above, later)).toThrow('clue.merged-authority-above');
  });
  test('content that was fetched twice is taken once', () => {
    expect(clue.take(takenClue(), taken, later).facts).toEqual([]);
  });
});

describe('screening', () => {
  test('waits for the content', () => {
    const attempt = () => clue.screen(clue.open(raised).state, screening, routing, screenedOn);
    expect(attempt).toThrow('clue.content-not-here');
  });
  test('says for each person who may deal with them; the highest decides for the clue (rules.md 7)', () => {
    const of = (...authorities: clue.Screening['authorities']) =>
      clue.screen(takenClue(), { ...screening, authorities }, routing, screenedOn).state.authority;
    expect(of('county', 'province', 'city')).toBe('province');
    expect(of('county')).toBe('county');
  });
  test('goes from the matter to the persons: more may be named than when it was raised (HZ16-16)', () => {
    const persons = ['PERSONAAAAAAAAAA', 'PERSONBBBBBBBBBB'];
    const again = { ...screening, authorities: ['county', 'county'] as const, subjects: persons };
    const { state } = clue.screen(screenedClue(), again, routing, later);
    expect(state).toMatchObject({ state: 'screened', subjects: persons, screenedOn: later });
  });
  test('a breach, inaction, crime or personnel matter without persons is no clue; work and petitions are matters', () => {
    const of = (nature: clue.Screening['nature']) => () =>
      clue.screen(takenClue(), { ...screening, nature, authorities: [] }, routing, screenedOn);
    for (const nature of ['breach', 'inaction', 'crime', 'personnel'] as const)
      expect(of(nature)).toThrow('clue.persons-needed');
    for (const nature of ['work', 'petition'] as const) expect(of(nature)().state.authority).toBe('county');
  });
});

describe('in a transfer', () => {
  const sent = clue.putInTransfer(screenedClue(), transfer, routing).state;

  test('a clue on a city-managed official does not go to any organ of the county (rules.md 7)', () => {
    const above = screenedClue({ authority: 'city' });
    expect(() => clue.putInTransfer(above, transfer, routing)).toThrow('clue.belongs-above');
  });
  test('it is set free or received by that transfer alone', () => {
    expect(clue.setFree(sent, 'transfer').state).toMatchObject({ state: 'screened', transferId: null });
    expect(() => clue.setFree(sent, 'another')).toThrow('clue.in-another-transfer');
    const another = { ...transfer, transferId: 'another' };
    expect(() => clue.receive(sent, another, receivedOn)).toThrow('clue.in-another-transfer');
  });
});

describe('an organ answers what it did with a clue (rules.md clue.feedback.due)', () => {
  test('within three months of signing for it', () => {
    expect(receivedClue()).toMatchObject({ answerFrom: receivedOn, answerDueOn: '2017-07-05' });
  });
  test('a disposition is the answer; another one may follow', () => {
    const inquired = clue.dispose(receivedClue(), inquiry).state;
    expect(inquired).toMatchObject({ answerDueOn: null, dispositions: [inquiry] });
    const closing = { ...closed, on: parseDate('2017-06-01') };
    expect(clue.dispose(inquired, closing).state.dispositions).toEqual([inquiry, closing]);
    const early = { ...inquiry, on: screenedOn };
    expect(() => clue.dispose(receivedClue(), early)).toThrow('clue.before-last-step');
  });
  test('held, it comes back by date, and an answer is owed again from that day', () => {
    const waiting = clue.dispose(receivedClue(), held).state;
    expect(waiting).toMatchObject({ state: 'held', heldUntil: held.until, answerDueOn: null });
    const back = clue.comeBack(waiting, held.until!).state;
    expect(back).toMatchObject({ state: 'received', heldUntil: null, answerDueOn: '2017-12-01' });
  });
  test('what is held has a date after the disposition, nothing else has one', () => {
    for (const until of [null, later])
      expect(() => clue.dispose(receivedClue(), { ...held, until })).toThrow('clue.until-needed');
    const attempt = () => clue.dispose(receivedClue(), { ...inquiry, until: held.until });
    expect(attempt).toThrow('clue.until-not-asked');
  });
});
