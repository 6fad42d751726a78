/** A clue as the team raises it (rules.md 5). Its content is sealed here until the clues service has taken it; then only the number stays. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, SiteCode, Text, Version } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

/** Routing by nature (WH17-5): what kind of matter it is decides which organ gets it. */
export const ClueNature = z.enum(['breach', 'inaction', 'crime', 'personnel', 'petition', 'work']);
export type ClueNature = z.infer<typeof ClueNature>;
/** Management authority 干部管理权限: which level may deal with a clue about this person (rules.md 7). Lowest first. */
export const Authority = z.enum(['county', 'city', 'province']);
export type Authority = z.infer<typeof Authority>;

/** Whom a clue is about. */
export const ClueSubject = z.object({
  name: Text(60),
  post: Text(200).optional(),
  authority: Authority.describe('干部管理权限'),
  identity: Text(40).optional().describe('证件号码或干部编号；同一人以此只计一次'),
});
export type ClueSubject = z.infer<typeof ClueSubject>;
/** The matter is there before the persons (HZ16-16): screening may name more of them. */
export const ClueContent = z.object({
  matter: Text(10_000),
  source: Text(500).describe('线索来源'),
  persons: z.array(ClueSubject).max(50),
});
export type ClueContent = z.infer<typeof ClueContent>;

export const RaisedClueState = z.enum(['raised', 'handedOver']);

const which = { clueId: Id, ...inspectionPlace };
/** Number and nature only; the content goes by sealed request. */
export const clueRaised = event('onsite.clue.raised', {
  classification: 'internal',
  summary: '问题线索已提出',
  body: z.object({
    ...which,
    teamId: Id,
    number: z.string().describe('线索编号'),
    findingId: Id.nullable(),
    petitionId: Id.nullable(),
    concernsId: Id.nullable().optional().describe('信访件所反映的单位，线索不得移交给它'),
    nature: ClueNature,
    urgent: z.boolean().describe('驻点期间发现的重要线索，快速移交'),
    profile: z.string().describe('制度版本'),
    on: BusinessDate,
  }),
});
/** Nothing but the number is left of it here. */
export const clueHandedOver = event('onsite.clue.handedOver', {
  classification: 'internal',
  summary: '问题线索内容已交出，本处只留编号',
  body: z.object(which),
});

export const raiseClue = command('onsite.clue.raise', {
  http: 'POST /inspections/{inspectionId}/clues',
  permission: 'clue.raise',
  summary: '提出问题线索；内容加密，交出后本处只留编号',
  input: z.object({
    inspectionId: Id,
    findingId: Id.optional(),
    petitionId: Id.optional(),
    nature: ClueNature,
    urgent: z.boolean().optional().describe('驻点期间发现的重要线索，快速移交'),
    content: ClueContent,
    on: BusinessDate.optional(),
  }),
});
export const listRaisedClues = query('onsite.clue.list', {
  http: 'GET /raised-clues',
  permission: 'clue.raise',
  classification: 'internal',
  summary: '本组提出的问题线索，只有编号',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    findingId: Id.optional(),
    petitionId: Id.optional(),
    state: RaisedClueState.optional(),
  }),
  output: pageOf(
    z.object({
      id: Id,
      version: Version,
      number: z.string(),
      inspectionId: Id,
      findingId: Id.nullable(),
      petitionId: Id.nullable(),
      state: RaisedClueState,
      raisedOn: BusinessDate,
    }),
  ),
});
export const countRaisedClues = countsOf(listRaisedClues);
/** A clue on its way between two services or sites, inside a sealed box. */
export const ClueInBox = z.object({
  contents: z.array(ClueContent).min(1).describe('本线索，及并入的线索'),
  nature: ClueNature,
  urgent: z.boolean(),
  profile: z.string(),
});
export type ClueInBox = z.infer<typeof ClueInBox>;
/** Whose key a box with a clue is for, and what is in it: the clues service of a site, and the clue as its sender knows it. */
export function boxFor(site: string, clueId: string): { recipient: string; context: string } {
  return { recipient: `clues-${site}`, context: `clue.${clueId}` };
}
/** By the clues service alone, over the bus alone: what comes back opens with that service's key of the site. */
export const raisedClueContent = query('onsite.clue.content', {
  classification: 'sealed',
  summary: '线索服务领取线索内容，以其公钥加密',
  input: z.object({ site: SiteCode, clueId: Id }),
  output: z.object({ box: z.base64().describe('加密的线索内容') }),
});
