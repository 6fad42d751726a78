/** Findings delivered to the organization and signed for by its head (NB17-5). The document names nobody (rules.md 5, 11). */
import {
  decide,
  feedbackDelivered,
  feedbackPrepared,
  feedbackPresented,
  feedbackRevised,
  signerNamed,
  type Decision,
  type SignerGround,
} from '@xuncha/contracts';
import {
  defineFlow,
  idFrom,
  refuseIf,
  refuseUnless,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { refuseNamesIn } from '../finding/five-see.js';
import type { Finding } from '../finding/finding.js';
import { admit, placeOf, type Inspection } from '../inspection/inspection.js';
import { placed, whereOf, type Place } from '../inspection/place.js';

/** The organization sees it from `presented` on. */
export const flow = defineFlow({
  aggregate: 'onsite.feedback',
  initial: 'prepared',
  states: {
    prepared: { revise: 'prepared', nameSigner: 'prepared', present: 'presented' },
    presented: { nameSigner: 'presented', sign: 'delivered' },
    delivered: {},
  },
});
export const shownToOrganization = ['presented', 'delivered'] as const satisfies readonly Feedback['state'][];

/** A finding as the organization gets it: without persons. */
export interface FedBack {
  readonly findingId: Id;
  readonly title: string;
  readonly clause: string;
  readonly immediate: boolean;
}
/** Named by the office where the post is vacant or the head may not sign (rules.md 11). */
export interface Signer {
  readonly signerId: Id;
  readonly ground: SignerGround;
  readonly reason: string;
}
export interface Feedback extends Place {
  readonly id: Id;
  readonly number: string;
  readonly profile: string;
  readonly opinion: string;
  readonly findings: readonly FedBack[];
  readonly state: StateOf<typeof flow>;
  readonly preparedOn: BusinessDate;
  readonly presentedOn: BusinessDate | null;
  readonly signer: Signer | null;
  readonly signedBy: Id | null;
  readonly deliveredOn: BusinessDate | null;
}

/** Who wants to sign, and whether they are the head of the organization. */
export interface Signing {
  readonly id: Id;
  readonly isHead: boolean;
}

/** `decided`: every finding of the inspection whose disposal was decided. */
export function prepare(
  inspection: Inspection,
  decided: readonly Finding[],
  { number, opinion }: Pick<Feedback, 'number' | 'opinion'>,
  on: BusinessDate,
): Decision<Feedback> {
  admit(inspection, 'prepareFeedback');
  refuseNames(opinion, decided);
  const state: Feedback = {
    id: idFrom(inspection.id, 'feedback'),
    number,
    ...placed(placeOf(inspection)),
    profile: inspection.profile,
    opinion,
    findings: decided.map(fedBackAs),
    state: flow.initial,
    preparedOn: on,
    presentedOn: null,
    signer: null,
    signedBy: null,
    deliveredOn: null,
  };
  return decide(state, feedbackPrepared(told(state, on)));
}

export function revise(
  feedback: Feedback,
  decided: readonly Finding[],
  opinion: string,
  on: BusinessDate,
): Decision<Feedback> {
  const state = step(flow, feedback.state, 'revise');
  refuseNames(opinion, decided);
  return decide({ ...feedback, state, opinion }, feedbackRevised(told(feedback, on)));
}

export function nameSigner(feedback: Feedback, signer: Signer, on: BusinessDate): Decision<Feedback> {
  const state = step(flow, feedback.state, 'nameSigner');
  return decide({ ...feedback, state, signer }, signerNamed(told(feedback, on)));
}

export function present(feedback: Feedback, on: BusinessDate): Decision<Feedback> {
  const state = step(flow, feedback.state, 'present');
  refuseIf(on < feedback.preparedOn, 'feedback.before-last-step', { since: feedback.preparedOn });
  return decide({ ...feedback, state, presentedOn: on }, feedbackPresented(told(feedback, on)));
}

export function sign(feedback: Feedback, by: Signing, on: BusinessDate): Decision<Feedback> {
  const state = step(flow, feedback.state, 'sign');
  refuseUnless(isSigner(feedback, by), 'feedback.not-its-signer');
  refuseIf(on < feedback.presentedOn!, 'feedback.before-last-step', { since: feedback.presentedOn });
  const findings = feedback.findings.map(({ findingId, immediate }) => ({ findingId, immediate }));
  const fact = feedbackDelivered({ ...told(feedback, on), findings, profile: feedback.profile });
  return decide({ ...feedback, state, signedBy: by.id, deliveredOn: on }, fact);
}

/** The head; where the office named another person, that one alone (rules.md 11). */
export function isSigner({ signer }: Feedback, by: Signing): boolean {
  return signer === null ? by.isHead : by.id === signer.signerId;
}

/** The feedback names nobody (rules.md 5): the persons are known from the findings, and stay there. */
function refuseNames(opinion: string, findings: readonly Finding[]): void {
  for (const { fiveSee } of findings) refuseNamesIn(opinion, fiveSee, 'feedback.names-person');
}

function fedBackAs({ id, title, clause, immediateDueOn }: Finding): FedBack {
  return { findingId: id, title, clause, immediate: immediateDueOn !== null };
}

function told(feedback: Feedback, on: BusinessDate) {
  return { feedbackId: feedback.id, ...whereOf(feedback), on };
}
