/** A team: one designation in one round; proposed, checked, authorized, active, released (rules.md 1, 2). */
import { z } from 'zod';
import { teamRoles } from '../access/roles.js';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';

export const AuthorizedMember = z.object({ inspectorId: Id, accountId: Id, role: z.enum(teamRoles) });
export type AuthorizedMember = z.infer<typeof AuthorizedMember>;

export const TeamState = z.enum(['proposed', 'checked', 'authorized', 'active', 'released', 'withdrawn']);
const which = { teamId: Id, roundId: Id };
const told = (name: string, summary: string) =>
  event(`talent.team.${name}`, { classification: 'internal', summary, body: z.object(which) });
export const teamProposed = told('proposed', '巡察组人选已提出');
export const teamChecked = told('checked', '巡察组人选已审核，无须回避');
export const teamWithdrawn = told('withdrawn', '巡察组人选已撤回');
export const teamActive = told('active', '巡察组已进驻');
/** Planning may issue the team's assignments; identity gives the members their rights when it does. */
export const teamAuthorized = event('talent.team.authorized', {
  classification: 'internal',
  summary: '巡察组已授权',
  body: z.object({ ...which, designation: z.string(), members: z.array(AuthorizedMember), on: BusinessDate }),
});
/** Members were replaced after the authorization; who left loses the team's rights, who came gets them. */
export const teamChanged = event('talent.team.changed', {
  classification: 'internal',
  summary: '已授权巡察组的人员已调整',
  body: z.object({ ...which, members: z.array(AuthorizedMember), on: BusinessDate }),
});
export const teamReleased = event('talent.team.released', {
  classification: 'internal',
  summary: '巡察组授权已终止',
  body: z.object({ ...which, on: BusinessDate }),
});
