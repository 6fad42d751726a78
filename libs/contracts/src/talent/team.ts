/** A team: one designation in one round; proposed, checked, authorized, active, released (rules.md 1, 2). */
import { z } from 'zod';
import { teamRoles } from '../access/roles.js';
import { command, event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { RecusalReason } from './recusal.js';

const TeamRole = z.enum(teamRoles);
export const ProposedMember = z.object({
  inspectorId: Id,
  role: TeamRole,
  lent: z.boolean().optional().describe('上级或外地选派的人员，不计入本站点的人数'),
});
export type ProposedMember = z.infer<typeof ProposedMember>;
export const AuthorizedMember = ProposedMember.extend({ accountId: Id });
export type AuthorizedMember = z.infer<typeof AuthorizedMember>;

export const TeamState = z.enum(['proposed', 'checked', 'authorized', 'active', 'released', 'withdrawn']);
const which = { teamId: Id, roundId: Id };
const told = (name: string, summary: string) =>
  event(`talent.team.${name}`, { classification: 'internal', summary, body: z.object(which) });
export const teamProposed = told('proposed', '巡察组人选已提出');
export const teamChecked = told('checked', '巡察组人选已审核，无须回避');
export const teamWithdrawn = told('withdrawn', '巡察组人选已撤回');
export const teamActive = told('active', '巡察组已进驻');
const clearOf = z
  .array(Id)
  .optional()
  .describe('已审核且全组无人须回避的被巡察党组织；任务只能就这些组织下达');
/** Planning may issue the team's assignments; identity gives the members their rights when it does. */
export const teamAuthorized = event('talent.team.authorized', {
  classification: 'internal',
  summary: '巡察组已授权',
  body: z.object({
    ...which,
    designation: z.string().describe('组的番号'),
    members: z.array(AuthorizedMember),
    on: BusinessDate,
    clearOf,
  }),
});
/** Members were replaced after the authorization; who left loses the team's rights, who came gets them. */
export const teamChanged = event('talent.team.changed', {
  classification: 'internal',
  summary: '已授权巡察组的人员已调整',
  body: z.object({ ...which, members: z.array(AuthorizedMember), on: BusinessDate, clearOf }),
});
/** An authorized team was checked again, because its assignments or somebody's record changed. */
export const teamRechecked = event('talent.team.rechecked', {
  classification: 'internal',
  summary: '已授权巡察组的回避情况已重新审核',
  body: z.object({ ...which, clearOf }),
});
export const teamReleased = event('talent.team.released', {
  classification: 'internal',
  summary: '巡察组授权已终止',
  body: z.object({ ...which, on: BusinessDate }),
});

const person = Id.nullable();
const day = BusinessDate.nullable();
export const TeamView = z.object({
  id: Id,
  version: Version,
  roundId: Id,
  designation: z.string(),
  members: z.array(ProposedMember.extend({ accountId: Id.nullable().describe('授权时的账号') })),
  state: TeamState,
  proposedBy: person,
  checkedBy: person,
  checkedOn: day,
  authorizedBy: person,
  authorizedOn: day,
  releasedOn: day,
  clearOf: z.array(Id).describe('已审核且全组无人须回避的被巡察党组织'),
  replacements: z.array(
    z.object({ on: BusinessDate, by: Id, reason: z.string(), left: z.array(Id), joined: z.array(Id) }),
  ),
  withdrawReason: z.string().nullable(),
});

const members = z.array(ProposedMember).min(1).max(40);
const target = { teamId: Id, seen: Version };
const on = BusinessDate.optional();
export const proposeTeam = command('talent.team.propose', {
  http: 'POST /rounds/{roundId}/teams',
  permission: 'team.propose',
  summary: '提出一个巡察组在本轮的人选；撤回后可以重新提出',
  input: z.object({ roundId: Id, designation: Text(60).describe('组的番号'), members, on }),
});
export const changeProposal = command('talent.team.changeProposal', {
  http: 'PUT /teams/{teamId}',
  permission: 'team.propose',
  summary: '修改尚未授权的人选，须重新审核',
  input: z.object({ ...target, members, on }),
});
export const checkTeam = command('talent.team.check', {
  http: 'POST /teams/{teamId}/check',
  permission: 'team.check',
  summary: '审核人选：逐人逐组织检查回避',
  input: z.object({ ...target, on }),
});
export const authorizeTeam = command('talent.team.authorize', {
  http: 'POST /teams/{teamId}/authorize',
  permission: 'team.authorize',
  summary: '授权巡察组，一次一授权',
  input: z.object({ ...target, on }),
});
export const replaceMembers = command('talent.team.replaceMembers', {
  http: 'POST /teams/{teamId}/replacements',
  permission: 'team.authorize',
  summary: '调整已授权巡察组的人员；所列为调整后的全组',
  input: z.object({ ...target, members, reason: Text(500), on }),
});
export const withdrawTeam = command('talent.team.withdraw', {
  http: 'POST /teams/{teamId}/withdraw',
  permission: 'team.propose',
  summary: '撤回尚未授权的人选',
  input: z.object({ ...target, reason: Text(500), on }),
});

export const readTeam = query('talent.team.read', {
  http: 'GET /teams/{teamId}',
  permission: 'team.read',
  classification: 'internal',
  summary: '一个巡察组',
  input: z.object({ teamId: Id }),
  output: TeamView,
});
export const teamAuthorization = documentOf(readTeam, { as: 'authorization', summary: '巡察组授权书' });
export const historyOfTeam = historyOf(readTeam);
export const listTeams = query('talent.team.list', {
  http: 'GET /teams',
  permission: 'team.read',
  classification: 'internal',
  summary: '巡察组',
  input: z.object({
    ...pageInput,
    roundId: Id.optional(),
    state: TeamState.optional(),
    inspectorId: Id.optional(),
  }),
  output: pageOf(TeamView),
});
export const countTeams = countsOf(listTeams);
export const readTeamCheck = query('talent.team.readCheck', {
  http: 'GET /teams/{teamId}/check',
  permission: 'teamRecusal.read',
  classification: 'restricted',
  summary: '最近一次审核：每名组员对每个被巡察党组织是否须回避及原因',
  input: z.object({ teamId: Id }),
  output: z.object({
    results: z.array(z.object({ inspectorId: Id, organizationId: Id, reasons: z.array(RecusalReason) })),
  }),
});
