/** Accounts, grants and recusals: what every service projects to know who may do what. */
import { z } from 'zod';
import { roleNames } from '../access/roles.js';
import { command, event, query } from '../kit/builders.js';
import { Id, Instant, pageInput, pageOf, SiteCode, Text, Version } from '../kit/types.js';

export const RoleName = z.enum(roleNames as [string, ...string[]]);

export const accountCreated = event('identity.account.created', {
  classification: 'internal',
  summary: '账号已建立',
  body: z.object({ accountId: Id }),
});
export const accountDisabled = event('identity.account.disabled', {
  classification: 'internal',
  summary: '账号已停用',
  body: z.object({ accountId: Id }),
});
export const roleGranted = event('identity.grant.given', {
  classification: 'internal',
  summary: '角色已授予',
  body: z.object({
    grantId: Id,
    accountId: Id,
    role: RoleName,
    organizationId: Id.optional(),
    teamId: Id.optional(),
  }),
});
export const roleRevoked = event('identity.grant.revoked', {
  classification: 'internal',
  summary: '角色已收回',
  body: z.object({ grantId: Id }),
});
export const recusalDeclared = event('identity.recusal.declared', {
  classification: 'restricted',
  summary: '回避已登记',
  body: z.object({ recusalId: Id, accountId: Id, organizationId: Id }),
});
export const recusalLifted = event('identity.recusal.lifted', {
  classification: 'restricted',
  summary: '回避已解除',
  body: z.object({ recusalId: Id }),
});

export const createAccount = command('identity.account.create', {
  http: 'POST /accounts',
  permission: 'account.write',
  summary: '建立账号',
  input: z.object({ account: Text(60), name: Text(60), password: z.string().min(10).max(200) }),
});
export const disableAccount = command('identity.account.disable', {
  http: 'POST /accounts/{accountId}/disable',
  permission: 'account.write',
  summary: '停用账号',
  input: z.object({ accountId: Id, seen: Version }),
});
export const AccountView = z.object({
  id: Id,
  version: Version,
  account: z.string(),
  name: z.string(),
  state: z.enum(['active', 'disabled']),
});
export const listAccounts = query('identity.account.list', {
  http: 'GET /accounts',
  permission: 'account.read',
  classification: 'internal',
  summary: '账号列表',
  input: z.object({ ...pageInput, account: z.string().max(60).optional() }),
  output: pageOf(AccountView),
});
export const grantRole = command('identity.grant.give', {
  http: 'POST /grants',
  permission: 'grant.write',
  summary: '授予角色，可限于一个被巡察党组织或一个巡察组',
  input: z.object({
    accountId: Id,
    role: RoleName,
    organizationId: Id.optional(),
    teamId: Id.optional(),
  }),
});
export const revokeRole = command('identity.grant.revoke', {
  http: 'POST /grants/{grantId}/revoke',
  permission: 'grant.write',
  summary: '收回角色',
  input: z.object({ grantId: Id, seen: Version }),
});
export const declareRecusal = command('identity.recusal.declare', {
  http: 'POST /recusals',
  permission: 'recusal.write',
  summary: '登记某人对某被巡察党组织的回避，立即生效',
  input: z.object({ accountId: Id, organizationId: Id, reason: Text(200) }),
});
export const liftRecusal = command('identity.recusal.lift', {
  http: 'POST /recusals/{recusalId}/lift',
  permission: 'recusal.write',
  summary: '解除回避',
  input: z.object({ recusalId: Id, seen: Version, reason: Text(200) }),
});

/** Reached only by the gateway's own sign-in route: it has no token to show yet. */
export const signIn = command('identity.session.open', {
  summary: '以账号和口令登录',
  input: z.object({ site: SiteCode, account: z.string().max(60), password: z.string().max(200) }),
  output: z.object({
    token: z.string(),
    expiresAt: Instant,
    accountId: Id,
    name: z.string(),
    site: SiteCode,
  }),
});
export const Me = z.object({
  accountId: Id,
  name: z.string(),
  site: SiteCode,
  grants: z.array(z.object({ role: RoleName, organizationId: Id.nullable(), teamId: Id.nullable() })),
});
export const me = query('identity.session.me', {
  http: 'GET /me',
  classification: 'internal',
  summary: '我是谁，我有哪些角色',
  input: z.object({}),
  output: Me,
});
