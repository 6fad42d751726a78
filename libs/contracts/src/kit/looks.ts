/**
 * Who read what: every answer to a restricted or sealed query is on record in the service that gave it, with what was read, by whom, in
 * which role and what for (rules.md 13, Regulation of data). The kit notes it by the contract; nothing is written for it in a service.
 */
import { z } from 'zod';
import { roleNames } from '../access/roles.js';
import {
  event,
  query,
  type CallSpec,
  type EventContract,
  type Fact,
  type QueryContract,
} from './builders.js';
import { ContractName, Id, Instant, pageInput, pageOf, Version } from './types.js';

const roles = z.array(z.enum(roleNames as [string, ...string[]])).describe('查看时凭以查看的角色');
const look = {
  id: Id,
  version: Version,
  contract: ContractName.describe('所看的查询'),
  accountId: Id,
  roles,
  organizationId: Id.nullable().describe('角色限于某一机关的，该机关'),
  purpose: z.string().describe('查看事由；未填的，即该查询的用途'),
  takenAt: Instant,
};
/** Whoever answers for a record sees who looked, and nothing of what they saw. */
const RecordLook = z.object(look);

const LookNoted = z.object({ lookId: Id, contract: ContractName, recordIds: z.array(Id), roles });
const LooksPage = pageOf(z.object({ ...look, recordIds: z.array(Id).describe('所看的记录') }));
const LooksInput = z.object({ ...pageInput, recordId: Id.optional(), accountId: Id.optional() });

/** What a service needs to keep looks: its event of one, and the audit administrator's list. */
export interface LookContracts {
  readonly noted: EventContract & ((body: z.input<typeof LookNoted>) => Fact);
  readonly list: QueryContract<typeof LooksInput, typeof LooksPage>;
}

export function looksOf(service: string, http: string): LookContracts {
  const noted = event(`${service}.look.noted`, {
    classification: 'restricted',
    summary: '已有人查看限制或密封的记录',
    body: LookNoted,
  });
  const list = query(`${service}.look.list`, {
    http,
    permission: 'journal.read',
    classification: 'restricted',
    summary: '查看记录及事由，供审计；不含所查看的内容',
    input: LooksInput,
    output: LooksPage,
  });
  return { noted, list };
}

/** The looks at one record, for whoever answers for it; `which` is the record's field of the input. */
export function looksAt<F extends string>(
  name: string,
  which: F,
  spec: Pick<CallSpec<z.ZodObject, z.ZodType>, 'permission' | 'summary'> & { http: string },
) {
  const input = z.object({ ...pageInput, [which]: Id } as typeof pageInput & Record<F, typeof Id>);
  return query(name, { classification: 'restricted', input, output: pageOf(RecordLook), ...spec });
}
