/** Findings delivered to the organization and signed for by its head (NB17-5, rules.md 11). The document names nobody (rules.md 5). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { documentOf } from '../kit/document.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

export const FeedbackState = z.enum(['prepared', 'presented', 'delivered']);

const which = { feedbackId: Id, ...inspectionPlace };
const dated = (name: string, summary: string) =>
  event(`onsite.feedback.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
export const feedbackPrepared = dated('prepared', '反馈意见已拟定');
export const feedbackRevised = dated('revised', '反馈意见已修改');
/** Why another person signs stays with the office (rules.md 11). */
export const signerNamed = dated('signerNamed', '巡察办已指定签收人');
export const feedbackPresented = dated('presented', '已当面反馈，待签收');
/** Rectification opens a case with these findings. `immediate`: rectification was ordered on site already. */
export const feedbackDelivered = event('onsite.feedback.delivered', {
  classification: 'internal',
  summary: '已反馈并签收',
  body: z.object({
    feedbackId: Id,
    ...inspectionPlace,
    on: BusinessDate,
    findings: z.array(z.object({ findingId: Id, immediate: z.boolean() })),
    profile: z.string().describe('制度版本'),
  }),
});

const day = BusinessDate.nullable();
export const FeedbackEntry = z.object({
  id: Id,
  version: Version,
  number: z.string(),
  ...inspectionPlace,
  state: FeedbackState,
  preparedOn: BusinessDate,
  presentedOn: day,
  deliveredOn: day,
});
export const FeedbackView = FeedbackEntry.extend({
  profile: z.string().describe('制度版本'),
  opinion: z.string(),
  findings: z.array(
    z.object({ findingId: Id, title: z.string(), clause: z.string(), immediate: z.boolean() }),
  ),
  maySign: z.boolean().describe('当前账号可以签收'),
});
export const SignerGround = z.enum(['vacant', 'headMayNotSign']);
export type SignerGround = z.infer<typeof SignerGround>;

const target = { feedbackId: Id, seen: Version };
const on = BusinessDate.optional();
const opinion = Text(20_000).describe('反馈意见，不写人名');
export const prepareFeedback = command('onsite.feedback.prepare', {
  http: 'POST /inspections/{inspectionId}/feedback',
  permission: 'feedback.deliver',
  summary: '拟定反馈意见；所附清单为本次巡察已决定处置的全部问题',
  input: z.object({ inspectionId: Id, opinion, on }),
});
export const reviseFeedback = command('onsite.feedback.revise', {
  http: 'PUT /feedback/{feedbackId}',
  permission: 'feedback.deliver',
  summary: '修改尚未反馈的意见',
  input: z.object({ ...target, opinion, on }),
});
export const nameFeedbackSigner = command('onsite.feedback.nameSigner', {
  http: 'POST /feedback/{feedbackId}/signer',
  permission: 'signer.name',
  summary: '主要负责人空缺或不宜签收时，指定签收人；缘由只留在巡察办',
  input: z.object({ ...target, signerId: Id, ground: SignerGround, reason: Text(500), on }),
});
export const presentFeedback = command('onsite.feedback.present', {
  http: 'POST /feedback/{feedbackId}/present',
  permission: 'feedback.deliver',
  summary: '当面反馈；被巡察党组织自此可以看到',
  input: z.object({ ...target, on }),
});
export const signFeedback = command('onsite.feedback.sign', {
  http: 'POST /feedback/{feedbackId}/sign',
  permission: 'feedback.sign',
  summary: '主要负责人（或指定的签收人）签字背书，整改自此开始',
  input: z.object({ ...target, on }),
});

export const readFeedback = query('onsite.feedback.read', {
  http: 'GET /feedback/{feedbackId}',
  permission: 'feedback.read',
  classification: 'internal',
  summary: '一份反馈意见',
  input: z.object({ feedbackId: Id }),
  output: FeedbackView,
});
export const historyOfFeedback = historyOf(readFeedback, { inside: [signerNamed] });
export const feedbackLetter = documentOf(readFeedback, { as: 'letter', summary: '反馈意见及所附问题清单' });
export const listFeedback = query('onsite.feedback.list', {
  http: 'GET /feedback',
  permission: 'feedback.read',
  classification: 'internal',
  summary: '反馈一览',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    state: FeedbackState.optional(),
  }),
  output: pageOf(FeedbackEntry),
});
export const countFeedback = countsOf(listFeedback);
export const readFeedbackSigner = query('onsite.feedback.readSigner', {
  http: 'GET /feedback/{feedbackId}/signer',
  permission: 'signer.name',
  classification: 'restricted',
  summary: '指定的签收人与缘由；查看留痕',
  input: z.object({ feedbackId: Id }),
  output: z.object({
    id: Id,
    version: Version,
    signerId: Id.nullable(),
    ground: SignerGround.nullable(),
    reason: z.string().nullable(),
  }),
});
