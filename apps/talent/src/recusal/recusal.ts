/** A breach found after a team was authorized: takes effect at once, and says what must be done again (rules.md 2). */
import {
  decide,
  recusalEnded,
  recusalFound,
  type Decision,
  type RecusalReason,
  type Redo,
} from '@xuncha/contracts';
import { defineFlow, idFrom, step, type BusinessDate, type Id, type StateOf } from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'talent.recusal',
  initial: 'found',
  states: {
    found: { end: 'ended' },
    ended: { find: 'found' },
  },
});

/** One member of an authorized team, or one who keeps petitions or clues, and one organization the team is sent to. */
export interface Breach {
  readonly teamId: Id;
  readonly inspectorId: Id;
  readonly accountId: Id;
  readonly organizationId: Id;
  readonly reasons: readonly RecusalReason[];
  /** The team had entered the organization when it was found. */
  readonly entered: boolean;
  /** Not of the team. */
  readonly custodian: boolean;
}
export interface Recusal extends Breach {
  readonly id: Id;
  readonly state: StateOf<typeof flow>;
  readonly foundOn: BusinessDate;
  readonly endedOn: BusinessDate | null;
}

/** One id for the same person, account, team and organization: what is found again is the same recusal. */
export function recusalIdOf({ teamId, inspectorId, accountId, organizationId }: Breach): Id {
  return idFrom(teamId, `${inspectorId} ${accountId} ${organizationId}`);
}

export function find(breach: Breach, on: BusinessDate): Decision<Recusal> {
  const state: Recusal = {
    id: recusalIdOf(breach),
    ...breach,
    state: flow.initial,
    foundOn: on,
    endedOn: null,
  };
  return decide(state, foundFact(state));
}

export function findAgain(recusal: Recusal, breach: Breach, on: BusinessDate): Decision<Recusal> {
  const state = step(flow, recusal.state, 'find');
  const after = { ...recusal, ...breach, state, foundOn: on, endedOn: null };
  return decide(after, foundFact(after));
}

/** Its cause is gone: the person left the team, the team no longer goes there, or the record says otherwise. */
export function end(recusal: Recusal, on: BusinessDate): Decision<Recusal> {
  const state = step(flow, recusal.state, 'end');
  return decide({ ...recusal, state, endedOn: on }, recusalEnded({ recusalId: recusal.id }));
}

/**
 * The member is replaced and the leading group authorizes who comes; another custodian steps in. What either did since the team is
 * on site is gone over by somebody else.
 */
export function redoOf({ entered, custodian }: Pick<Recusal, 'entered' | 'custodian'>): Redo[] {
  const instead: Redo[] = custodian ? ['replaceCustodian'] : ['replaceMember', 'reauthorize'];
  const again: Redo[] = custodian ? ['reviewPetitions'] : ['reviewPapers', 'reviewInterviews'];
  return entered ? [...instead, ...again] : instead;
}

function foundFact({ id, accountId, inspectorId, organizationId, teamId }: Recusal) {
  return recusalFound({ recusalId: id, accountId, inspectorId, organizationId, teamId });
}
