/** An advice letter: written advice to a department for a systemic cause, its answer, and what it changed (RA17-10). */
import {
  adviceAnswered,
  adviceAnswerReturned,
  adviceChangeRecorded,
  adviceLetterClosed,
  adviceLetterDrafted,
  adviceLetterRevised,
  adviceLetterSent,
  adviceLetterWithdrawn,
  decide,
  type Decision,
  type FileRef,
} from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type BusinessDate, type Id, type StateOf } from '@xuncha/domain-kit';
import type { Due, Dues } from '../due/due.js';

/** Series of the official numbers: `瑞巡建〔2017〕1号`. */
export const LETTER_SERIES = '巡建';

export const flow = defineFlow({
  aggregate: 'rectification.adviceLetter',
  initial: 'draft',
  states: {
    draft: { revise: 'draft', send: 'sent', withdraw: 'withdrawn' },
    sent: { answer: 'answered', withdraw: 'withdrawn' },
    answered: { returnAnswer: 'sent', recordChange: 'answered', close: 'closed' },
    // What it changed may show much later.
    closed: { recordChange: 'closed' },
    withdrawn: {},
  },
});

/** Its addressee learns of a letter when it is sent. */
export const shownToAddressee: readonly AdviceLetter['state'][] = ['sent', 'answered', 'closed'];

/** What somebody said on a day. */
export interface Telling {
  readonly text: string;
  readonly on: BusinessDate;
  readonly by: Id;
}
export interface Answer extends Telling {
  /** Absent in answers from before there were any. */
  readonly files?: readonly FileRef[];
}
export interface AdviceLetter {
  readonly id: Id;
  readonly number: string | null;
  readonly organizationId: Id;
  readonly roundId: Id | null;
  readonly subject: string;
  readonly cause: string;
  readonly advice: string;
  /** Null in letters from before there were any. */
  readonly files: readonly FileRef[] | null;
  readonly state: StateOf<typeof flow>;
  readonly draftedOn: BusinessDate;
  readonly sentOn: BusinessDate | null;
  readonly dueOn: BusinessDate | null;
  readonly answer: Answer | null;
  readonly returned: Telling | null;
  readonly changes: Telling[];
  readonly noChange: string | null;
  readonly closedOn: BusinessDate | null;
  readonly withdrawal: { readonly reason: string; readonly on: BusinessDate; readonly by: Id } | null;
}
export type Said = Pick<AdviceLetter, 'subject' | 'cause' | 'advice' | 'files'>;

export function draft(
  id: Id,
  { on, ...given }: Said & Pick<AdviceLetter, 'organizationId' | 'roundId'> & { on: BusinessDate },
): Decision<AdviceLetter> {
  const letter: AdviceLetter = {
    id,
    number: null,
    ...given,
    state: flow.initial,
    draftedOn: on,
    sentOn: null,
    dueOn: null,
    answer: null,
    returned: null,
    changes: [],
    noChange: null,
    closedOn: null,
    withdrawal: null,
  };
  return decide(letter, adviceLetterDrafted(whichOf(letter, on)));
}

export function revise(letter: AdviceLetter, said: Said, on: BusinessDate): Decision<AdviceLetter> {
  const after = { ...letter, ...said, state: step(flow, letter.state, 'revise') };
  return decide(after, adviceLetterRevised(whichOf(letter, on)));
}

export interface Sending {
  readonly number: string;
  readonly dueOn: BusinessDate;
  readonly on: BusinessDate;
}
export function send(letter: AdviceLetter, { number, dueOn, on }: Sending): Decision<AdviceLetter> {
  const state = step(flow, letter.state, 'send');
  refuseIf(dueOn < on, 'adviceLetter.due-in-past', { dueOn });
  const after = { ...letter, state, number, sentOn: on, dueOn };
  return decide(after, adviceLetterSent({ ...whichOf(letter, on), dueOn }));
}

export function withdraw(
  letter: AdviceLetter,
  reason: string,
  by: Id,
  on: BusinessDate,
): Decision<AdviceLetter> {
  const state = step(flow, letter.state, 'withdraw');
  const after = { ...letter, state, withdrawal: { reason, on, by } };
  return decide(after, adviceLetterWithdrawn(whichOf(letter, on)));
}

export function answer(letter: AdviceLetter, told: Answer): Decision<AdviceLetter> {
  const state = step(flow, letter.state, 'answer');
  refuseIf(told.on < letter.sentOn!, 'adviceLetter.before-sent', { since: letter.sentOn });
  return decide({ ...letter, state, answer: told }, adviceAnswered(whichOf(letter, told.on)));
}

/** By another day, perhaps: the one of the letter may be over by now. */
export function returnAnswer(
  letter: AdviceLetter,
  told: Telling,
  dueOn = letter.dueOn,
): Decision<AdviceLetter> {
  const state = step(flow, letter.state, 'returnAnswer');
  refuseIf(dueOn !== letter.dueOn && dueOn! < told.on, 'adviceLetter.due-in-past', { dueOn });
  return decide({ ...letter, state, dueOn, returned: told }, adviceAnswerReturned(whichOf(letter, told.on)));
}

export function recordChange(letter: AdviceLetter, told: Telling): Decision<AdviceLetter> {
  const state = step(flow, letter.state, 'recordChange');
  refuseIf(told.on < letter.sentOn!, 'adviceLetter.before-sent', { since: letter.sentOn });
  const after = { ...letter, state, changes: [...letter.changes, told] };
  return decide(after, adviceChangeRecorded(whichOf(letter, told.on)));
}

/** With what it changed on record, or the reason why it changed nothing. */
export function close(
  letter: AdviceLetter,
  noChange: string | null,
  on: BusinessDate,
): Decision<AdviceLetter> {
  const state = step(flow, letter.state, 'close');
  const changes = letter.changes.length;
  refuseIf(changes === 0 && noChange === null, 'adviceLetter.nothing-changed');
  refuseIf(changes > 0 && noChange !== null, 'adviceLetter.something-changed', { count: changes });
  const after = { ...letter, state, noChange, closedOn: on };
  return decide(after, adviceLetterClosed({ ...whichOf(letter, on), changes }));
}

/** Says when it turns amber, which is the same in every profile; a letter may come of many rounds. */
const PROFILE = 'national-2024';

/** The answer, as long as the letter is with its addressee. */
export function dueOf({ state, sentOn, dueOn }: AdviceLetter): Due | null {
  return state === 'sent' ? { from: sentOn!, dueOn: dueOn!, profile: PROFILE } : null;
}

export const duesOf = (letter: AdviceLetter): Dues => ({ 'advice.due': dueOf(letter) });

function whichOf({ id, organizationId, roundId }: AdviceLetter, on: BusinessDate) {
  return { adviceLetterId: id, organizationId, roundId, on };
}
