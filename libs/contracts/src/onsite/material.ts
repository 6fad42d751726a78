/** Materials that an organization is to supply to the team, each handed in and receipted by itself (RA17-4). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { countsOf } from '../kit/counts.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, FileRef, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

/** More than anybody reads through; ten are usual. */
const MOST_AT_ONCE = 50;

export const MaterialState = z.enum(['asked', 'supplied', 'received', 'givenBack', 'waived']);
export type MaterialState = z.infer<typeof MaterialState>;

const facts = { materialId: Id, ...inspectionPlace, on: BusinessDate };
const happened = (name: string, summary: string) =>
  event(`onsite.material.${name}`, { classification: 'internal', summary, body: z.object(facts) });
export const materialAsked = event('onsite.material.asked', {
  classification: 'internal',
  summary: '已要求提供一项材料',
  body: z.object({ ...facts, dueOn: BusinessDate }),
});
export const materialSupplied = happened('supplied', '材料已提供');
export const materialReceived = happened('received', '材料已签收');
export const materialReturned = happened('returned', '材料已退回，请重新提供');
export const materialGivenBack = happened('givenBack', '材料原件已归还');
export const materialWaived = happened('waived', '材料免于提供');

const copies = z.int().min(1).max(9_999);
const telling = { text: z.string(), on: BusinessDate, by: Id };
const head = {
  id: Id,
  version: Version,
  ...inspectionPlace,
  title: z.string().describe('材料的名称'),
  state: MaterialState,
  dueOn: BusinessDate,
  askedOn: BusinessDate,
  suppliedOn: BusinessDate.nullable(),
  copies: copies.nullable().describe('纸质材料几份'),
  receivedOn: BusinessDate.nullable(),
};
export const MaterialItem = z.object(head);
export const MaterialView = MaterialItem.extend({
  askedBy: Id,
  supply: z
    .object({
      on: BusinessDate,
      by: Id,
      handedBy: z.string().nullable().describe('交来材料的人'),
      copies: copies.nullable(),
      note: z.string().nullable(),
      files: z.array(FileRef),
    })
    .nullable(),
  returned: z.object(telling).nullable().describe('为什么退回'),
  receipt: z.object({ on: BusinessDate, by: Id }).nullable(),
  givenBack: z.object({ on: BusinessDate, by: Id }).nullable(),
  waiver: z.object(telling).nullable().describe('为什么免于提供'),
});

const target = { materialId: Id, seen: Version };
const on = BusinessDate.optional();
export const askMaterials = command('onsite.material.ask', {
  http: 'POST /inspections/{inspectionId}/materials',
  permission: 'material.work',
  summary: '请被巡察党组织提供材料，一行一项，可以删去、修改、增加；对方从此看得到；回执为其中第一项的',
  input: z.object({
    inspectionId: Id,
    dueOn: BusinessDate.describe('请在哪一天以前提供'),
    materials: z
      .array(z.object({ title: Text(200).describe('材料的名称和范围；不写人名') }))
      .min(1)
      .max(MOST_AT_ONCE),
    on,
  }),
});
export const supplyMaterial = command('onsite.material.supply', {
  http: 'POST /materials/{materialId}/supply',
  permission: 'material.supply',
  summary: '提供材料：电子的上传，纸质的写明份数后当面交给巡察组；当面收到、对方没有登记的，由巡察组代为登记',
  input: z.object({
    ...target,
    copies: copies.optional().describe('纸质材料几份；只有电子的不填'),
    files: z.array(FileRef).max(20).optional().describe('电子的材料'),
    note: Text(500).optional().describe('还缺什么、原件什么时候要用'),
    handedBy: Text(50).optional().describe('交来材料的人；就是登记人的不填'),
    on,
  }),
});
export const receiveMaterial = command('onsite.material.receive', {
  http: 'POST /materials/{materialId}/receive',
  permission: 'material.work',
  summary: '签收：清点无误，签收人是操作的人',
  input: z.object({ ...target, on }),
});
export const returnMaterial = command('onsite.material.return', {
  http: 'POST /materials/{materialId}/return',
  permission: 'material.work',
  summary: '退回：材料不全或不是所要的，请对方重新提供',
  input: z.object({
    ...target,
    reason: Text(500).describe('还差什么'),
    dueOn: BusinessDate.optional().describe('重新提供的期限；不填的，期限不变'),
    on,
  }),
});
export const giveBackMaterial = command('onsite.material.giveBack', {
  http: 'POST /materials/{materialId}/give-back',
  permission: 'material.work',
  summary: '归还纸质原件',
  input: z.object({ ...target, on }),
});
export const waiveMaterial = command('onsite.material.waive', {
  http: 'POST /materials/{materialId}/waive',
  permission: 'material.work',
  summary: '免于提供：对方没有这项材料，或者不再需要',
  input: z.object({ ...target, reason: Text(500), on }),
});

export const readMaterial = query('onsite.material.read', {
  http: 'GET /materials/{materialId}',
  permission: 'material.read',
  classification: 'internal',
  summary: '一项要求提供的材料及其交接',
  input: z.object({ materialId: Id }),
  output: MaterialView,
});
export const materialFiles = filesOf(readMaterial);
export const historyOfMaterial = historyOf(readMaterial);
export const listMaterials = query('onsite.material.list', {
  http: 'GET /materials',
  permission: 'material.read',
  classification: 'internal',
  summary: '要求提供的材料，新的在前；只看一次巡察的，按清单的先后',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    organizationId: Id.optional(),
    state: MaterialState.optional(),
  }),
  output: pageOf(MaterialItem),
});
export const countMaterials = countsOf(listMaterials);
