/**
 * The record of a service, for the audit administrator alone: who did what, in which role, on which record and version, from where and
 * with what outcome. Metadata only; what was written or read is not in it (rules.md 15). Written once here for every service.
 */
import { z } from 'zod';
import { event, query } from './builders.js';
import { clockContracts } from './clock.js';
import { Id, Instant, pageInput, pageOf, RefusalCode, SiteCode, Version } from './types.js';

const ContractName = z.string().regex(/^[a-z][A-Za-z-]*(\.[a-z][A-Za-z-]*){1,2}$/);
const PermissionName = z.string().regex(/^[A-Za-z]+\.[A-Za-z]+$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One row of the journal, as far as an auditor needs it. */
const RecordEntry = z.object({
  id: Id,
  recordedAt: Instant,
  accountId: Id.nullable().describe('空：系统自身'),
  permission: PermissionName.nullable(),
  roles: z.array(z.string().regex(/^[A-Za-z]+$/)).describe('据以操作的角色'),
  what: ContractName.describe('事件；被拒绝时为接口名称'),
  recordId: Id.nullable(),
  version: Version.nullable().describe('操作后的版本；被拒绝时为操作人所见版本'),
  origin: z
    .string()
    .regex(/^[0-9A-Fa-f:.]+$/)
    .nullable()
    .describe('网关所见的客户端地址'),
  sessionId: Id.nullable(),
  outcome: RefusalCode.describe('done，或拒绝代码'),
  times: z.int().min(1).describe('合并记录的次数'),
});

const asked = {
  ...pageInput,
  from: Instant.optional(),
  until: Instant.optional(),
  accountId: Id.optional(),
  permission: PermissionName.optional(),
  what: ContractName.optional().describe('事件或接口名称'),
  recordId: Id.optional(),
  outcome: z.enum(['done', 'refused']).optional(),
};
const Checkpoint = z.object({
  service: z.string().regex(/^[a-z]+$/),
  site: SiteCode,
  number: z.int().min(1),
  hash: Hash,
  at: Instant,
  signature: z.base64().describe('Ed25519，base64'),
});

/** What one service tells of refusals, and how its record is asked. */
export function recordOf(service: string) {
  const refusalNoted = event(`${service}.refusal.noted`, {
    classification: 'internal',
    summary: '操作被拒绝，已记录',
    body: z.object({
      refusalId: Id,
      contract: ContractName,
      code: RefusalCode,
      recordId: Id.optional(),
      seen: Version.optional(),
      times: z.int().min(1),
      firstAt: Instant,
      lastAt: Instant,
    }),
  });
  const readRecord = query(`${service}.record.read`, {
    http: `GET /${service}/record`,
    permission: 'journal.read',
    classification: 'internal',
    summary: '审计记录：谁、以何角色、何时、从何处、对哪条记录做了什么、结果如何；不含内容',
    input: z.object(asked),
    output: pageOf(RecordEntry),
  });
  const listCheckpoints = query(`${service}.record.checkpoints`, {
    http: `GET /${service}/record/checkpoints`,
    permission: 'journal.read',
    classification: 'internal',
    summary: '审计记录的最近检查点及其签名，供审计管理员会签留存',
    input: z.object({ limit: pageInput.limit }),
    output: z.object({
      publicKey: z
        .string()
        .regex(/^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----\n$/)
        .describe('本服务的 Ed25519 公钥（PEM）'),
      items: z.array(Checkpoint),
    }),
  });
  return { refusalNoted, readRecord, listCheckpoints };
}

/** Of every service that keeps a journal. */
export const recordContracts = Object.fromEntries(
  Object.keys(clockContracts).map((service) => [service, recordOf(service)]),
);

/** One by one, for whoever asks a single service: exports are what callers of the API know contracts by. */
export const { readRecord: readPlanningRecord, listCheckpoints: listPlanningCheckpoints } =
  recordContracts.planning!;
export const { readRecord: readTalentRecord, listCheckpoints: listTalentCheckpoints } =
  recordContracts.talent!;
export const { readRecord: readOnsiteRecord, listCheckpoints: listOnsiteCheckpoints } =
  recordContracts.onsite!;
export const { readRecord: readCluesRecord, listCheckpoints: listCluesCheckpoints } = recordContracts.clues!;
export const { readRecord: readRectificationRecord, listCheckpoints: listRectificationCheckpoints } =
  recordContracts.rectification!;
export const { readRecord: readInsightRecord, listCheckpoints: listInsightCheckpoints } =
  recordContracts.insight!;
export const { readRecord: readIdentityRecord, listCheckpoints: listIdentityCheckpoints } =
  recordContracts.identity!;
export const { readRecord: readLinkageRecord, listCheckpoints: listLinkageCheckpoints } =
  recordContracts.linkage!;
