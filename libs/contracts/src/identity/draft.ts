/**
 * Drafts: what somebody has typed into a form and not sent, kept until they send it, give it up, or thirty days have passed, so that they
 * find it on another machine. Nobody but its writer reads one (apps/identity/decisions/0002).
 */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { ContractName, Id, Instant, MAX_BODY_BYTES, Sha256, Version } from '../kit/types.js';

const Form = Sha256.describe('表单的指纹：哪项操作、哪条记录；由保存的一方计算');

export const draftBegun = event('identity.draft.begun', {
  classification: 'internal',
  summary: '草稿已开始保存',
  body: z.object({ draftId: Id }),
});
export const DraftEndedBecause = z.enum(['discarded', 'expired']);
export type DraftEndedBecause = z.infer<typeof DraftEndedBecause>;
export const draftEnded = event('identity.draft.ended', {
  classification: 'internal',
  summary: '草稿已提交、弃用或期满，内容已销毁',
  body: z.object({ draftId: Id, because: DraftEndedBecause }),
});

const kept = { savedAt: Instant, seen: Version.describe('第几次保存') };

/** What was kept elsewhere since `seen` is not overwritten: it is refused with `draft.newer`, and with `draft.gone` what has ended there. */
export const keepDraft = command('identity.draft.keep', {
  http: 'PUT /me/drafts/{form}',
  summary: '保存一份尚未提交的表单，只有本人能读',
  input: z.object({
    form: Form,
    command: ContractName.describe('表单所要提交的操作'),
    content: z.string().min(1).max(MAX_BODY_BYTES),
    seen: Version.optional().describe('此前所见的是第几次保存；第一次不填'),
  }),
  output: z.object(kept),
});
export const discardDraft = command('identity.draft.discard', {
  http: 'POST /me/drafts/{form}/discard',
  summary: '销毁本人的一份草稿：已经提交，或不要了',
  input: z.object({ form: Form, seen: Version }),
  output: z.object({ discarded: z.boolean().describe('否：已没有这份草稿') }),
});
export const readDraft = query('identity.draft.read', {
  http: 'GET /me/drafts/{form}',
  classification: 'sealed',
  summary: '本人某一表单的草稿；其后被收回有关角色或须回避的，不再给出',
  input: z.object({ form: Form }),
  output: z.object({
    draft: z
      .object({ ...kept, content: z.string(), isHere: z.boolean().describe('由本次登录保存') })
      .nullable(),
  }),
});
export const listDrafts = query('identity.draft.list', {
  http: 'GET /me/drafts',
  classification: 'restricted',
  summary: '本人的草稿一览，不含内容',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ ...kept, form: Form, command: ContractName })) }),
});
