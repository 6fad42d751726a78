/**
 * A letter, call, visit, envelope or code report that reached the team (lifecycle.md, SZ-3). What it says and who sent it is
 * ciphertext here as everywhere: no rule needs to read it (rules.md 13, Regulation of data).
 */
import {
  decide,
  petitionAnswered,
  petitionAssigned,
  petitionClosed,
  petitionPressed,
  petitionReceived,
  petitionReferred,
  petitionScreened,
  petitionVerified,
  senderAsked,
  senderOpened,
  type Decision,
  type PetitionChannel,
  type Verdict,
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
  type Deadline,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { admit, placeOf, type Inspection } from '../inspection/inspection.js';
import { whereOf, type Place } from '../inspection/place.js';

export const flow = defineFlow({
  aggregate: 'onsite.petition',
  initial: 'received',
  states: {
    received: { screen: 'screened', press: 'received' },
    screened: { assign: 'assigned', refer: 'referred', press: 'screened' },
    assigned: { verify: 'verified', refer: 'referred', press: 'assigned' },
    verified: { answer: 'answered', press: 'verified' },
    referred: { answer: 'answered', press: 'referred' },
    answered: { close: 'closed' },
    closed: {},
  },
});

/** Two custodians together open a sender's identity, for one day (rules.md 13). */
export interface Opening {
  readonly askedBy: Id;
  readonly agreedBy: Id | null;
  readonly on: BusinessDate;
}
/** Ciphertext of the vault. */
export type Sealed = Buffer;

export interface Petition extends Omit<Place, 'teamId'> {
  readonly id: Id;
  readonly number: string;
  /** The team learns of it when it is assigned. */
  readonly teamId: Id | null;
  readonly channel: PetitionChannel;
  readonly content: Sealed;
  readonly sender: Sealed | null;
  /** Agreed to be named where the petition is referred to. */
  readonly consent: boolean;
  /** The unit it complains about. */
  readonly concernsId: Id;
  /** It complains about the inspectors themselves: the team never has it (rules.md 18). */
  readonly concernsTeam: boolean;
  readonly profile: string;
  readonly state: StateOf<typeof flow>;
  readonly receivedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly assigneeId: Id | null;
  readonly verdict: Verdict | null;
  readonly result: Sealed | null;
  readonly referredToId: Id | null;
  readonly referredWithSender: boolean;
  readonly answer: Sealed | null;
  readonly answeredOn: BusinessDate | null;
  readonly closedBy: Id | null;
  readonly closedOn: BusinessDate | null;
  readonly opening: Opening | null;
}

export interface Receipt {
  readonly id: Id;
  readonly number: string;
  readonly channel: PetitionChannel;
  readonly content: Sealed;
  readonly sender: Sealed | null;
  readonly consent: boolean;
  readonly concernsId: Id | null;
  readonly concernsTeam: boolean;
}

export function receive(inspection: Inspection, receipt: Receipt, on: BusinessDate): Decision<Petition> {
  admit(inspection, 'receivePetition');
  const { profile } = inspection;
  const { dueOn } = answerDeadline({ profile, receivedOn: on });
  const state: Petition = {
    ...receipt,
    ...whereOf(placeOf(inspection)),
    teamId: null,
    concernsId: receipt.concernsId ?? inspection.organizationId,
    profile,
    state: flow.initial,
    receivedOn: on,
    dueOn,
    assigneeId: null,
    verdict: null,
    result: null,
    referredToId: null,
    referredWithSender: false,
    answer: null,
    answeredOn: null,
    closedBy: null,
    closedOn: null,
    opening: null,
  };
  return decide(state, petitionReceived({ ...told(state, on), channel: receipt.channel }));
}

/** An answer is ready, named or not (rules.md, petition.answer.due). */
export function answerDeadline({ profile, receivedOn }: Pick<Petition, 'profile' | 'receivedOn'>): Deadline {
  return startDeadline(chinaCalendar, receivedOn, profileOf(profile).durations['petition.answer.due']);
}

/** The words a custodian writes down do not give the sender away (rules.md 13). */
export function refuseSenderIn(
  content: string,
  sender: { name: string; contact?: string } | undefined,
): void {
  const given = [sender?.name, sender?.contact].filter((part) => part !== undefined);
  refuseIf(
    given.some((part) => content.includes(part)),
    'petition.content-names-sender',
  );
}

export function screen(petition: Petition, on: BusinessDate): Decision<Petition> {
  const state = step(flow, petition.state, 'screen');
  return decide({ ...petition, state }, petitionScreened(told(petition, on)));
}

export function assign(
  petition: Petition,
  inspection: Inspection,
  assigneeId: Id,
  on: BusinessDate,
): Decision<Petition> {
  const state = step(flow, petition.state, 'assign');
  refuseIf(petition.concernsTeam, 'petition.concerns-team');
  const belongs = inspection.members.some(({ accountId }) => accountId === assigneeId);
  refuseUnless(belongs, 'petition.assignee-outside-team');
  const { teamId } = inspection;
  return decide({ ...petition, state, assigneeId, teamId }, petitionAssigned(told(petition, on)));
}

export function verify(
  petition: Petition,
  { verdict, result, by }: { verdict: Verdict; result: Sealed; by: Id },
  on: BusinessDate,
): Decision<Petition> {
  const state = step(flow, petition.state, 'verify');
  refuseIf(by !== petition.assigneeId, 'petition.not-its-assignee');
  return decide(
    { ...petition, state, verdict, result },
    petitionVerified({ ...told(petition, on), verdict }),
  );
}

/** Never to the unit complained about, and without identity unless the sender agreed (rules.md 14). */
export function refer(
  petition: Petition,
  { toOrganizationId, withSender }: { toOrganizationId: Id; withSender: boolean },
  on: BusinessDate,
): Decision<Petition> {
  const state = step(flow, petition.state, 'refer');
  const complainedAbout = [petition.concernsId, petition.organizationId];
  refuseIf(complainedAbout.includes(toOrganizationId), 'petition.referred-to-unit-complained-about');
  refuseIf(withSender && !petition.consent, 'petition.identity-without-consent');
  const referral = { referredToId: toOrganizationId, referredWithSender: withSender };
  return decide({ ...petition, ...referral, state }, petitionReferred(told(petition, on)));
}

export function answer(petition: Petition, text: Sealed, on: BusinessDate): Decision<Petition> {
  const state = step(flow, petition.state, 'answer');
  return decide({ ...petition, state, answer: text, answeredOn: on }, petitionAnswered(told(petition, on)));
}

/** Its end has a person and a date (rules.md 9). */
export function close(petition: Petition, by: Id, on: BusinessDate): Decision<Petition> {
  const state = step(flow, petition.state, 'close');
  return decide({ ...petition, state, closedBy: by, closedOn: on }, petitionClosed(told(petition, on)));
}

export function press(petition: Petition, rung: 'amber' | 'due'): Decision<Petition> {
  const state = step(flow, petition.state, 'press');
  const { dueOn } = petition;
  const fact = petitionPressed({ petitionId: petition.id, ...whereOf(petition), rung, dueOn });
  return decide({ ...petition, state }, fact);
}

/** In any state: why somebody needs the identity is between the two custodians. */
export function askForSender(petition: Petition, by: Id, today: BusinessDate): Decision<Petition> {
  refuseIf(petition.sender === null, 'petition.unnamed');
  const opening: Opening = { askedBy: by, agreedBy: null, on: today };
  return decide({ ...petition, opening }, senderAsked(told(petition, today)));
}

export function agreeToSender(petition: Petition, by: Id, today: BusinessDate): Decision<Petition> {
  const { opening } = petition;
  refuseUnless(opening?.on === today && opening.agreedBy === null, 'petition.sender-not-asked-for');
  refuseIf(by === opening.askedBy, 'petition.second-custodian-needed');
  return decide({ ...petition, opening: { ...opening, agreedBy: by } }, senderOpened(told(petition, today)));
}

/** The two of them, on the day they agreed (rules.md 13). */
export function refuseSenderTo({ opening }: Petition, reader: Id, today: BusinessDate): void {
  const together = opening?.on === today && opening.agreedBy !== null;
  refuseUnless(together, 'petition.second-custodian-needed');
  refuseUnless([opening.askedBy, opening.agreedBy].includes(reader), 'petition.second-custodian-needed');
}

/** Found justified, wholly or in part, and not closed (rules.md 12). */
export function isJustifiedAndOpen({ verdict, state }: Petition): boolean {
  return (verdict === 'justified' || verdict === 'partlyJustified') && state !== 'closed';
}

function told(petition: Petition, on: BusinessDate) {
  return { petitionId: petition.id, ...whereOf(petition), on };
}
