/** Sites and their clocks. A rehearsal site follows `advanceClock`; that it is one can never change (architecture.md, Time). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { Id, Instant, Receipt, SiteCode, Text, Version } from '../kit/types.js';
import { Invitations, LoginName } from './account.js';

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

/** What a site is called, and in official numbers. */
export const sitePlace = { code: SiteCode, name: Text(60), abbreviation: Text(4) };
const administrator = z.object({ account: LoginName, name: Text(60) });
/** A new site has all three: none of them could be made by one alone (rules.md 15). The security administrator makes all other accounts. */
export const FirstAdministrators = z.object({
  system: administrator,
  security: administrator,
  audit: administrator,
});
export type FirstAdministrators = z.infer<typeof FirstAdministrators>;
/** A rehearsal never holds real work, so one administrator opens it; a live site is proposed, see administrator-change. */
export const openSite = command('identity.site.open', {
  http: 'POST /sites',
  permission: 'site.write',
  summary: '开设演练站点及其三名管理员的账号；正式站点须两名管理员开设',
  input: z.object({
    ...sitePlace,
    mode: z.literal('rehearsal'),
    clock: Instant.describe('演练站点的起始时刻'),
    administrators: FirstAdministrators,
  }),
  output: Receipt.extend(Invitations),
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
