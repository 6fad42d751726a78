/** Suspected breach by a person: screened, handed over, disposed of, concluded; never lost (lifecycle.md, rules.md 7, 9, 17). */
import {
  clueAbsorbed,
  clueAnswerPressed,
  clueBack,
  clueConcluded,
  clueDisposed,
  clueHeld,
  clueInTransfer,
  clueMerged,
  clueOpened,
  clueReceived,
  clueScreened,
  clueSetFree,
  clueTaken,
  decide,
  type Authority,
  type BodyOf,
  type ClueNature,
  type clueRaised,
  type Decision,
  type Disposition,
  type MovedFrom,
} from '@xuncha/contracts';
import {
  chinaCalendar,
  defineFlow,
  profileOf,
  refuseIf,
  refuseUnless,
  startDeadline,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { highest, refuseOrgan, type Bound, type Routing } from '../routing/routing.js';

export const flow = defineFlow({
  aggregate: 'clues.clue',
  initial: 'raised',
  states: {
    raised: { take: 'raised', screen: 'screened' },
    screened: {
      screen: 'screened',
      merge: 'merged',
      absorb: 'screened',
      putInTransfer: 'inTransfer',
      moveUp: 'movedUp',
    },
    inTransfer: { setFree: 'screened', receive: 'received', absorb: 'inTransfer' },
    received: { dispose: 'disposed', hold: 'held', press: 'received', absorb: 'received' },
    held: { comeBack: 'received', absorb: 'held' },
    disposed: { dispose: 'disposed', hold: 'held', conclude: 'concluded', absorb: 'disposed' },
    concluded: {},
    merged: { forget: 'merged' },
    movedUp: { sendUp: 'movedUp', forget: 'movedUp' },
  },
});

/** Ciphertext of the vault. */
export type Sealed = Buffer;
export interface Disposed {
  readonly disposition: Disposition;
  readonly until: BusinessDate | null;
  readonly on: BusinessDate;
}
export interface Clue extends Bound {
  readonly id: Id;
  readonly number: string;
  readonly inspectionId: Id | null;
  readonly assignmentId: Id | null;
  readonly roundId: Id | null;
  readonly teamId: Id | null;
  readonly findingId: Id | null;
  readonly movedFrom: MovedFrom | null;
  readonly state: StateOf<typeof flow>;
  readonly urgent: boolean;
  /** Of the round; of a clue from below it is known when the content is here. */
  readonly profile: string | null;
  /** Matter, source and persons; null before it has come, and when it has left for the site above. */
  readonly content: Sealed | null;
  /** Whom it is about, each once, as keyed pseudonyms (rules.md 17). */
  readonly subjects: readonly string[];
  readonly raisedOn: BusinessDate;
  readonly takenOn: BusinessDate | null;
  readonly screenedOn: BusinessDate | null;
  readonly transferId: Id | null;
  readonly organId: Id | null;
  readonly receivedOn: BusinessDate | null;
  /** Since when the organ owes an answer, and by when; null while it owes none (rules.md, clue.feedback.due). */
  readonly answerFrom: BusinessDate | null;
  readonly answerDueOn: BusinessDate | null;
  readonly heldUntil: BusinessDate | null;
  readonly dispositions: readonly Disposed[];
  readonly mergedIntoId: Id | null;
  readonly movedTo: string | null;
  /** Its end has a person and a date (rules.md 9). */
  readonly endedBy: Id | null;
  readonly endedOn: BusinessDate | null;
}

/** How every clue begins. */
export const nothingYet = {
  state: flow.initial,
  nature: null,
  authority: null,
  urgent: false,
  profile: null,
  content: null,
  subjects: [],
  takenOn: null,
  screenedOn: null,
  transferId: null,
  organId: null,
  receivedOn: null,
  answerFrom: null,
  answerDueOn: null,
  heldUntil: null,
  dispositions: [],
  mergedIntoId: null,
  movedTo: null,
  endedBy: null,
  endedOn: null,
};

/** By its number alone; what it says is fetched next. */
export function open(raised: BodyOf<typeof clueRaised>): Decision<Clue> {
  const { clueId, on, concernsId = null, ...told } = raised;
  const state: Clue = { ...nothingYet, ...told, id: clueId, concernsId, movedFrom: null, raisedOn: on };
  return decide(state, clueOpened({ clueId, number: state.number, movedFrom: null, on }));
}

/** What was fetched of it. */
export interface Taken {
  readonly content: Sealed;
  readonly subjects: readonly string[];
  readonly nature: ClueNature;
  readonly urgent: boolean;
  readonly profile: string;
}
/** Once: whoever fetched it a second time has fetched nothing new. */
export function take(clue: Clue, taken: Taken, on: BusinessDate): Decision<Clue> {
  if (clue.takenOn !== null) return decide(clue);
  const state = step(flow, clue.state, 'take');
  const after = { ...clue, ...taken, state, takenOn: on };
  return decide(after, clueTaken({ clueId: clue.id, movedFrom: clue.movedFrom }));
}

export interface Screening {
  readonly nature: ClueNature;
  /** Of each person (rules.md 7). */
  readonly authorities: readonly Authority[];
  readonly content: Sealed;
  readonly subjects: readonly string[];
}
/** From the matter to the persons: more of them may be named than were known when it was raised (HZ16-16). */
export function screen(
  clue: Clue,
  { authorities, nature, ...screened }: Screening,
  { level }: Routing,
  on: BusinessDate,
): Decision<Clue> {
  const state = step(flow, clue.state, 'screen');
  refuseUnless(clue.takenOn, 'clue.content-not-here');
  const isAboutMatters = nature === 'work' || nature === 'petition';
  refuseIf(authorities.length === 0 && !isAboutMatters, 'clue.persons-needed');
  const [first, ...others] = authorities;
  const authority = first ? highest([first, ...others]) : level; // a matter without persons is the site's own
  const after = { ...clue, ...screened, state, nature, authority, screenedOn: on };
  return decide(after, clueScreened({ clueId: clue.id, nature, authority, on }));
}

/** Who ended it, and when. */
export interface Ending {
  readonly by: Id;
  readonly on: BusinessDate;
}
/** The same matter, raised more than once, is counted once (rules.md 17). */
export function merge(clue: Clue, into: Clue, { by, on }: Ending): Decision<Clue> {
  const state = step(flow, clue.state, 'merge');
  refuseIf(into.id === clue.id, 'clue.merged-into-itself');
  const after = { ...clue, state, mergedIntoId: into.id, endedBy: by, endedOn: on };
  return decide(after, clueMerged({ clueId: clue.id, intoId: into.id, on }));
}

/** The other side of a merger: it now speaks for the persons of both, and where it has left it must still be in the right place. */
export function absorb(clue: Clue, merged: Clue, on: BusinessDate): Decision<Clue> {
  const state = step(flow, clue.state, 'absorb');
  const authority = highest([clue.authority!, merged.authority!]);
  const hasLeft = state !== 'screened';
  refuseIf(hasLeft && authority !== clue.authority, 'clue.merged-authority-above', { authority }); // rules.md 7
  const subjects = [...new Set([...clue.subjects, ...merged.subjects])];
  const fact = clueAbsorbed({ clueId: clue.id, mergedId: merged.id, on });
  return decide({ ...clue, state, authority, subjects }, fact);
}

/** To an organ that may have it (rules.md 7, 14). */
export function putInTransfer(
  clue: Clue,
  { transferId, organId }: { transferId: Id; organId: Id },
  routing: Routing,
): Decision<Clue> {
  const state = step(flow, clue.state, 'putInTransfer');
  refuseOrgan(routing, clue, organId);
  return decide({ ...clue, state, transferId }, clueInTransfer({ clueId: clue.id, transferId }));
}

/** The transfer was returned. */
export function setFree(clue: Clue, transferId: Id): Decision<Clue> {
  const state = step(flow, clue.state, 'setFree');
  refuseIf(clue.transferId !== transferId, 'clue.in-another-transfer');
  return decide({ ...clue, state, transferId: null }, clueSetFree({ clueId: clue.id }));
}

/** The organ signed for it; from that day it owes an answer (rules.md, clue.feedback.due). */
export function receive(
  clue: Clue,
  { transferId, organId }: { transferId: Id; organId: Id },
  on: BusinessDate,
): Decision<Clue> {
  const state = step(flow, clue.state, 'receive');
  refuseIf(clue.transferId !== transferId, 'clue.in-another-transfer');
  const after = { ...clue, ...answerOwed(clue, on), state, organId, receivedOn: on };
  return decide(after, clueReceived({ clueId: clue.id, on }));
}

/** The organ says what it does with it; held it comes back by date (lifecycle.md). */
export function dispose(clue: Clue, given: Disposed): Decision<Clue> {
  const { disposition, until, on } = given;
  const isHeld = disposition === 'held';
  const state = step(flow, clue.state, isHeld ? 'hold' : 'dispose');
  refuseIf(!isHeld && until !== null, 'clue.until-not-asked');
  refuseIf(isHeld && (until === null || until <= on), 'clue.until-needed');
  refuseIf(on < clue.receivedOn!, 'clue.before-last-step', { since: clue.receivedOn });
  const dispositions = [...clue.dispositions, given];
  const answered = { answerFrom: null, answerDueOn: null, heldUntil: until };
  const disposed = clueDisposed({ clueId: clue.id, disposition, on });
  const held = until === null ? [] : [clueHeld({ clueId: clue.id, until, on })];
  return decide({ ...clue, ...answered, state, dispositions }, disposed, ...held);
}

/** The day has come to which it was held; an answer is owed again. */
export function comeBack(clue: Clue, on: BusinessDate): Decision<Clue> {
  const state = step(flow, clue.state, 'comeBack');
  const after = { ...clue, ...answerOwed(clue, on), state, heldUntil: null };
  return decide(after, clueBack({ clueId: clue.id, on }));
}

/** No answer in the profile's time. */
export function press(clue: Clue, rung: 'reminder' | 'overdue', on: BusinessDate): Decision<Clue> {
  const state = step(flow, clue.state, 'press');
  return decide({ ...clue, state }, clueAnswerPressed({ clueId: clue.id, rung, on }));
}

/** With something that came of it, or closed without action by the organ (rules.md 9). `outcomes`: those that stand. */
export function conclude(clue: Clue, outcomes: number, { by, on }: Ending): Decision<Clue> {
  const state = step(flow, clue.state, 'conclude');
  const last = clue.dispositions.at(-1)!;
  refuseUnless(outcomes > 0 || last.disposition === 'closedWithoutAction', 'clue.no-outcome');
  refuseIf(on < last.on, 'clue.before-last-step', { since: last.on });
  return decide({ ...clue, state, endedBy: by, endedOn: on }, clueConcluded({ clueId: clue.id, on }));
}

function answerOwed({ profile }: Clue, from: BusinessDate) {
  const allowance = profileOf(profile!).durations['clue.feedback.due'];
  return { answerFrom: from, answerDueOn: startDeadline(chinaCalendar, from, allowance).dueOn };
}
