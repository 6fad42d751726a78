/** An assignment: one team for one or several organizations of a round. Who is in the team, talent proposes and authorizes. */
import { z } from 'zod';
import { teamRoles } from '../access/roles.js';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { OrganizationKind } from './organization.js';
import { RoundTraits } from './round.js';

export const TeamMember = z.object({ accountId: Id, role: z.enum(teamRoles) });
export type TeamMember = z.infer<typeof TeamMember>;

export const AssignmentState = z.enum(['planned', 'issued', 'entered', 'left', 'done', 'cancelled']);
/** How far one organization of an assignment has come; told by onsite and rectification. */
export const Milestone = z.enum(['entered', 'left', 'reported', 'fedBack', 'caseOpened']);
export type Milestone = z.infer<typeof Milestone>;

const which = { assignmentId: Id, roundId: Id };
/** Talent proposes the team and checks its people against the organizations; journals from before talent have none of these fields. */
const arrangement = {
  teamId: Id.optional(),
  designation: z.string().describe('组的番号').optional(),
  organizationIds: z.array(Id).optional(),
};
export const assignmentPlanned = event('planning.assignment.planned', {
  classification: 'internal',
  summary: '巡察任务已安排',
  body: z.object({ ...which, ...arrangement }),
});
export const assignmentChanged = event('planning.assignment.changed', {
  classification: 'internal',
  summary: '巡察任务的安排已修改',
  body: z.object({ ...which, ...arrangement }),
});
/** Onsite opens an inspection per organization; identity gives the members their rights. */
export const assignmentIssued = event('planning.assignment.issued', {
  classification: 'internal',
  summary: '巡察任务已下达',
  body: z.object({
    ...which,
    batch: z.int(),
    teamId: Id,
    designation: z.string().describe('组的番号，例如 市委第一巡察组'),
    members: z.array(TeamMember),
    organizations: z.array(z.object({ organizationId: Id, kind: OrganizationKind })),
    round: RoundTraits,
    profile: z.string().describe('制度版本'),
  }),
});
/** Somebody in the team was replaced after the assignment was issued. */
export const assignmentMembersChanged = event('planning.assignment.membersChanged', {
  classification: 'internal',
  summary: '执行任务的人员已调整',
  body: z.object({ ...which, teamId: Id, members: z.array(TeamMember) }),
});
export const assignmentProgressed = event('planning.assignment.progressed', {
  classification: 'internal',
  summary: '任务中一个被巡察党组织有进展',
  body: z.object({ ...which, organizationId: Id, milestone: Milestone, on: BusinessDate }),
});
export const assignmentEntered = event('planning.assignment.entered', {
  classification: 'internal',
  summary: '首个被巡察党组织已进驻',
  body: z.object(which),
});
export const assignmentLeft = event('planning.assignment.left', {
  classification: 'internal',
  summary: '各被巡察党组织均已离开',
  body: z.object(which),
});
/** Every organization of it has a report, a feedback and a rectification case (rules.md 12). */
export const assignmentDone = event('planning.assignment.done', {
  classification: 'internal',
  summary: '巡察任务已完成',
  body: z.object(which),
});
export const assignmentCancelled = event('planning.assignment.cancelled', {
  classification: 'internal',
  summary: '巡察任务已取消',
  body: z.object({ ...which, teamId: Id }),
});

const day = BusinessDate.nullable();
export const AssignmentView = z.object({
  id: Id,
  version: Version,
  roundId: Id,
  batch: z.int(),
  teamId: Id,
  designation: z.string(),
  members: z.array(TeamMember).describe('下达时起的授权人员'),
  organizations: z.array(
    z.object({
      organizationId: Id,
      kind: OrganizationKind,
      entered: day,
      left: day,
      reported: day,
      fedBack: day,
      caseOpened: day,
    }),
  ),
  state: AssignmentState,
  issuedOn: day,
  cancelReason: z.string().nullable(),
});

const arranging = {
  batch: z.int().min(1).max(4),
  designation: Text(60).describe('组的番号；同一轮次中番号相同即同一个组'),
  organizationIds: z.array(Id).min(1).max(100),
};
const target = { assignmentId: Id, seen: Version };
const on = BusinessDate.optional();
export const planAssignment = command('planning.assignment.plan', {
  http: 'POST /rounds/{roundId}/assignments',
  permission: 'assignment.write',
  summary: '安排一个巡察组巡察一个或几个被巡察党组织',
  input: z.object({ roundId: Id, ...arranging, on }),
});
export const changeAssignment = command('planning.assignment.change', {
  http: 'PUT /assignments/{assignmentId}',
  permission: 'assignment.write',
  summary: '修改尚未下达的任务',
  input: z.object({ ...target, ...arranging, on }),
});
export const issueAssignment = command('planning.assignment.issue', {
  http: 'POST /assignments/{assignmentId}/issue',
  permission: 'assignment.write',
  summary: '下达任务；巡察组须已授权，且无人须回避',
  input: z.object({ ...target, on }),
});
export const cancelAssignment = command('planning.assignment.cancel', {
  http: 'POST /assignments/{assignmentId}/cancel',
  permission: 'assignment.write',
  summary: '取消尚未进驻的任务',
  input: z.object({ ...target, reason: Text(500), on }),
});

export const readAssignment = query('planning.assignment.read', {
  http: 'GET /assignments/{assignmentId}',
  permission: 'assignment.read',
  classification: 'internal',
  summary: '一项巡察任务',
  input: z.object({ assignmentId: Id }),
  output: AssignmentView,
});
export const historyOfAssignment = historyOf(readAssignment);
export const listAssignments = query('planning.assignment.list', {
  http: 'GET /assignments',
  permission: 'assignment.read',
  classification: 'internal',
  summary: '巡察任务',
  input: z.object({
    ...pageInput,
    roundId: Id.optional(),
    teamId: Id.optional(),
    organizationId: Id.optional(),
    state: AssignmentState.optional(),
  }),
  output: pageOf(AssignmentView),
});
export const countAssignments = countsOf(listAssignments);
