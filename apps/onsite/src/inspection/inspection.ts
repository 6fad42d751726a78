/** One organization of an assignment, from preparation to archive (lifecycle.md). Its flow also says what may be recorded when. */
import {
  decide as decision,
  feedbackPressed,
  inspectionArchived,
  inspectionCancelled,
  inspectionDecided,
  inspectionDrafting,
  inspectionEntered,
  inspectionExtended,
  inspectionFedBack,
  inspectionInvestigating,
  inspectionLeft,
  inspectionMembersChanged,
  inspectionOpened,
  inspectionReported,
  KEY_MATTER_THEME,
  type assignmentIssued,
  type BodyOf,
  type Decision,
  type OrganizationKind,
  type TeamMember,
} from '@xuncha/contracts';
import {
  allows,
  chinaCalendar,
  defineFlow,
  idFrom,
  profileOf,
  refuseIf,
  startDeadline,
  step,
  type ActionOf,
  type BusinessDate,
  type Deadline,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { whereOf, type Place } from './place.js';

export const flow = defineFlow({
  aggregate: 'onsite.inspection',
  initial: 'preparing',
  states: {
    preparing: {
      enter: 'entered',
      cancel: 'cancelled',
      changeMembers: 'preparing',
      askMaterials: 'preparing',
      receivePetition: 'preparing',
    },
    entered: {
      investigate: 'investigating',
      extend: 'entered',
      changeMembers: 'entered',
      askMaterials: 'entered',
      receivePetition: 'entered',
      recordActivity: 'entered',
      writePaper: 'entered',
      confirmFinding: 'entered',
      raiseClue: 'entered',
      raiseUrgentClue: 'entered',
      orderRectification: 'entered',
    },
    investigating: {
      leave: 'leftSite',
      extend: 'investigating',
      changeMembers: 'investigating',
      askMaterials: 'investigating',
      receivePetition: 'investigating',
      recordActivity: 'investigating',
      writePaper: 'investigating',
      confirmFinding: 'investigating',
      raiseClue: 'investigating',
      raiseUrgentClue: 'investigating',
      orderRectification: 'investigating',
    },
    leftSite: {
      draft: 'drafting',
      changeMembers: 'leftSite',
      askMaterials: 'leftSite',
      receivePetition: 'leftSite',
      writePaper: 'leftSite',
      confirmFinding: 'leftSite',
      raiseClue: 'leftSite',
    },
    drafting: {
      submitReport: 'drafting',
      hear: 'reported',
      changeMembers: 'drafting',
      askMaterials: 'drafting',
      receivePetition: 'drafting',
      writePaper: 'drafting',
      confirmFinding: 'drafting',
      raiseClue: 'drafting',
    },
    reported: { decide: 'decided', changeMembers: 'reported' },
    decided: {
      prepareFeedback: 'decided',
      pressFeedback: 'decided',
      feedBack: 'fedBack',
      changeMembers: 'decided',
    },
    fedBack: { archive: 'archived', changeMembers: 'fedBack' },
    archived: {},
    cancelled: {},
  },
});

export interface Extension {
  readonly on: BusinessDate;
  readonly until: BusinessDate | null;
  readonly toOrganizationId: Id | null;
  readonly reason: string;
}
export interface Inspection {
  readonly id: Id;
  readonly assignmentId: Id;
  readonly roundId: Id;
  readonly batch: number;
  readonly organizationId: Id;
  readonly organizationKind: OrganizationKind;
  readonly teamId: Id;
  readonly designation: string;
  /** The team as it is, and in the end as it was. */
  readonly members: readonly TeamMember[];
  readonly keyMatters: boolean;
  /** Deadlines follow the profile of the round (rules.md, Profiles). */
  readonly profile: string;
  readonly state: StateOf<typeof flow>;
  /** Day of the latest step; the next one is not earlier. */
  readonly since: BusinessDate;
  readonly enteredOn: BusinessDate | null;
  readonly leftOn: BusinessDate | null;
  readonly reportedOn: BusinessDate | null;
  readonly decidedOn: BusinessDate | null;
  readonly feedbackDueOn: BusinessDate | null;
  readonly fedBackOn: BusinessDate | null;
  readonly archivedOn: BusinessDate | null;
  readonly extensions: readonly Extension[];
}
type Assignment = BodyOf<typeof assignmentIssued>;

export function open(
  assignment: Assignment,
  { organizationId, kind }: Assignment['organizations'][number],
  on: BusinessDate,
): Decision<Inspection> {
  const { assignmentId, roundId, batch, teamId, designation, members, profile, round } = assignment;
  const state: Inspection = {
    id: idFrom(assignmentId, organizationId),
    assignmentId,
    roundId,
    batch,
    organizationId,
    organizationKind: kind,
    teamId,
    designation,
    members,
    profile,
    keyMatters: round.theme === KEY_MATTER_THEME,
    state: flow.initial,
    since: on,
    enteredOn: null,
    leftOn: null,
    reportedOn: null,
    decidedOn: null,
    feedbackDueOn: null,
    fedBackOn: null,
    archivedOn: null,
    extensions: [],
  };
  return decision(state, inspectionOpened({ ...whereOf(placeOf(state)), teamId, designation }));
}

/** Where and by which team everything recorded of this inspection was found. */
export function placeOf({ id, assignmentId, roundId, organizationId, teamId }: Inspection): Place {
  return { inspectionId: id, assignmentId, roundId, organizationId, teamId };
}

/** Refuses what this stage of the inspection does not allow. */
export function admit(inspection: Inspection, action: ActionOf<typeof flow>): void {
  step(flow, inspection.state, action);
}

/** Nothing the team does is dated before it entered. */
export function refuseBeforeEntry({ enteredOn }: Inspection, on: BusinessDate): void {
  refuseIf(enteredOn !== null && on < enteredOn, 'inspection.before-entry', { enteredOn });
}

/** An assignment is cancelled before entry only; when the news comes later than the entry, the inspection goes on. */
export function cancel(inspection: Inspection, on: BusinessDate): Decision<Inspection> {
  if (inspection.state !== 'preparing') return decision(inspection);
  return moved(inspection, 'cancel', on, {}, inspectionCancelled);
}

/** Somebody in the team was replaced; what is archived or cancelled keeps the people it had. */
export function changeMembers(inspection: Inspection, members: readonly TeamMember[]): Decision<Inspection> {
  if (!allows(flow, inspection.state, 'changeMembers')) return decision(inspection);
  const state = step(flow, inspection.state, 'changeMembers');
  const after = { ...inspection, members, state };
  const place = whereOf(placeOf(after));
  return decision(after, inspectionMembersChanged({ ...place, members: [...members] }));
}

export const enter = (inspection: Inspection, on: BusinessDate) =>
  moved(inspection, 'enter', on, { enteredOn: on }, inspectionEntered);

export const investigate = (inspection: Inspection, on: BusinessDate) =>
  moved(inspection, 'investigate', on, {}, inspectionInvestigating);

/** Longer on site, or into a subordinate unit: recorded, not a state (HZ16-5). */
export function extend(inspection: Inspection, extension: Extension): Decision<Inspection> {
  const { on, until, toOrganizationId } = extension;
  const state = step(flow, inspection.state, 'extend');
  refuseIf(until === null && toOrganizationId === null, 'inspection.extended-by-nothing');
  refuseIf(until !== null && until <= on, 'inspection.extended-into-the-past', { on, until });
  const fact = inspectionExtended({
    ...whereOf(placeOf(inspection)),
    on,
    ...(until && { until }),
    ...(toOrganizationId && { toOrganizationId }),
  });
  return decision({ ...inspection, state, extensions: [...inspection.extensions, extension] }, fact);
}

/** `openMatters`: petitions found justified and not closed. */
export function leave(
  inspection: Inspection,
  openMatters: readonly { readonly number: string }[],
  on: BusinessDate,
): Decision<Inspection> {
  admit(inspection, 'leave');
  const kept = inspection.keyMatters && openMatters.length > 0; // rules.md 12
  refuseIf(kept, 'inspection.justified-matters-open', { numbers: openMatters.map(({ number }) => number) });
  return moved(inspection, 'leave', on, { leftOn: on }, inspectionLeft);
}

export const draft = (inspection: Inspection, on: BusinessDate) =>
  moved(inspection, 'draft', on, {}, inspectionDrafting);

/** The report was heard. */
export const hear = (inspection: Inspection, on: BusinessDate) =>
  moved(inspection, 'hear', on, { reportedOn: on }, inspectionReported);

export function decide(inspection: Inspection, on: BusinessDate): Decision<Inspection> {
  const { dueOn } = feedbackDeadline(inspection, on);
  return moved(inspection, 'decide', on, { decidedOn: on, feedbackDueOn: dueOn }, inspectionDecided);
}

/** Feedback is due so many workdays after the decision (rules.md, feedback.after.decision). */
export function feedbackDeadline({ profile }: Inspection, decidedOn: BusinessDate): Deadline {
  return startDeadline(chinaCalendar, decidedOn, profileOf(profile).durations['feedback.after.decision']);
}

export function pressFeedback(inspection: Inspection, rung: 'amber' | 'due'): Decision<Inspection> {
  const state = step(flow, inspection.state, 'pressFeedback');
  const dueOn = inspection.feedbackDueOn!;
  return decision(
    { ...inspection, state },
    feedbackPressed({ ...whereOf(placeOf(inspection)), rung, dueOn }),
  );
}

export const feedBack = (inspection: Inspection, on: BusinessDate) =>
  moved(inspection, 'feedBack', on, { fedBackOn: on }, inspectionFedBack);

/** What is still without an end keeps the file open (rules.md 9). */
export interface Unended {
  readonly petitions: number;
  readonly findings: number;
  /** Raised, and its content still here. */
  readonly clues: number;
}
export function archive(inspection: Inspection, unended: Unended, on: BusinessDate): Decision<Inspection> {
  admit(inspection, 'archive');
  refuseIf(unended.petitions > 0, 'inspection.petitions-open', { count: unended.petitions });
  refuseIf(unended.findings > 0, 'inspection.findings-open', { count: unended.findings });
  refuseIf(unended.clues > 0, 'inspection.clues-open', { count: unended.clues });
  return moved(inspection, 'archive', on, { archivedOn: on }, inspectionArchived);
}

function moved(
  inspection: Inspection,
  action: ActionOf<typeof flow>,
  on: BusinessDate,
  changes: Partial<Inspection>,
  report: typeof inspectionEntered,
): Decision<Inspection> {
  const state = step(flow, inspection.state, action);
  refuseIf(on < inspection.since, 'inspection.before-last-step', { since: inspection.since });
  const after = { ...inspection, ...changes, state, since: on };
  return decision(after, report({ ...whereOf(placeOf(after)), on }));
}
