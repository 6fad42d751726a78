// What an organization supplies to a team (RA17-4): asked for, handed in, receipted, and who may know of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askMaterials,
  countMaterials,
  giveBackMaterial,
  listMaterials,
  materialFiles,
  materialList,
  readMaterial,
  receiveMaterial,
  returnMaterial,
  supplyMaterial,
  waiveMaterial,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import {
  accountName,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { onsite } from '../main.js';
import { Visit } from '../visit.fixture.js';

const on = parseDate('2017-03-01');
const dueOn = parseDate('2017-03-06');
const titles = ['会议记录和纪要', '财务账册', '信访办理材料'];
let system: ServicesUnderTest;
let planning: Publisher;

beforeAll(async () => {
  system = await startServices([onsite]);
  planning = await system.publisher('planning');
  await system.publisher('identity');
});
afterAll(() => system?.stop());

const ask = (inspectionId: Id, as: Person, what: readonly string[] = titles) =>
  system.ask(askMaterials, { inspectionId, dueOn, materials: what.map((title) => ({ title })), on }, as);
const listed = async (as: Person, where = {}) => (await system.ask(listMaterials, where, as)).items;
const refusal = async (...call: Parameters<ServicesUnderTest['refusal']>) =>
  (await system.refusal(...call)).code;
const prepare = () => Visit.prepare(system, planning, { on });

async function asked() {
  const visit = await prepare();
  const { inspectionId, people, place } = visit;
  await ask(inspectionId, people.member);
  const materials = await listed(people.organizationLiaison, { inspectionId });
  return { inspectionId, people, place, materials };
}

test('the organization reads what it is asked for, in that order, before the team comes', async () => {
  const { inspectionId, people, materials } = await asked();
  expect(materials.map(({ title }) => title)).toEqual(titles);
  expect(materials[0]).toMatchObject({ state: 'asked', dueOn, inspectionId, suppliedOn: null });
  const again = { inspectionId, dueOn, materials: [{ title: titles[1]! }], on };
  expect(await refusal(askMaterials, again, people.leader)).toBe('material.asked-already');
  expect(await refusal(askMaterials, again, people.organizationHead)).toBe('access.denied');
  expect(await listed(people.leader)).toHaveLength(titles.length);
});

test('each is handed in and received by itself; what is not complete is handed in once more', async () => {
  const { people, materials } = await asked();
  const { organizationLiaison: liaison, member } = people;
  const [materialId, other] = materials.map(({ id }) => id) as [Id, Id];
  await system.ask(supplyMaterial, { materialId, seen: 1, copies: 12, on }, liaison);
  expect(await refusal(receiveMaterial, { materialId, seen: 2 }, liaison)).toBe('access.denied');
  await system.ask(returnMaterial, { materialId, seen: 2, reason: '缺第三季度', on }, member);
  const view = () => system.ask(readMaterial, { materialId }, liaison);
  expect(await view()).toMatchObject({ state: 'asked', returned: { text: '缺第三季度' } });
  await system.ask(supplyMaterial, { materialId, seen: 3, copies: 13, on }, liaison);
  expect(await refusal(receiveMaterial, { materialId, seen: 3 }, member)).toBe('record.stale');
  await system.ask(receiveMaterial, { materialId, seen: 4, on }, member);
  expect(await view()).toMatchObject({
    state: 'received',
    supply: { copies: 13 },
    receipt: { by: member.account },
  });
  await system.ask(giveBackMaterial, { materialId, seen: 5, on }, member);
  await system.ask(waiveMaterial, { materialId: other, seen: 1, reason: '没有下属单位', on }, member);
  expect(await system.ask(countMaterials, {}, liaison)).toEqual({
    asked: 1,
    supplied: 0,
    received: 0,
    givenBack: 1,
    waived: 1,
  });
});

test('files were uploaded, and are read by both sides', async () => {
  const { people, materials } = await asked();
  const { organizationLiaison: liaison, leader } = people;
  const materialId = materials[0]!.id;
  const named = { mediaType: 'application/pdf', name: '会议记录.pdf' };
  const file = await system.upload('会议记录', named, liaison);
  const invented = { ...file, sha256: 'a'.repeat(64) };
  expect(await refusal(supplyMaterial, { materialId, seen: 1, files: [invented] }, liaison)).toBe(
    'file.unknown',
  );
  expect(await refusal(supplyMaterial, { materialId, seen: 1 }, liaison)).toBe('material.nothing-supplied');
  await system.ask(supplyMaterial, { materialId, seen: 1, files: [file], on }, liaison);
  for (const as of [liaison, leader]) {
    const found = await system.ask(materialFiles.named, { materialId, sha256: file.sha256 }, as);
    expect(found.file.name).toBe('会议记录.pdf');
  }
});

test('another organization, another team and whoever is recused read nothing of it', async () => {
  const { people, place, materials } = await asked();
  const target = { materialId: materials[0]!.id };
  const recused = await system.person('office');
  await system.recuse(recused, place.organizationId);
  const strangers = [
    await system.person('organizationHead', { organizationId: newId() }),
    await system.person('leader', { teamId: newId() }),
    recused,
  ];
  for (const as of strangers) {
    expect(await refusal(readMaterial, target, as)).toBe('record.unknown');
    expect((await listed(as)).map(({ id }) => id)).not.toContain(target.materialId);
  }
  expect((await system.ask(readMaterial, target, people.office)).title).toBe(titles[0]);
});

test('the list is printed with the receipts; before anything was asked for it has what is usual', async () => {
  const { inspectionId, people } = await prepare();
  const printed = async (as: Person) => {
    const { base64 } = await system.ask(materialList, { inspectionId }, as);
    return linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  };
  expect(await printed(people.leader)).toContain('党组织会议、班子会议记录和纪要');
  await ask(inspectionId, people.leader);
  const [first, second, third] = (await listed(people.leader, { inspectionId })).map(({ id }) => id) as [
    Id,
    Id,
    Id,
  ];
  const { organizationLiaison: liaison, member } = people;
  await system.ask(supplyMaterial, { materialId: first, seen: 1, copies: 12, on }, liaison);
  await system.ask(receiveMaterial, { materialId: first, seen: 2, on }, member);
  const handed = { materialId: second, seen: 1, copies: 3, handedBy: '演示丙', on };
  await system.ask(supplyMaterial, handed, member);
  await system.ask(waiveMaterial, { materialId: third, seen: 1, reason: '没有', on }, member);
  const text = await printed(people.leader);
  for (const told of [
    '2017年3月6日',
    '财务账册',
    '演示丙',
    accountName(liaison.account),
    accountName(member.account),
    '免于提供',
  ])
    expect(text).toContain(told);
  expect(text).not.toContain('党组织会议、班子会议记录和纪要');
});
