/** Recusals: an organization that an account must stay away from. A denial that beats every role (rules.md 2). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { Id, pageInput, pageOf, Text, Version } from '../kit/types.js';

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

export const RecusalView = z.object({
  id: Id,
  version: Version,
  accountId: Id,
  organizationId: Id,
  reason: z.string(),
  state: z.enum(['declared', 'lifted']),
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
export const listRecusals = query('identity.recusal.list', {
  http: 'GET /recusals',
  permission: 'recusal.read',
  classification: 'restricted',
  summary: '回避登记',
  input: z.object({ ...pageInput, accountId: Id.optional() }),
  output: pageOf(RecusalView),
});
