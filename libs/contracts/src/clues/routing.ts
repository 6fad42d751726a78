/** Which organ a clue goes to, by nature and management authority; the office's own table (WH17-5, rules.md 7, 14). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { Id, Version } from '../kit/types.js';
import { Authority, ClueNature } from '../onsite/clue.js';

/** What an organ is. Work problems go to the unit they arose in, which needs no line in the table. */
export const OrganKind = z.enum([
  'discipline',
  'accountability',
  'organizationDepartment',
  'petitionOffice',
  'police',
  'unit',
]);
export type OrganKind = z.infer<typeof OrganKind>;

/** An organ is an organization of the register. */
export const ClueRoute = z.object({
  nature: ClueNature,
  authority: Authority,
  kind: OrganKind.exclude(['unit']),
  organId: Id,
});
export type ClueRoute = z.infer<typeof ClueRoute>;

const which = { routingId: Id };
export const routingOpened = event('clues.routing.opened', {
  classification: 'internal',
  summary: '线索分流表已建立',
  body: z.object({ ...which, level: Authority }),
});
export const routingChanged = event('clues.routing.changed', {
  classification: 'internal',
  summary: '线索分流表已修改',
  body: z.object({ ...which, level: Authority, routes: z.array(ClueRoute) }),
});

const table = {
  level: Authority.describe('本站点有权办理到哪一级管理的干部'),
  routes: z.array(ClueRoute).max(100),
};
export const RoutingView = z.object({
  id: Id,
  version: Version,
  ...table,
  proposed: z
    .array(z.object({ nature: ClueNature, kind: OrganKind }))
    .describe('各类线索通常的去向，供填表参考'),
});
export const changeRouting = command('clues.routing.change', {
  http: 'PUT /clue-routing',
  permission: 'routing.write',
  summary: '修改线索分流表',
  input: z.object({ seen: Version, ...table }),
});
export const readRouting = query('clues.routing.read', {
  http: 'GET /clue-routing',
  permission: 'routing.read',
  classification: 'internal',
  summary: '线索分流表',
  input: z.object({}),
  output: RoutingView,
});
