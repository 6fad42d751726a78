/** Petitions that reached the team: numbered on receipt; what they say and who sent them is sealed (rules.md 9, 13, 14, 18, SZ-3). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

export const PetitionState = z.enum([
  'received',
  'screened',
  'assigned',
  'verified',
  'referred',
  'answered',
  'closed',
]);
/** How it arrived; `envelope` is the little envelope 小信封, `code` the public code 码上点. */
export const PetitionChannel = z.enum(['letter', 'call', 'visit', 'envelope', 'code']);
export type PetitionChannel = z.infer<typeof PetitionChannel>;
/** 属实、部分属实、不属实. */
export const Verdict = z.enum(['justified', 'partlyJustified', 'unjustified']);
export type Verdict = z.infer<typeof Verdict>;

const which = { petitionId: Id, ...inspectionPlace };
const dated = (name: string, summary: string) =>
  event(`onsite.petition.${name}`, {
    classification: 'restricted',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
export const petitionReceived = event('onsite.petition.received', {
  classification: 'restricted',
  summary: '信访件已收到并编号',
  body: z.object({ ...which, channel: PetitionChannel, on: BusinessDate }),
});
export const petitionScreened = dated('screened', '信访件已筛查');
export const petitionAssigned = dated('assigned', '信访件已交办');
export const petitionVerified = event('onsite.petition.verified', {
  classification: 'restricted',
  summary: '信访件已核实',
  body: z.object({ ...which, verdict: Verdict, on: BusinessDate }),
});
export const petitionReferred = dated('referred', '信访件已转办');
export const petitionAnswered = dated('answered', '信访件已答复');
export const petitionClosed = dated('closed', '信访件已办结');
export const petitionPressed = event('onsite.petition.pressed', {
  classification: 'restricted',
  summary: '信访件答复临期提醒或逾期督办',
  body: z.object({ ...which, rung: z.enum(['amber', 'due']), dueOn: BusinessDate }),
});
export const senderAsked = dated('senderAsked', '一名保管员申请查看反映人身份');
export const senderOpened = dated('senderOpened', '另一名保管员同意，当日可查看反映人身份');

const day = BusinessDate.nullable();
export const PetitionView = z.object({
  id: Id,
  version: Version,
  number: z.string(),
  ...inspectionPlace,
  channel: PetitionChannel,
  named: z.boolean().describe('署名'),
  state: PetitionState,
  receivedOn: BusinessDate,
  dueOn: BusinessDate.describe('答复期限'),
  concernsTeam: z.boolean().describe('反映巡察人员作风'),
  assigneeId: Id.nullable(),
  verdict: Verdict.nullable(),
  referredToId: Id.nullable(),
  referredWithSender: z.boolean(),
  answeredOn: day,
  closedBy: Id.nullable(),
  closedOn: day,
});

const target = { petitionId: Id, seen: Version };
const on = BusinessDate.optional();
export const receivePetition = command('onsite.petition.receive', {
  http: 'POST /inspections/{inspectionId}/petitions',
  permission: 'petition.register',
  summary: '登记信访件；内容与反映人加密保存',
  input: z.object({
    inspectionId: Id,
    channel: PetitionChannel,
    content: Text(10_000).describe('不写反映人身份'),
    sender: z
      .object({ name: Text(60), contact: Text(200).optional() })
      .optional()
      .describe('未署名则不填'),
    consent: z.boolean().optional().describe('反映人同意转办时告知其身份'),
    concernsId: Id.optional().describe('所反映的单位；不填即被巡察党组织'),
    concernsTeam: z.boolean().optional().describe('反映巡察人员作风；不交巡察组，只能转办'),
    on,
  }),
});
export const screenPetition = command('onsite.petition.screen', {
  http: 'POST /petitions/{petitionId}/screen',
  permission: 'petition.handle',
  summary: '筛查',
  input: z.object({ ...target, on }),
});
export const assignPetition = command('onsite.petition.assign', {
  http: 'POST /petitions/{petitionId}/assign',
  permission: 'petition.handle',
  summary: '交巡察组成员核实；巡察组自此可看内容，不可看反映人',
  input: z.object({ ...target, assigneeId: Id, on }),
});
export const verifyPetition = command('onsite.petition.verify', {
  http: 'POST /petitions/{petitionId}/verify',
  permission: 'petition.work',
  summary: '报告核实结果',
  input: z.object({ ...target, verdict: Verdict, result: Text(4000).describe('加密保存'), on }),
});
export const referPetition = command('onsite.petition.refer', {
  http: 'POST /petitions/{petitionId}/refer',
  permission: 'petition.handle',
  summary: '转责任单位办理；不得转给被反映单位，未经同意不得附反映人身份',
  input: z.object({ ...target, toOrganizationId: Id, withSender: z.boolean(), on }),
});
export const answerPetition = command('onsite.petition.answer', {
  http: 'POST /petitions/{petitionId}/answer',
  permission: 'petition.handle',
  summary: '答复反映人；未署名的，凭码领取',
  input: z.object({ ...target, answer: Text(4000).describe('加密保存'), on }),
});
export const closePetition = command('onsite.petition.close', {
  http: 'POST /petitions/{petitionId}/close',
  permission: 'petition.handle',
  summary: '办结',
  input: z.object({ ...target, on }),
});
export const askForSender = command('onsite.petition.askForSender', {
  http: 'POST /petitions/{petitionId}/sender/ask',
  permission: 'petition.open',
  summary: '申请查看反映人身份，须另一名保管员同意',
  input: z.object(target),
});
export const agreeToSender = command('onsite.petition.agreeToSender', {
  http: 'POST /petitions/{petitionId}/sender/agree',
  permission: 'petition.open',
  summary: '同意另一名保管员的申请；当日两人可查看',
  input: z.object(target),
});

export const readPetition = query('onsite.petition.read', {
  http: 'GET /petitions/{petitionId}',
  permission: 'petition.read',
  classification: 'restricted',
  summary: '一件信访件的办理情况，不含内容',
  input: z.object({ petitionId: Id }),
  output: PetitionView,
});
export const historyOfPetition = historyOf(readPetition);
export const listPetitions = query('onsite.petition.list', {
  http: 'GET /petitions',
  permission: 'petition.read',
  classification: 'restricted',
  summary: '信访件一览，不含内容',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    state: PetitionState.optional(),
    assigneeId: Id.optional(),
  }),
  output: pageOf(PetitionView),
});
export const countPetitions = countsOf(listPetitions);
const purpose = Text(200).describe('查看事由');
export const readPetitionContent = query('onsite.petition.readContent', {
  http: 'GET /petitions/{petitionId}/content',
  permission: 'petition.read',
  classification: 'sealed',
  summary: '信访件的内容、核实结果与答复，不含反映人；须填查看事由，查看留痕',
  input: z.object({ petitionId: Id, purpose }),
  output: z.object({
    id: Id,
    version: Version,
    content: z.string(),
    result: z.string().nullable(),
    answer: z.string().nullable(),
  }),
});
export const readPetitionSender = query('onsite.petition.readSender', {
  http: 'GET /petitions/{petitionId}/sender',
  permission: 'petition.open',
  classification: 'sealed',
  summary: '反映人身份；两名保管员同意后当日可看；须填查看事由，查看留痕',
  input: z.object({ petitionId: Id, purpose }),
  output: z.object({
    id: Id,
    version: Version,
    sender: z.object({ name: z.string(), contact: z.string().nullable() }),
  }),
});
