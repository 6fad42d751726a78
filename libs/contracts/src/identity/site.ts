/** Sites and their clocks. A rehearsal site follows `advanceClock`; that it is one can never change (architecture.md, Time). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { Id, Instant, Receipt, SiteCode, Text, Version } from '../kit/types.js';
import { LoginName, SetUp } from './account.js';

export const SiteMode = z.enum(['live', 'rehearsal']);

export const siteOpened = event('identity.site.opened', {
  classification: 'open',
  summary: '站点已开设',
  body: z.object({
    code: SiteCode,
    mode: SiteMode,
    abbreviation: z.string().describe('公文字号中的站点简称，如 瑞'),
    clock: Instant.nullable(),
  }),
});
export const clockAdvanced = event('identity.site.clockAdvanced', {
  classification: 'open',
  summary: '演练站点的时钟已推进',
  body: z.object({ code: SiteCode, clock: Instant }),
});

export const SiteView = z.object({
  id: Id,
  version: Version,
  code: SiteCode,
  name: z.string(),
  abbreviation: z.string(),
  mode: SiteMode,
  clock: Instant.nullable(),
});

/** The first account may write accounts and grants of the new site; it makes the others. Answered is its set-up code. */
export const openSite = command('identity.site.open', {
  http: 'POST /sites',
  permission: 'site.write',
  summary: '开设站点及其首个安全管理员账号',
  input: z.object({
    code: SiteCode,
    name: Text(60),
    abbreviation: Text(4),
    mode: SiteMode,
    clock: Instant.optional().describe('演练站点的起始时刻'),
    administrator: z.object({ account: LoginName, name: Text(60) }),
  }),
  output: Receipt.extend(SetUp),
});
export const advanceClock = command('identity.site.advanceClock', {
  http: 'POST /sites/{siteId}/clock',
  permission: 'clock.advance',
  summary: '推进演练站点的时钟',
  input: z.object({ siteId: Id, seen: Version, to: Instant }),
});
/** Everybody who is signed in sees where they are, and whether it is a rehearsal. */
export const currentSite = query('identity.site.current', {
  http: 'GET /site',
  classification: 'open',
  summary: '本站点的名称、模式与时钟',
  input: z.object({}),
  output: SiteView,
});
