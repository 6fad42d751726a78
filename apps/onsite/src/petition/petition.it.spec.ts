import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agreeToSender,
  answerPetition,
  archiveInspection,
  askForSender,
  assignPetition,
  closePetition,
  leaveSite,
  listLooks,
  listPetitions,
  readPetition,
  listPetitionLooks,
  readPetitionContent,
  readPetitionSender,
  receivePetition,
  screenPetition,
  signFeedback,
  verifyPetition,
  type In,
} from '@xuncha/contracts';
import { idToBytes, newId, parseDate, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { onsite } from '../main.js';
import { Visit } from '../visit.fixture.js';

const content = '反映村级账目三年未公开';
const sender = { name: '演示乙', contact: '13800000000' };
let system: ServicesUnderTest;
let planning: Publisher;
let visit: Visit;

beforeAll(async () => {
  system = await startServices([onsite]);
  planning = await system.publisher('planning');
  visit = await Visit.prepare(system, planning);
  await visit.enter();
});
afterAll(() => system?.stop());

async function received(more: Partial<In<typeof receivePetition>> = {}, at = visit) {
  const letter = { inspectionId: at.inspectionId, channel: 'letter' as const, content, sender };
  return system.ask(receivePetition, { ...letter, ...more }, at.people.petitionCustodian);
}

/** Screened and with the member of the team. */
async function assigned(at = visit, on = undefined as In<typeof receivePetition>['on']) {
  const { petitionCustodian, member } = at.people;
  const { id: petitionId } = await received({ on }, at);
  await system.ask(screenPetition, { petitionId, seen: 1, on }, petitionCustodian);
  const to = { petitionId, seen: 2, assigneeId: member.account, on };
  await system.ask(assignPetition, to, petitionCustodian);
  return petitionId;
}

async function verified(at = visit) {
  const petitionId = await assigned(at);
  const report = { petitionId, seen: 3, verdict: 'justified' as const, result: '经查属实' };
  await system.ask(verifyPetition, report, at.people.member);
  return petitionId;
}

async function close(petitionId: Id, at = visit) {
  const { petitionCustodian } = at.people;
  await system.ask(answerPetition, { petitionId, seen: 4, answer: '已督促公开' }, petitionCustodian);
  await system.ask(closePetition, { petitionId, seen: 5 }, petitionCustodian);
}

test('a petition is numbered on receipt and ends with a state, a person and a date (rules.md 9, SZ-3)', async () => {
  const first = await received({ channel: 'envelope' });
  expect(first.number).toMatch(/^试信〔\d{4}〕\d+号$/);
  const petitionId = await verified();
  await close(petitionId);
  const { petitionCustodian } = visit.people;
  expect(await system.ask(readPetition, { petitionId }, petitionCustodian)).toMatchObject({
    state: 'closed',
    named: true,
    verdict: 'justified',
    closedBy: petitionCustodian.account,
    closedOn: expect.any(String),
  });
});

const purpose = '核实信访件';

describe('what a petition says and who sent it', () => {
  test('is ciphertext in the table and absent from every event (rules.md, Regulation of data)', async () => {
    const petitionId = await verified();
    const [row] = await system.look<{ content: Buffer; sender: Buffer; result: Buffer }>(
      'onsite',
      'SELECT content, sender, result FROM petition WHERE id = ?',
      [idToBytes(petitionId)],
    );
    const stored = Buffer.concat([row!.content, row!.sender, row!.result]);
    for (const words of [content, sender.name, sender.contact, '经查属实'])
      expect(stored.includes(Buffer.from(words))).toBe(false);
    const bodies = await system.look<{ body: string }>('onsite', 'SELECT body FROM journal');
    const told = bodies.map(({ body }) => body).join('');
    for (const words of [content, sender.name, sender.contact, '经查属实']) expect(told).not.toContain(words);
  });

  test('is kept apart: the content for custodian and team, each look recorded', async () => {
    const petitionId = await verified();
    const { member, petitionCustodian } = visit.people;
    for (const reader of [member, petitionCustodian]) {
      const read = await system.ask(readPetitionContent, { petitionId, purpose }, reader);
      expect(read).toEqual({ id: petitionId, version: 4, content, result: '经查属实', answer: null });
    }
    const auditor = await system.person('auditAdministrator');
    const looks = await system.ask(listLooks, { recordId: petitionId }, auditor);
    expect(looks.items.map(({ contract, accountId }) => [contract, accountId])).toEqual([
      ['onsite.petition.readContent', petitionCustodian.account],
      ['onsite.petition.readContent', member.account],
    ]);
    expect(await system.history('onsite', looks.items[0]!.id)).toEqual(['onsite.look.noted']);
  });

  test('is not known to the team before it is assigned, and to the office and the organization never', async () => {
    const { id: petitionId } = await received();
    const { member, office, organizationHead } = visit.people;
    expect((await system.refusal(readPetition, { petitionId }, member)).code).toBe('record.unknown');
    const { items } = await system.ask(listPetitions, { state: 'received' }, member);
    expect(items).toEqual([]);
    for (const outsider of [office, organizationHead])
      expect((await system.refusal(listPetitions, {}, outsider)).code).toBe('access.denied');
  });

  test('is not written together: the content does not name the sender', async () => {
    const letter = { inspectionId: visit.inspectionId, channel: 'call', content: '演示乙来电', sender };
    const refused = await system.refusal(receivePetition, letter, visit.people.petitionCustodian);
    expect(refused).toEqual({ code: 'petition.content-names-sender', facts: {} });
  });
});

test('its custodians see who looked at it, in which role and what for; nobody else does (rules.md 13)', async () => {
  const petitionId = await verified();
  const { member, leader, office, petitionCustodian } = visit.people;
  await system.ask(readPetitionContent, { petitionId, purpose }, member);
  await system.ask(readPetition, { petitionId }, leader);
  const { items } = await system.ask(listPetitionLooks, { petitionId }, petitionCustodian);
  const summary = readPetition.summary;
  expect(items.map((look) => [look.accountId, look.roles, look.purpose])).toEqual([
    [leader.account, ['leader'], summary],
    [member.account, ['member'], purpose],
  ]);
  for (const other of [member, leader, office])
    expect((await system.refusal(listPetitionLooks, { petitionId }, other)).code).toBe('access.denied');
});

test('what a purpose says is ciphertext in the database, and is in no event', async () => {
  const petitionId = await verified();
  await system.ask(readPetitionContent, { petitionId, purpose: '核对演示乙的账目' }, visit.people.member);
  const [kept] = await system.look(
    'onsite',
    'SELECT purpose FROM look_noted WHERE purpose IS NOT NULL LIMIT 1',
  );
  expect(kept).toBeDefined();
  const told = await system.look<{ all: string }>(
    'onsite',
    `SELECT CONCAT_WS(' ', purpose, record_ids, roles) AS \`all\` FROM look_noted UNION ALL SELECT body FROM journal`,
  );
  expect(told.map((row) => String(row.all)).join('')).not.toContain('核对演示乙的账目');
});

test('a list is on record with every petition on the page, and an empty page is no look', async () => {
  const petitionId = await verified();
  const custodian = await system.person('petitionCustodian');
  const { items } = await system.ask(listPetitions, { inspectionId: visit.inspectionId }, custodian);
  await system.ask(listPetitions, { inspectionId: newId() }, custodian);
  const auditor = await system.person('auditAdministrator');
  const looks = (await system.ask(listLooks, { accountId: custodian.account }, auditor)).items;
  expect(looks).toMatchObject([{ contract: 'onsite.petition.list', recordIds: items.map(({ id }) => id) }]);
  expect(looks[0]!.recordIds).toContain(petitionId);
});

test('a custodian who must stay away from the unit complained about knows nothing of it (rules.md 2, 13)', async () => {
  const concernsId = newId();
  const letter = {
    inspectionId: visit.inspectionId,
    channel: 'letter' as const,
    content,
    sender,
    concernsId,
  };
  const { id: petitionId } = await system.ask(receivePetition, letter, visit.people.petitionCustodian);
  const custodian = await system.person('petitionCustodian');
  const attempts = [
    () => system.refusal(readPetitionContent, { petitionId, purpose }, custodian),
    () => system.refusal(askForSender, { petitionId, seen: 1 }, custodian),
    () => system.refusal(listPetitionLooks, { petitionId }, custodian),
  ];
  await system.ask(readPetition, { petitionId }, custodian);
  await system.recuse(custodian, concernsId);
  for (const attempt of attempts) expect((await attempt()).code).toBe('record.unknown');
});

test('of two who agree at once, one opens the sender; nobody agrees with themselves (rules.md 13)', async () => {
  const petitionId = await assigned();
  const custodians = await Promise.all([1, 2, 3].map(() => system.person('petitionCustodian')));
  await system.ask(askForSender, { petitionId, seen: 3 }, custodians[0]!);
  const given = await Promise.allSettled(
    custodians.map((custodian) => system.ask(agreeToSender, { petitionId, seen: 4 }, custodian)),
  );
  expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(given[0]!.status).toBe('rejected');
});

test('the sender is seen by two custodians together, each look recorded, and by nobody else (rules.md 13)', async () => {
  const petitionId = await assigned();
  const { petitionCustodian: first, leader } = visit.people;
  const [second, third] = [
    await system.person('petitionCustodian'),
    await system.person('petitionCustodian'),
  ];
  const alone = await system.refusal(readPetitionSender, { petitionId, purpose }, first);
  expect(alone.code).toBe('petition.second-custodian-needed');
  await system.ask(askForSender, { petitionId, seen: 3 }, first);
  expect((await system.refusal(agreeToSender, { petitionId, seen: 4 }, first)).code).toBe(
    'petition.second-custodian-needed',
  );
  await system.ask(agreeToSender, { petitionId, seen: 4 }, second);
  for (const custodian of [first, second])
    expect(await system.ask(readPetitionSender, { petitionId, purpose }, custodian)).toMatchObject({
      sender,
    });
  expect((await system.refusal(readPetitionSender, { petitionId, purpose }, third)).code).toBe(
    'petition.second-custodian-needed',
  );
  expect((await system.refusal(readPetitionSender, { petitionId, purpose }, leader)).code).toBe(
    'access.denied',
  );
  const auditor = await system.person('auditAdministrator');
  const { items } = await system.ask(listLooks, { recordId: petitionId }, auditor);
  expect(items.map(({ contract, accountId }) => [contract, accountId])).toEqual([
    ['onsite.petition.readSender', second.account],
    ['onsite.petition.readSender', first.account],
  ]);
});

test('in a key-matter round the team does not leave while justified matters are open (rules.md 12)', async () => {
  const backlog = await Visit.prepare(system, planning, { theme: 'key-matter' });
  await backlog.enter();
  const petitionId = await verified(backlog);
  const { petitionCustodian, leader } = backlog.people;
  const { number } = await system.ask(readPetition, { petitionId }, petitionCustodian);
  expect(await system.refusal(leaveSite, await backlog.target(), leader)).toEqual({
    code: 'inspection.justified-matters-open',
    facts: { numbers: [number] },
  });
  await close(petitionId, backlog);
  await system.ask(leaveSite, await backlog.target(), leader);
  expect((await backlog.inspection()).state).toBe('leftSite');
});

test('an inspection is not archived while a petition has no end (rules.md 9)', async () => {
  const other = await Visit.prepare(system, planning);
  await other.enter();
  const petitionId = await verified(other);
  await other.leave();
  await other.decided([]);
  const { id: feedbackId } = await other.presented();
  await system.ask(signFeedback, { feedbackId, seen: 2 }, other.people.organizationHead);
  const archive = async () => system.refusal(archiveInspection, await other.target(), other.people.office);
  expect(await archive()).toEqual({ code: 'inspection.petitions-open', facts: { count: 1 } });
  await close(petitionId, other);
  await system.ask(archiveInspection, await other.target(), other.people.office);
});

test('an answer that is late is pressed; an answer given is not (rules.md petition.answer.due)', async () => {
  const on = parseDate('2017-03-20');
  const site = await system.openSite({ clock: '2017-03-20T01:00:00.000Z' });
  const elsewhere = await Visit.prepare(system, planning, { site, on });
  await elsewhere.enter();
  const late = await assigned(elsewhere);
  const inTime = await verified(elsewhere);
  await close(inTime, elsewhere);
  await system.setClock(site, '2017-05-20T01:00:00.000Z');
  const pressed = async (petitionId: Id) =>
    (await system.history('onsite', petitionId)).filter((type) => type === 'onsite.petition.pressed').length;
  await eventually(async () => (await pressed(late)) === 2);
  expect(await pressed(inTime)).toBe(0);
});
