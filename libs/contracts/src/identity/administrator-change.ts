/**
 * What no administrator does alone (rules.md 15): making and ending one of the three, and opening a site where real work is done. One
 * proposes, another of a different kind confirms; a proposal lapses after seven days.
 */
import { z } from 'zod';
import { administratorRoles } from '../access/roles.js';
import { command, event, query } from '../kit/builders.js';
import { BusinessDate, Id, pageInput, pageOf, Receipt, SiteCode, Version } from '../kit/types.js';
import { Invitations } from './account.js';
import { grantDates } from './grant.js';
import { FirstAdministrators, sitePlace } from './site.js';

const AdministratorRole = z.enum(administratorRoles);
export const AdministratorChangeKind = z.enum(['appoint', 'dismiss', 'disable', 'reset', 'openSite']);
const what = {
  what: AdministratorChangeKind,
  accountId: Id.optional().describe('所涉及的账号'),
  role: AdministratorRole.optional(),
  site: SiteCode.optional().describe('拟开设的站点'),
};

export const administratorChangeProposed = event('identity.administratorChange.proposed', {
  classification: 'internal',
  summary: '管理员变更已提出，待另一名管理员确认',
  body: z.object({ changeId: Id, ...what, proposedBy: Id, proposedAs: AdministratorRole }),
});
export const administratorChangeConfirmed = event('identity.administratorChange.confirmed', {
  classification: 'internal',
  summary: '管理员变更已由另一名管理员确认并执行',
  body: z.object({ changeId: Id, proposedBy: Id, confirmedBy: Id, confirmedAs: AdministratorRole }),
});
export const administratorChangeRejected = event('identity.administratorChange.rejected', {
  classification: 'internal',
  summary: '管理员变更已被另一名管理员否决',
  body: z.object({ changeId: Id, proposedBy: Id, rejectedBy: Id, rejectedAs: AdministratorRole }),
});
export const administratorChangeWithdrawn = event('identity.administratorChange.withdrawn', {
  classification: 'internal',
  summary: '管理员变更已由提出人撤回',
  body: z.object({ changeId: Id }),
});

export const AdministratorChangeView = z.object({
  id: Id,
  version: Version,
  what: AdministratorChangeKind,
  accountId: Id.nullable(),
  role: AdministratorRole.nullable(),
  from: BusinessDate.nullable(),
  until: BusinessDate.nullable(),
  site: SiteCode.nullable(),
  proposedBy: Id,
  proposedAs: AdministratorRole,
  proposedOn: BusinessDate,
  lapsesAfter: BusinessDate,
  decidedBy: Id.nullable(),
  state: z.enum(['proposed', 'lapsed', 'confirmed', 'rejected', 'withdrawn']),
});

const proposal = { permission: 'administrator.change' } as const;
export const proposeAppointment = command('identity.administratorChange.appoint', {
  http: 'POST /administrator-changes/appointments',
  ...proposal,
  summary: '提请任命一名管理员，待另一类管理员确认',
  input: z.object({ accountId: Id, role: AdministratorRole, ...grantDates }),
});
export const proposeDismissal = command('identity.administratorChange.dismiss', {
  http: 'POST /administrator-changes/dismissals',
  ...proposal,
  summary: '提请免去一名管理员，待另一类管理员确认',
  input: z.object({ accountId: Id }),
});
export const proposeDisabling = command('identity.administratorChange.disable', {
  http: 'POST /administrator-changes/disablings',
  ...proposal,
  summary: '提请停用一名管理员的账号，待另一类管理员确认',
  input: z.object({ accountId: Id }),
});
export const proposeReset = command('identity.administratorChange.reset', {
  http: 'POST /administrator-changes/resets',
  ...proposal,
  summary: '提请重置一名管理员的口令与第二因素，待另一类管理员确认',
  input: z.object({ accountId: Id }),
});
export const proposeSite = command('identity.administratorChange.openSite', {
  http: 'POST /administrator-changes/sites',
  permission: 'site.write',
  summary: '提请开设正式站点及其三名管理员的账号，待另一类管理员确认',
  input: z.object({ ...sitePlace, administrators: FirstAdministrators }),
});

const decision = { ...proposal, input: z.object({ changeId: Id, seen: Version }) };
export const confirmAdministratorChange = command('identity.administratorChange.confirm', {
  http: 'POST /administrator-changes/{changeId}/confirm',
  ...decision,
  summary: '确认并执行管理员变更；须为与提出人不同类别的管理员，且不涉及本人',
  output: Receipt.extend(Invitations),
});
export const rejectAdministratorChange = command('identity.administratorChange.reject', {
  http: 'POST /administrator-changes/{changeId}/reject',
  ...decision,
  summary: '否决管理员变更',
});
export const withdrawAdministratorChange = command('identity.administratorChange.withdraw', {
  http: 'POST /administrator-changes/{changeId}/withdraw',
  ...decision,
  summary: '撤回本人提出的管理员变更',
});
export const listAdministratorChanges = query('identity.administratorChange.list', {
  http: 'GET /administrator-changes',
  permission: 'administrator.read',
  classification: 'internal',
  summary: '管理员变更及其提出人、确认人',
  input: z.object({ ...pageInput, accountId: Id.optional() }),
  output: pageOf(AdministratorChangeView),
});
