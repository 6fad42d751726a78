/** What came of a clue (HZ16-11, RA17-8): recorded once, withdrawn where it was wrong, never deleted; its persons are counted once (rules.md 17). */
import {
  clueOutcomeRecorded,
  clueOutcomeWithdrawn,
  decide,
  type ClueOutcomeKind,
  type Decision,
} from '@xuncha/contracts';
import {
  defineFlow,
  refuseIf,
  refuseUnless,
  step,
  type BusinessDate,
  type Fen,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { Clue } from '../clue/clue.js';

export const flow = defineFlow({
  aggregate: 'clues.outcome',
  initial: 'recorded',
  states: { recorded: { withdraw: 'withdrawn' }, withdrawn: {} },
});

/** What is said of an outcome. */
export interface Told {
  readonly kind: ClueOutcomeKind;
  /** Of the four forms 四种形态. */
  readonly form: number | null;
  /** As keyed pseudonyms: who they are stands in the clue's content alone. */
  readonly persons: readonly string[];
  readonly amount: Fen | null;
  readonly adjustsPost: boolean;
}
export interface Outcome extends Told {
  readonly id: Id;
  readonly clueId: Id;
  readonly organizationId: Id | null;
  readonly roundId: Id | null;
  readonly organId: Id;
  readonly state: StateOf<typeof flow>;
  readonly happenedOn: BusinessDate;
  readonly recordedBy: Id;
  readonly withdrawal: { readonly reason: string; readonly on: BusinessDate; readonly by: Id } | null;
}

/** Which of the four forms a kind can be: organizational measures the first three, sanctions all but the first, judicial transfer the last. */
const formsOf: Readonly<Record<ClueOutcomeKind, readonly number[]>> = {
  filed: [],
  sanction: [2, 3, 4],
  measure: [1, 2, 3],
  judicial: [4],
  recovered: [],
  namedPublicly: [],
};

export function record(
  id: Id,
  clue: Clue,
  told: Told,
  done: { by: Id; on: BusinessDate },
): Decision<Outcome> {
  const { organId, organizationId, roundId } = clue;
  refuseUnless(organId, 'clueOutcome.clue-not-received');
  refuseIf(done.on < clue.raisedOn, 'clueOutcome.before-clue', { raisedOn: clue.raisedOn });
  refuseUnfit(told);
  const persons = [...new Set(told.persons)];
  const [count, known] = [persons.length, clue.subjects.length];
  refuseIf(count > known, 'clueOutcome.more-people-than-clue', { count, known });
  const strangers = persons.filter((person) => !clue.subjects.includes(person));
  refuseIf(strangers.length > 0, 'clueOutcome.person-not-in-clue', { count: strangers.length });
  const outcome: Outcome = {
    id,
    clueId: clue.id,
    organizationId,
    roundId,
    organId,
    state: flow.initial,
    ...told,
    persons,
    happenedOn: done.on,
    recordedBy: done.by,
    withdrawal: null,
  };
  const fact = clueOutcomeRecorded({ outcomeId: id, clueId: clue.id, ...told, persons, on: done.on });
  return decide(outcome, fact);
}

/** A correction: it no longer counts, and stays with its reason. */
export function withdraw(
  outcome: Outcome,
  reason: string,
  done: { by: Id; on: BusinessDate },
): Decision<Outcome> {
  const state = step(flow, outcome.state, 'withdraw');
  const { id: outcomeId, clueId } = outcome;
  const after = { ...outcome, state, withdrawal: { reason, ...done } };
  return decide(after, clueOutcomeWithdrawn({ outcomeId, clueId }));
}

/** Money has an amount, everything else is about persons, and only what has a form is given one. */
function refuseUnfit({ kind, form, persons, amount, adjustsPost }: Told): void {
  refuseIf(amount !== null && amount < 0, 'money.negative', { text: String(amount) });
  const isMoney = kind === 'recovered';
  refuseIf(isMoney && !amount, 'clueOutcome.amount-needed');
  refuseIf(!isMoney && amount !== null, 'clueOutcome.no-amount', { kind });
  refuseIf(!isMoney && persons.length === 0, 'clueOutcome.persons-needed', { kind });
  refuseIf(form !== null && !formsOf[kind].includes(form), 'clueOutcome.form-unfit', { kind, form });
  refuseIf(adjustsPost && kind !== 'measure', 'clueOutcome.only-measures-adjust-posts', { kind });
}
