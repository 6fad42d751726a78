/** What one item brought about (HZ16-11): recorded once, withdrawn where it was wrong, never deleted. */
import {
  decide,
  outcomeRecorded,
  outcomeWithdrawn,
  type Decision,
  type OutcomeKind,
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
import { pickPlace, type Place } from '../place/place.js';

export const flow = defineFlow({
  aggregate: 'rectification.outcome',
  initial: 'recorded',
  states: { recorded: { withdraw: 'withdrawn' }, withdrawn: {} },
});

/** The readable reference is restricted and stays in the record; events carry the pseudonym alone (rules.md 17). */
export interface HeldAccountable {
  readonly reference: string;
  readonly pseudonym: string;
}
/** One part of money repaid in parts (RA17-9); all parts of one repayment name its first. */
export interface Instalment {
  readonly number: number;
  readonly of: number;
  readonly total: Fen;
  readonly firstId: Id;
}
export interface Outcome extends Place {
  readonly id: Id;
  readonly itemId: Id;
  readonly caseId: Id | null;
  readonly findingId: Id;
  readonly state: StateOf<typeof flow>;
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly happenedOn: BusinessDate;
  readonly amount: Fen | null;
  readonly instalment: Instalment | null;
  readonly persons: HeldAccountable[];
  readonly recordedBy: Id;
  readonly withdrawal: { readonly reason: string; readonly on: BusinessDate; readonly by: Id } | null;
}

/** What a person says of an outcome. */
export interface Told {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly amount: Fen | null;
  readonly instalment: (Omit<Instalment, 'firstId'> & { firstId?: Id | undefined }) | null;
  readonly persons: HeldAccountable[];
}

const money: readonly OutcomeKind[] = ['moneyRecovered', 'moneyDeposited', 'incomeIncreased'];

/** `earlier` are the item's outcomes that stand. */
export function record(
  id: Id,
  of: Place & { id: Id; caseId: Id | null; findingId: Id },
  told: Told,
  earlier: readonly Outcome[],
  done: { by: Id; on: BusinessDate },
): Decision<Outcome> {
  refuseUnfit(told);
  const outcome: Outcome = {
    id,
    ...pickPlace(of),
    itemId: of.id,
    caseId: of.caseId,
    findingId: of.findingId,
    state: flow.initial,
    ...told,
    happenedOn: done.on,
    instalment: told.instalment && { ...told.instalment, firstId: told.instalment.firstId ?? id },
    recordedBy: done.by,
    withdrawal: null,
  };
  if (outcome.instalment) refuseUnsound(outcome.instalment, told.amount!, earlier);
  const { kind, amount } = outcome;
  const persons = [...new Set(outcome.persons.map((person) => person.pseudonym))];
  return decide(outcome, outcomeRecorded({ ...placeOf(outcome), kind, on: done.on, amount, persons }));
}

export function withdraw(outcome: Outcome, reason: string, by: Id, on: BusinessDate): Decision<Outcome> {
  const state = step(flow, outcome.state, 'withdraw');
  const after = { ...outcome, state, withdrawal: { reason, on, by } };
  return decide(after, outcomeWithdrawn(placeOf(after)));
}

/** Money has an amount, being held accountable has persons, and nothing else has either. */
function refuseUnfit({ kind, amount, instalment, persons }: Told): void {
  const isMoney = money.includes(kind);
  refuseIf(isMoney && !amount, 'outcome.amount-needed', { kind });
  refuseIf(!isMoney && amount !== null, 'outcome.no-amount', { kind });
  refuseIf(!isMoney && instalment !== null, 'outcome.no-amount', { kind });
  refuseIf(kind === 'accountability' && persons.length === 0, 'outcome.persons-needed');
  refuseIf(kind !== 'accountability' && persons.length > 0, 'outcome.no-persons', { kind });
}

/** Each part once, none beyond the total, and with the last one paid nothing is left over or missing. */
function refuseUnsound(instalment: Instalment, amount: Fen, earlier: readonly Outcome[]): void {
  const { number, of, total, firstId } = instalment;
  refuseIf(number > of, 'outcome.instalment-beyond-last', { number, of });
  const others = earlier.filter((outcome) => outcome.instalment?.firstId === firstId);
  refuseUnless(number === 1 || others.length > 0, 'outcome.first-instalment-unknown', { firstId });
  const isOther = others.some(({ instalment: it }) => it!.of !== of || it!.total !== total);
  refuseIf(isOther, 'outcome.instalment-of-another', { of, total });
  refuseIf(
    others.some((outcome) => outcome.instalment!.number === number),
    'outcome.instalment-recorded',
    { number },
  );
  const paid = others.reduce((sum, outcome) => sum + outcome.amount!, amount);
  refuseIf(paid > total, 'outcome.instalments-exceed-total', { paid, total });
  refuseIf(others.length + 1 === of && paid < total, 'outcome.instalments-short', { paid, total });
}

function placeOf(outcome: Outcome) {
  const { id: outcomeId, itemId, caseId, findingId } = outcome;
  return { outcomeId, itemId, caseId, findingId, ...pickPlace(outcome) };
}
