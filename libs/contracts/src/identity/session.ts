/** Signing in and out, the sessions that come of it, and what the one who signed in may see (decisions/0007). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { Id, Instant, pageInput, pageOf, SiteCode } from '../kit/types.js';
import { RoleName } from './grant.js';

export const SignedInBy = z.enum(['password', 'totp', 'recoveryCode']);
export type SignedInBy = z.infer<typeof SignedInBy>;
export const EndedBecause = z.enum([
  'signedOut',
  'endedByOwner',
  'endedByAdministrator',
  'accountDisabled',
  'accountReset',
  'passwordChanged',
  'secondFactorNeeded',
  'renewalReused',
  'tooMany',
]);
export type EndedBecause = z.infer<typeof EndedBecause>;

export const sessionOpened = event('identity.session.opened', {
  classification: 'internal',
  summary: '会话已开始',
  body: z.object({ sessionId: Id, accountId: Id, by: SignedInBy }),
});
export const sessionEnded = event('identity.session.ended', {
  classification: 'internal',
  summary: '会话已结束，其凭据随即失效',
  body: z.object({ sessionId: Id, accountId: Id, because: EndedBecause }),
});

/** A short token for every call, and a secret that is good for the next token once. */
export const Session = z.object({
  token: z.string(),
  expiresAt: Instant,
  renewal: z.string().optional().describe('续期凭据；以 Cookie 保存时不在此列出'),
  sessionId: Id,
  accountId: Id,
  name: z.string(),
  site: SiteCode,
});

/**
 * These two are reached only by the gateway's own routes: who asks has no token to show. They are questions and not commands, because
 * the attempts they count and the sessions they end must outlast their refusal.
 */
export const signIn = query('identity.session.open', {
  classification: 'internal',
  summary: '以账号、口令和（已设置第二因素时）验证码或恢复码登录',
  input: z.object({
    site: SiteCode,
    account: z.string().max(60),
    password: z.string().max(200),
    code: z.string().max(60).optional(),
  }),
  output: Session,
});
export const renewSession = query('identity.session.renew', {
  classification: 'internal',
  summary: '以续期凭据换取新的登录凭据；续期凭据随之更换',
  input: z.object({ renewal: z.string().max(200) }),
  output: Session,
});
/** Of the session whose token is shown. */
export const signOut = command('identity.session.signOut', {
  summary: '退出登录',
  input: z.object({}),
});

export const SessionView = z.object({
  id: Id,
  accountId: Id,
  by: SignedInBy,
  origin: z.string().nullable(),
  openedAt: Instant,
  renewedAt: Instant.nullable(),
  state: z.enum(['open', 'expired', 'ended']),
  endedAt: Instant.nullable(),
  endedBecause: EndedBecause.nullable(),
});
const RefusedReason = z.enum(['password', 'code', 'setUpCode', 'locked', 'notActive', 'noAccount']);
/** Attempts of one kind at one account within an hour. */
export const RefusedView = z.object({
  accountId: Id.nullable().describe('空：没有这个账号'),
  reason: RefusedReason,
  hour: Instant,
  lastAt: Instant,
  times: z.int(),
  origin: z.string().nullable(),
});

const Ended = z.object({ ended: z.int() });
export const endOwnSession = command('identity.session.end', {
  http: 'POST /me/sessions/{sessionId}/end',
  summary: '结束本人的一个会话',
  input: z.object({ sessionId: Id }),
});
export const endOwnSessions = command('identity.session.endOwn', {
  http: 'POST /me/sessions/end',
  summary: '结束本人的全部会话',
  input: z.object({}),
  output: Ended,
});
export const endSessions = command('identity.session.endAll', {
  http: 'POST /accounts/{accountId}/sessions/end',
  permission: 'session.end',
  summary: '结束某账号的全部会话',
  input: z.object({ accountId: Id }),
  output: Ended,
});
export const listOwnSessions = query('identity.session.own', {
  http: 'GET /me/sessions',
  classification: 'internal',
  summary: '本人的登录记录与现有会话',
  input: z.object(pageInput),
  output: pageOf(SessionView),
});
export const listSessions = query('identity.session.list', {
  http: 'GET /accounts/{accountId}/sessions',
  permission: 'session.read',
  classification: 'internal',
  summary: '某账号的登录记录与现有会话',
  input: z.object({ ...pageInput, accountId: Id }),
  output: pageOf(SessionView),
});
export const listOwnRefusedSignIns = query('identity.session.ownRefused', {
  http: 'GET /me/refused-sign-ins',
  classification: 'internal',
  summary: '以本人账号登录而被拒绝的记录，最近的在前',
  input: z.object({}),
  output: z.object({ items: z.array(RefusedView) }),
});
export const listRefusedSignIns = query('identity.session.refused', {
  http: 'GET /refused-sign-ins',
  permission: 'session.read',
  classification: 'internal',
  summary: '被拒绝的登录，最近的在前；不填账号则为全站',
  input: z.object({ accountId: Id.optional() }),
  output: z.object({ items: z.array(RefusedView) }),
});

const grants = z.array(z.object({ role: RoleName, organizationId: Id.nullable(), teamId: Id.nullable() }));
export const me = query('identity.session.me', {
  http: 'GET /me',
  classification: 'internal',
  summary: '我是谁，我有哪些角色，第二因素是否已设置',
  input: z.object({}),
  output: z.object({
    accountId: Id,
    account: z.string().describe('登录时所用的账号'),
    name: z.string(),
    site: SiteCode,
    hasSecondFactor: z.boolean().describe('已设置第二因素'),
    needsSecondFactor: z.boolean().describe('所任角色须以第二因素登录'),
    grants,
  }),
});
/**
 * For the gateway, which keeps a viewer's page up to date. Not for the viewer: whom they are recused from is an answer that would
 * say that a record exists.
 */
export const viewerAccess = query('identity.session.access', {
  classification: 'restricted',
  summary: '一名用户现有的角色与回避，供网关推送更新时使用',
  input: z.object({}),
  output: z.object({ grants, recused: z.array(Id) }),
});
