/** Who read what: every look at a restricted or sealed record is a record itself, in the service that shows it (rules.md 13, Regulation of data). */
import { z } from 'zod';
import { event, query, type Classification } from './builders.js';
import { Id, Instant, pageInput, pageOf, Version } from './types.js';

/** The event of a look and the auditors' list of them. `part` is what can be looked at; `more` is what a service keeps of a look beyond that. */
export function looksOf<Part extends z.ZodType<string>, More extends z.ZodRawShape = Record<never, never>>(
  service: string,
  spec: { http: string; part: Part; more?: More; classification?: Classification; summary?: string },
) {
  const {
    http,
    part,
    more = {} as More,
    classification = 'internal',
    summary = '查看记录，供审计；不含所查看的内容',
  } = spec;
  const taken = event(`${service}.look.taken`, {
    classification: 'restricted',
    summary: '已有人查看',
    body: z.object({ lookId: Id, at: part, recordId: Id }),
  });
  const look = { id: Id, version: Version, at: part, recordId: Id, accountId: Id, takenAt: Instant };
  const list = query(`${service}.look.list`, {
    http,
    permission: 'journal.read',
    classification,
    summary,
    input: z.object({ ...pageInput, recordId: Id.optional(), accountId: Id.optional() }),
    output: pageOf(z.object({ ...look, ...more })),
  });
  return { taken, list };
}
