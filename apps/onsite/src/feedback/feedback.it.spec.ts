import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  feedbackDelivered,
  feedbackLetter,
  listFeedback,
  nameFeedbackSigner,
  prepareFeedback,
  presentFeedback,
  readFeedback,
  readFeedbackSigner,
  readFinding,
  signFeedback,
  type BodyOf,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { addDays, idToBytes, type Id } from '@xuncha/domain-kit';
import { organizationName, startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { fiveSee } from '../domain.fixture.js';
import { onsite } from '../main.js';
import { today, Visit } from '../visit.fixture.js';

let system: ServicesUnderTest;
let planning: Publisher;

beforeAll(async () => {
  system = await startServices([onsite]);
  planning = await system.publisher('planning');
  await system.publisher('identity');
});
afterAll(() => system?.stop());

/** Decided, with one finding to be put right and one that was ordered on site. */
async function decided() {
  const visit = await Visit.prepare(system, planning);
  await visit.enter();
  const { id: usual } = await visit.finding();
  const { id: ordered } = await visit.finding({ immediateDueOn: addDays(today, 10) });
  await visit.leave();
  await visit.decided([usual, ordered]);
  return { visit, usual, ordered };
}

async function delivered(feedbackId: Id) {
  const sql = 'SELECT body FROM journal WHERE aggregate_id = ? AND type = ?';
  const rows = await system.look<{ body: string }>('onsite', sql, [
    idToBytes(feedbackId),
    feedbackDelivered.name,
  ]);
  return rows.map(({ body }) => JSON.parse(body) as BodyOf<typeof feedbackDelivered>);
}

test('the head signs, and with the signature findings and inspection are fed back and rectification is told (NB17-5, rules.md 11)', async () => {
  const { visit, usual, ordered } = await decided();
  const { organizationHead, organizationLiaison, office } = visit.people;
  const { id: feedbackId, version } = await visit.presented();
  const seen = { feedbackId, seen: version };
  expect((await system.refusal(signFeedback, seen, organizationLiaison)).code).toBe(
    'feedback.not-its-signer',
  );
  expect((await system.refusal(signFeedback, seen, office)).code).toBe('access.denied');
  await system.ask(signFeedback, seen, organizationHead);
  const [event] = await delivered(feedbackId);
  expect(event).toMatchObject({ profile: 'national-2017', on: today, inspectionId: visit.inspectionId });
  expect(new Map(event!.findings.map(({ findingId, immediate }) => [findingId, immediate]))).toEqual(
    new Map([
      [usual, false],
      [ordered, true],
    ]),
  );
  expect((await visit.inspection()).state).toBe('fedBack');
  const finding = await system.ask(readFinding, { findingId: usual }, office);
  expect(finding).toMatchObject({ state: 'fedBack', endedBy: organizationHead.account, endedOn: today });
});

describe('where the head may not sign (rules.md 11)', () => {
  test('the person the office names signs instead, and the organization is not told why', async () => {
    const { visit } = await decided();
    const { organizationHead, organizationLiaison, office, leader } = visit.people;
    const { id: feedbackId } = await visit.presented();
    const reason = '主要负责人另有核查事项';
    const named = { ground: 'headMayNotSign' as const, reason, signerId: organizationLiaison.account };
    expect((await system.refusal(nameFeedbackSigner, { feedbackId, seen: 2, ...named }, leader)).code).toBe(
      'access.denied',
    );
    await system.ask(nameFeedbackSigner, { feedbackId, seen: 2, ...named }, office);
    const seenByHead = await system.ask(readFeedback, { feedbackId }, organizationHead);
    const seenBySigner = await system.ask(readFeedback, { feedbackId }, organizationLiaison);
    expect([seenByHead.maySign, seenBySigner.maySign]).toEqual([false, true]);
    expect(JSON.stringify([seenByHead, seenBySigner])).not.toContain(reason);
    for (const person of [organizationHead, organizationLiaison, leader])
      expect((await system.refusal(readFeedbackSigner, { feedbackId }, person)).code).toBe('access.denied');
    expect(await system.ask(readFeedbackSigner, { feedbackId }, office)).toMatchObject(named);
    expect((await system.refusal(signFeedback, { feedbackId, seen: 3 }, organizationHead)).code).toBe(
      'feedback.not-its-signer',
    );
    await system.ask(signFeedback, { feedbackId, seen: 3 }, organizationLiaison);
    expect(await delivered(feedbackId)).toHaveLength(1);
  });
});

describe('the feedback never names persons (rules.md 5)', () => {
  test('a text that names one of a finding is refused', async () => {
    const { visit } = await decided();
    const { inspectionId, people } = visit;
    const [person] = fiveSee.persons;
    const naming = { inspectionId, opinion: `会计${person!.name}负有责任。` };
    expect(await system.refusal(prepareFeedback, naming, people.leader)).toEqual({
      code: 'feedback.names-person',
      facts: {},
    });
  });

  test('what the organization reads has matters and clauses, and nobody', async () => {
    const { visit } = await decided();
    const { id: feedbackId } = await visit.presented();
    const read = await system.ask(readFeedback, { feedbackId }, visit.people.organizationHead);
    expect(read.findings).toHaveLength(2);
    expect(read.number).toMatch(/^试巡反〔\d{4}〕\d+号$/);
    expect(JSON.stringify(read)).not.toContain(fiveSee.persons[0]!.name);
  });
});

test('the organization sees its own feedback, and not before it is presented', async () => {
  const { visit } = await decided();
  const { visit: other } = await decided();
  const { inspectionId, people } = visit;
  const { organizationHead } = people;
  const drafted = { inspectionId, opinion: '资金公开不及时。' };
  const { id: feedbackId } = await system.ask(prepareFeedback, drafted, people.leader);
  await other.presented();
  expect((await system.refusal(readFeedback, { feedbackId }, organizationHead)).code).toBe('record.unknown');
  expect((await system.ask(listFeedback, {}, organizationHead)).items).toEqual([]);
  expect((await system.refusal(signFeedback, { feedbackId, seen: 1 }, organizationHead)).code).toBe(
    'record.unknown',
  );
  await system.ask(presentFeedback, { feedbackId, seen: 1 }, people.leader);
  const { items } = await system.ask(listFeedback, {}, organizationHead);
  expect(items.map(({ id }) => id)).toEqual([feedbackId]);
});

describe('the letter of a feedback', () => {
  test('is for whoever reads the feedback, and says what they read: matters, clauses and nobody (rules.md 5)', async () => {
    const { visit } = await decided();
    const { office, organizationHead, organizationLiaison } = visit.people;
    const { id: feedbackId } = await visit.presented();
    const named = { ground: 'headMayNotSign' as const, reason: '主要负责人另有核查事项' };
    const signer = { ...named, signerId: organizationLiaison.account };
    await system.ask(nameFeedbackSigner, { feedbackId, seen: 2, ...signer }, office);
    const letters = await Promise.all(
      [office, organizationHead].map((reader) => system.ask(feedbackLetter, { feedbackId }, reader)),
    );
    for (const { name, base64 } of letters) {
      const text = linesOfWord(Buffer.from(base64, 'base64')).join('\n');
      const { number, opinion } = await system.ask(readFeedback, { feedbackId }, office);
      for (const said of [number, opinion, organizationName(visit.place.organizationId), '15日', '2个月'])
        expect(text).toContain(said);
      for (const secret of [fiveSee.persons[0]!.name, signer.reason]) expect(text).not.toContain(secret);
      expect(name).toBe(`关于巡察${organizationName(visit.place.organizationId)}的反馈意见.docx`);
    }
  });

  test('is hidden like the feedback itself: before it is presented, and from whoever is recused', async () => {
    const { visit } = await decided();
    const { organizationHead, office, leader } = visit.people;
    const drafted = { inspectionId: visit.inspectionId, opinion: '资金公开不及时。' };
    const { id: feedbackId } = await system.ask(prepareFeedback, drafted, leader);
    const refused = async (reader: typeof office) =>
      (await system.refusal(feedbackLetter, { feedbackId }, reader)).code;
    expect(await refused(organizationHead)).toBe('record.unknown');
    await system.recuse(office, visit.place.organizationId);
    expect(await refused(office)).toBe('record.unknown');
    expect(await refused(visit.people.leadingGroup)).toBe('access.denied');
  });
});
