/** An inspection: one organization of an assignment, from preparation to archive. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { documentOf } from '../kit/document.js';
import { BusinessDate, Id, MAX_NAMES, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { TeamMember } from '../planning/assignment.js';
import { OrganizationKind } from '../planning/organization.js';

/** Names the place of everything found on site; every event of onsite that counts carries it. */
export const inspectionPlace = { inspectionId: Id, assignmentId: Id, roundId: Id, organizationId: Id };

/** Theme of rounds that clear the backlog of key matters 重点积案: their teams stay until these are settled (rules.md 12). */
export const KEY_MATTER_THEME = 'key-matter';

export const InspectionState = z.enum([
  'preparing',
  'entered',
  'investigating',
  'leftSite',
  'drafting',
  'reported',
  'decided',
  'fedBack',
  'archived',
  'cancelled',
]);

export const inspectionOpened = event('onsite.inspection.opened', {
  classification: 'internal',
  summary: '巡察已开立，进入准备',
  body: z.object({ ...inspectionPlace, teamId: Id, designation: z.string().describe('组的番号') }),
});
const dated = (name: string, summary: string) =>
  event(`onsite.inspection.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...inspectionPlace, on: BusinessDate }),
  });
export const inspectionEntered = dated('entered', '已进驻');
export const inspectionInvestigating = dated('investigating', '进入了解');
export const inspectionLeft = dated('left', '已离开');
export const inspectionDrafting = dated('drafting', '正在起草报告');
export const inspectionReported = dated('reported', '报告已听取');
export const inspectionDecided = dated('decided', '处置意见已决定');
export const inspectionFedBack = dated('fedBack', '已反馈');
export const inspectionArchived = dated('archived', '已归档');
export const inspectionCancelled = dated('cancelled', '任务取消，巡察终止');
export const inspectionExtended = event('onsite.inspection.extended', {
  classification: 'internal',
  summary: '已延长时间或延伸至下属单位',
  body: z.object({
    ...inspectionPlace,
    on: BusinessDate,
    until: BusinessDate.optional(),
    toOrganizationId: Id.optional(),
  }),
});
export const inspectionMembersChanged = event('onsite.inspection.membersChanged', {
  classification: 'internal',
  summary: '巡察组人员已调整',
  body: z.object({ ...inspectionPlace, members: z.array(TeamMember) }),
});
export const feedbackPressed = event('onsite.inspection.feedbackPressed', {
  classification: 'internal',
  summary: '反馈临期提醒或逾期督办',
  body: z.object({ ...inspectionPlace, rung: z.enum(['amber', 'due']), dueOn: BusinessDate }),
});

const day = BusinessDate.nullable();
export const InspectionView = z.object({
  id: Id,
  version: Version,
  assignmentId: Id,
  roundId: Id,
  batch: z.int(),
  organizationId: Id,
  organizationKind: OrganizationKind,
  teamId: Id,
  designation: z.string(),
  members: z.array(TeamMember),
  keyMatters: z.boolean().describe('所在轮次清理重点积案'),
  profile: z.string(),
  state: InspectionState,
  since: BusinessDate.describe('进入本状态之日'),
  enteredOn: day,
  leftOn: day,
  reportedOn: day,
  decidedOn: day,
  feedbackDueOn: day,
  fedBackOn: day,
  archivedOn: day,
  extensions: z.array(
    z.object({ on: BusinessDate, until: day, toOrganizationId: Id.nullable(), reason: z.string() }),
  ),
});

const target = { inspectionId: Id, seen: Version };
const on = BusinessDate.optional();
export const enterSite = command('onsite.inspection.enter', {
  http: 'POST /inspections/{inspectionId}/enter',
  permission: 'inspection.work',
  summary: '进驻',
  input: z.object({ ...target, on }),
});
export const startInvestigating = command('onsite.inspection.investigate', {
  http: 'POST /inspections/{inspectionId}/investigate',
  permission: 'inspection.work',
  summary: '进驻动员后，进入了解',
  input: z.object({ ...target, on }),
});
export const extendInspection = command('onsite.inspection.extend', {
  http: 'POST /inspections/{inspectionId}/extensions',
  permission: 'inspection.work',
  summary: '延长时间，或延伸至下属单位',
  input: z.object({
    ...target,
    until: BusinessDate.optional(),
    toOrganizationId: Id.optional(),
    reason: Text(500),
    on,
  }),
});
export const leaveSite = command('onsite.inspection.leave', {
  http: 'POST /inspections/{inspectionId}/leave',
  permission: 'inspection.work',
  summary: '离开；重点积案轮次中，属实事项未办结不得离开',
  input: z.object({ ...target, on }),
});
export const startDrafting = command('onsite.inspection.draft', {
  http: 'POST /inspections/{inspectionId}/draft',
  permission: 'inspection.work',
  summary: '开始起草报告',
  input: z.object({ ...target, on }),
});
export const archiveInspection = command('onsite.inspection.archive', {
  http: 'POST /inspections/{inspectionId}/archive',
  permission: 'inspection.archive',
  summary: '归档；信访件与问题均须有结果',
  input: z.object({ ...target, on }),
});

export const readInspection = query('onsite.inspection.read', {
  http: 'GET /inspections/{inspectionId}',
  permission: 'inspection.read',
  classification: 'internal',
  summary: '一次巡察',
  input: z.object({ inspectionId: Id }),
  output: InspectionView,
});
export const historyOfInspection = historyOf(readInspection);
export const inspectionNotice = documentOf(readInspection, { as: 'notice', summary: '巡察通知' });
export const publicNotice = documentOf(readInspection, { as: 'publicNotice', summary: '巡察公告' });
export const materialList = documentOf(readInspection, {
  as: 'materialList',
  summary: '需提供材料清单及签收单',
});
/** What an inspection is called where a record names it: whom, and by which team. */
export const inspectionNames = query('onsite.inspection.names', {
  http: 'GET /inspection-names',
  permission: 'inspection.read',
  classification: 'internal',
  summary: '一批巡察所巡的党组织和巡察组；不得而知的不在其中',
  input: z.object({ ids: z.array(Id).min(1).max(MAX_NAMES) }),
  output: z.object({
    items: z.array(InspectionView.pick({ id: true, organizationId: true, designation: true })),
  }),
});
export const listInspections = query('onsite.inspection.list', {
  http: 'GET /inspections',
  permission: 'inspection.read',
  classification: 'internal',
  summary: '巡察一览',
  input: z.object({
    ...pageInput,
    assignmentId: Id.optional(),
    roundId: Id.optional(),
    teamId: Id.optional(),
    organizationId: Id.optional(),
    state: InspectionState.optional(),
  }),
  output: pageOf(InspectionView),
});
export const countInspections = countsOf(listInspections);
