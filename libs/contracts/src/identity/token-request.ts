/** A department's program asks for a token: every assertion of a known client is noted, and none is taken twice. */
import { z } from 'zod';
import { DepartmentScope } from '../access/scopes.js';
import { event, query } from '../kit/builders.js';
import { Id, Instant, pageInput, pageOf, SiteCode, Version } from '../kit/types.js';

export const TokenRequestOutcome = z.enum([
  'issued',
  'refused',
  'expired',
  'audience',
  'lifetime',
  'replayed',
  'notActive',
  'scope',
]);
export type TokenRequestOutcome = z.infer<typeof TokenRequestOutcome>;

export const tokenRequested = event('identity.tokenRequest.noted', {
  classification: 'internal',
  summary: '部门系统已申请令牌',
  body: z.object({ requestId: Id, clientId: Id, outcome: TokenRequestOutcome }),
});

/** What an assertion says in `aud`, so that it is of use in one site alone. */
export const assertionAudience = (site: string) => `urn:xuncha:site:${site}`;

/** Reached only by the gateway's token endpoint. A question and not a command, because what is noted must outlast a refusal. */
export const requestToken = query('identity.tokenRequest.token', {
  classification: 'internal',
  summary: '部门系统以签名断言换取令牌',
  input: z.object({
    assertion: z.string().max(8192),
    clientId: z.string().max(100).optional(),
    scope: z.string().max(1000).optional(),
  }),
  output: z.object({
    token: z.string(),
    seconds: z.int(),
    scopes: z.array(DepartmentScope),
    site: SiteCode,
  }),
});
export const listTokenRequests = query('identity.tokenRequest.list', {
  http: 'GET /token-requests',
  permission: 'journal.read',
  classification: 'internal',
  summary: '部门系统申请令牌的记录，新的在前，供审计',
  input: z.object({ ...pageInput, clientId: Id.optional(), outcome: TokenRequestOutcome.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      version: Version,
      clientId: Id,
      outcome: TokenRequestOutcome,
      scopes: z.array(DepartmentScope).describe('所发令牌的范围'),
      at: Instant,
    }),
  ),
});
