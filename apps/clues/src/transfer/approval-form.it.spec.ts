// 线索移交审批表 as a document (NB17-8): for those who approve, without anything that is sealed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listClueLooks, redraftTransfer, transferApprovalForm, transferReceipt } from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import {
  accountName,
  organizationName,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { Desk, Neighbours, person } from '../desk.fixture.js';
import { clues } from '../main.js';
import { Batch } from './batch.fixture.js';

let system: ServicesUnderTest;
let desk: Desk;

beforeAll(async () => {
  system = await startServices([clues]);
  await system.publisher('planning');
  desk = await Desk.open(system, await Neighbours.start(system));
});
afterAll(() => system?.stop());

async function linesFor(reader: Person, batch: Batch): Promise<string[]> {
  const { base64 } = await system.ask(transferApprovalForm, { transferId: batch.id }, reader);
  return linesOfWord(Buffer.from(base64, 'base64'));
}
const refusedTo = async (reader: Person, batch: Batch) =>
  (await system.refusal(transferApprovalForm, { transferId: batch.id }, reader)).code;

test('it has every approval and the numbers of the clues, and nothing of what they say, whoever reads it', async () => {
  const content = { matter: '虚报工程款八十万元', source: '巡察发现', persons: [person('演示辛001')] };
  const batch = await Batch.draft(desk, [await desk.screened({ content })]);
  await batch.approved();
  const { leader, office, leadingGroup, clueCustodian, organCustodian } = desk.people;
  const { number } = await desk.clue(batch.clueIds[0]!);
  for (const reader of [leader, office, leadingGroup, clueCustodian]) {
    const text = (await linesFor(reader, batch)).join('\n');
    const told = [number, '组长同意', '领导小组同意', accountName(office.account)];
    for (const said of [...told, organizationName(desk.organId)]) expect(text).toContain(said);
    for (const sealed of [content.matter, content.persons[0]!.name]) expect(text).not.toContain(sealed);
  }
  expect(await refusedTo(organCustodian, batch)).toBe('access.denied');
  const auditor = await system.person('auditAdministrator', { site: desk.site });
  const { items } = await system.ask(listClueLooks, { recordId: batch.id }, auditor);
  expect(items.map(({ contract }) => contract)).toEqual(Array(4).fill(transferApprovalForm.name));
});

test('it is hidden from whoever is recused from where the clues arose', async () => {
  const batch = await Batch.draft(desk, [await desk.screened()]);
  const recused = await desk.person('office');
  await system.recuse(recused, desk.organizationId);
  expect(await refusedTo(recused, batch)).toBe('record.unknown');
});

test('no approval from before a return counts on it', async () => {
  const batch = await Batch.draft(desk, [await desk.screened()]);
  const { office, clueCustodian } = desk.people;
  await batch.approveAsLeader();
  await batch.sendBack();
  expect(await linesFor(office, batch)).toContain('组长同意');
  const { version: seen } = await batch.view();
  const again = { transferId: batch.id, seen, clueIds: [...batch.clueIds], organId: desk.organId };
  await system.ask(redraftTransfer, { ...again, on: desk.on }, clueCustodian);
  expect(await linesFor(office, batch)).not.toContain('组长同意');
});

test('the receipt slip has how many clues there are and who signed, and no number of a clue (rules.md 8)', async () => {
  const content = { matter: '虚报工程款八十万元', source: '巡察发现', persons: [person('演示辛002')] };
  const batch = await Batch.draft(desk, [await desk.screened({ content })]);
  const slipFor = async (reader: Person) => {
    const { base64 } = await system.ask(transferReceipt, { transferId: batch.id }, reader);
    return linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  };
  const refused = async (reader: Person) =>
    (await system.refusal(transferReceipt, { transferId: batch.id }, reader)).code;
  const { office, organCustodian } = desk.people;
  expect(await refused(office)).toBe('transfer.not-delivered');
  expect(await refused(organCustodian)).toBe('record.unknown');
  await batch.received();
  const { number } = await desk.clue(batch.clueIds[0]!);
  for (const reader of [office, organCustodian]) {
    const text = await slipFor(reader);
    for (const said of ['1件', accountName(organCustodian.account), organizationName(desk.organId)])
      expect(text).toContain(said);
    for (const hidden of [number, content.matter, '演示辛002']) expect(text).not.toContain(hidden);
  }
  const recused = await desk.person('office');
  await system.recuse(recused, desk.organizationId);
  expect(await refused(recused)).toBe('record.unknown');
});
