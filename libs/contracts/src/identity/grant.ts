/** Grants: which role an account has in a site, perhaps for one organization or one team only. */
import { z } from 'zod';
import { roleNames, type Role } from '../access/roles.js';
import { command, event, query } from '../kit/builders.js';
import { BusinessDate, Id, pageInput, pageOf, Version } from '../kit/types.js';

export const RoleName = z.enum(roleNames as [Role, ...Role[]]);

/** The first and the last day on which a grant counts, by the site's clock; left out: from now, for good. */
export const grantDates = { from: BusinessDate.optional(), until: BusinessDate.optional() };

export const roleGranted = event('identity.grant.given', {
  classification: 'internal',
  summary: '角色已授予',
  body: z.object({
    grantId: Id,
    accountId: Id,
    role: RoleName,
    organizationId: Id.optional(),
    teamId: Id.optional(),
    ...grantDates,
  }),
});
export const roleRevoked = event('identity.grant.revoked', {
  classification: 'internal',
  summary: '角色已收回',
  body: z.object({ grantId: Id }),
});

export const GrantView = z.object({
  id: Id,
  version: Version,
  accountId: Id,
  role: RoleName,
  organizationId: Id.nullable(),
  teamId: Id.nullable(),
  from: BusinessDate.nullable(),
  until: BusinessDate.nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
});

export const grantRole = command('identity.grant.give', {
  http: 'POST /grants',
  permission: 'grant.write',
  summary: '授予角色，可限于一个被巡察党组织或一个巡察组，并可定起止日期；三员由两名管理员任免',
  input: z.object({
    accountId: Id,
    role: RoleName,
    organizationId: Id.optional(),
    teamId: Id.optional(),
    ...grantDates,
  }),
});
export const revokeRole = command('identity.grant.revoke', {
  http: 'POST /grants/{grantId}/revoke',
  permission: 'grant.write',
  summary: '收回角色，立即生效',
  input: z.object({ grantId: Id, seen: Version }),
});
export const listGrants = query('identity.grant.list', {
  http: 'GET /grants',
  permission: 'grant.read',
  classification: 'internal',
  summary: '已授予的角色',
  input: z.object({ ...pageInput, accountId: Id.optional() }),
  output: pageOf(GrantView),
});
