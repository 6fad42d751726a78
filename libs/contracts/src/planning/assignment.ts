/** An assignment: one team for one or several organizations of a round. Teams are entered with it until talent composes them. */
import { z } from 'zod';
import { teamRoles } from '../access/roles.js';
import { event } from '../kit/builders.js';
import { Id } from '../kit/types.js';
import { OrganizationKind } from './organization.js';
import { RoundTraits } from './round.js';

export const TeamMember = z.object({ accountId: Id, role: z.enum(teamRoles) });
export type TeamMember = z.infer<typeof TeamMember>;

const which = { assignmentId: Id, roundId: Id };
export const assignmentPlanned = event('planning.assignment.planned', {
  classification: 'internal',
  summary: '巡察任务已安排',
  body: z.object(which),
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
    profile: z.string(),
  }),
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
