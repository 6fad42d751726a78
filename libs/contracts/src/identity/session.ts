/** Signing in, and what the one who did may see. */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { Id, Instant, SiteCode } from '../kit/types.js';
import { RoleName } from './grant.js';

/**
 * Reached only by the gateway's own sign-in route: it has no token to show yet. A question and not a command, because it changes no
 * record, and because the attempts it counts must outlast its refusal.
 */
export const signIn = query('identity.session.open', {
  classification: 'internal',
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

const grants = z.array(z.object({ role: RoleName, organizationId: Id.nullable(), teamId: Id.nullable() }));
export const me = query('identity.session.me', {
  http: 'GET /me',
  classification: 'internal',
  summary: '我是谁，我有哪些角色',
  input: z.object({}),
  output: z.object({ accountId: Id, name: z.string(), site: SiteCode, grants }),
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
