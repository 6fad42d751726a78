import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  interviewRecord,
  listActivities,
  listLooks,
  readActivity,
  recordActivities,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { accountName, organizationName, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { onsite } from '../main.js';
import { today, Visit } from '../visit.fixture.js';

let system: ServicesUnderTest;
let visit: Visit;

beforeAll(async () => {
  system = await startServices([onsite]);
  visit = await Visit.prepare(system, await system.publisher('planning'));
  await system.publisher('identity');
  await visit.enter();
});
afterAll(() => system?.stop());

test('a day of calls is one command and as many records (NB17-1)', async () => {
  const { inspectionId, people } = visit;
  const activities = ['一组', '二组', '三组'].map((group) => ({ title: `电话问询${group}` }));
  const calls = { inspectionId, kind: 'phoneSpotCheck' as const, activities };
  await system.ask(recordActivities, calls, people.member);
  const { items } = await system.ask(listActivities, { inspectionId, kind: 'phoneSpotCheck' }, people.office);
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({ doneOn: today, recordedBy: people.member.account });
  for (const { id } of items)
    expect(await system.history('onsite', id)).toEqual(['onsite.activity.recorded']);
});

test('notes of an interview are read one at a time, and each look is recorded (rules.md, Regulation of data)', async () => {
  const { inspectionId, people } = visit;
  const activities = [{ title: '个别谈话', notes: '谈话人反映公开不及时' }];
  const talk = { inspectionId, kind: 'interview' as const, activities };
  const { id: activityId } = await system.ask(recordActivities, talk, people.member);
  const listed = await system.ask(listActivities, { inspectionId }, people.leader);
  expect(JSON.stringify(listed)).not.toContain('谈话人');
  const read = await system.ask(readActivity, { activityId }, people.leader);
  expect(read.notes).toBe('谈话人反映公开不及时');
  const auditor = await system.person('auditAdministrator');
  const looks = await system.ask(listLooks, { recordId: activityId }, auditor);
  expect(looks.items).toMatchObject([{ contract: 'onsite.activity.read', accountId: people.leader.account }]);
});

test('a record of an interview is printed to be signed, for those who may read it, and of nothing else', async () => {
  const { inspectionId, people, place } = visit;
  const record = async (kind: 'interview' | 'siteSurvey') => {
    const activities = [{ title: '了解承包情况', notes: '没有签合同\n没有公布收支' }];
    return (await system.ask(recordActivities, { inspectionId, kind, activities }, people.member)).id;
  };
  const activityId = await record('interview');
  const { base64 } = await system.ask(interviewRecord, { activityId }, people.leader);
  const lines = linesOfWord(Buffer.from(base64, 'base64'));
  const { member } = people;
  const told = [organizationName(place.organizationId), accountName(member.account), '了解承包情况'];
  expect(lines).toEqual(expect.arrayContaining([...told, '没有签合同', '没有公布收支']));
  const refused = async (id: string, as = people.leader) =>
    (await system.refusal(interviewRecord, { activityId: id }, as)).code;
  expect(await refused(await record('siteSurvey'))).toBe('activity.no-interview');
  expect(await refused(activityId, people.organizationHead)).toBe('access.denied');
  const recused = await system.person('office');
  await system.recuse(recused, place.organizationId);
  expect(await refused(activityId, recused)).toBe('record.unknown');
  const auditor = await system.person('auditAdministrator');
  const { items } = await system.ask(listLooks, { recordId: activityId }, auditor);
  expect(items.map(({ contract }) => contract)).toEqual([interviewRecord.name]);
});

test('the inspected organization learns of no activity (rules.md 13)', async () => {
  const refused = await system.refusal(listActivities, {}, visit.people.organizationHead);
  expect(refused.code).toBe('access.denied');
});
