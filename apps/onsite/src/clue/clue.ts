/**
 * Suspected breach by a person, as the team raises it: with a number, and a content that is ciphertext until the clues service has it
 * and nothing afterwards (rules.md 5). No finding, event or list says what is in it.
 */
import { clueHandedOver, clueRaised, decide, type ClueNature, type Decision } from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type BusinessDate, type Id, type StateOf } from '@xuncha/domain-kit';
import type { Finding } from '../finding/finding.js';
import { admit, placeOf, refuseBeforeEntry, type Inspection } from '../inspection/inspection.js';
import { placed, whereOf, type Place } from '../inspection/place.js';
import type { Petition } from '../petition/petition.js';

export const flow = defineFlow({
  aggregate: 'onsite.clue',
  initial: 'raised',
  states: { raised: { handOver: 'handedOver' }, handedOver: {} },
});

/** Ciphertext of the vault. */
export type Sealed = Buffer;
export interface Raised {
  readonly id: Id;
  readonly number: string;
  readonly nature: ClueNature;
  /** Important, and found while the team is on site: handed over within a workday (HZP-3). */
  readonly urgent: boolean;
  readonly content: Sealed;
}
export interface Clue extends Place, Omit<Raised, 'content'> {
  readonly findingId: Id | null;
  readonly petitionId: Id | null;
  readonly profile: string;
  readonly content: Sealed | null;
  readonly state: StateOf<typeof flow>;
  readonly raisedBy: Id;
  readonly raisedOn: BusinessDate;
  readonly handedOverOn: BusinessDate | null;
}
/** Where it was come upon: in a finding, a petition, both or neither. */
export interface Source {
  readonly finding: Finding | null;
  readonly petition: Petition | null;
}

export function raise(
  inspection: Inspection,
  { finding, petition }: Source,
  raised: Raised,
  { by, on }: { by: Id; on: BusinessDate },
): Decision<Clue> {
  admit(inspection, raised.urgent ? 'raiseUrgentClue' : 'raiseClue');
  refuseBeforeEntry(inspection, on);
  for (const source of [finding, petition])
    refuseIf(source !== null && source.inspectionId !== inspection.id, 'clue.source-of-another-inspection');
  const { profile } = inspection;
  const state: Clue = {
    ...raised,
    ...placed(placeOf(inspection)),
    findingId: finding?.id ?? null,
    petitionId: petition?.id ?? null,
    profile,
    state: flow.initial,
    raisedBy: by,
    raisedOn: on,
    handedOverOn: null,
  };
  const { number, nature, urgent, teamId, findingId, petitionId } = state;
  const concernsId = petition?.concernsId ?? null;
  const from = { teamId, findingId, petitionId, concernsId };
  return decide(state, clueRaised({ ...told(state), ...from, number, nature, urgent, profile, on }));
}

/** The clues service has it: only the number stays. */
export function handOver(clue: Clue, on: BusinessDate): Decision<Clue> {
  const state = step(flow, clue.state, 'handOver');
  return decide({ ...clue, state, content: null, handedOverOn: on }, clueHandedOver(told(clue)));
}

function told(clue: Clue) {
  return { clueId: clue.id, ...whereOf(clue) };
}
