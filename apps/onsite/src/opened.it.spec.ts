// What the kit answers of a record by itself: its history, and which file it names. Whoever may not read the record gets neither.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  draftPaper,
  historyOfFeedback,
  historyOfFinding,
  historyOfPaper,
  historyOfReportPackage,
  listPaperLooks,
  nameFeedbackSigner,
  paperFiles,
  prepareFeedback,
  presentFeedback,
  readFeedbackSigner,
  reclassifyFinding,
  revisePaper,
  signFeedback,
  type FileRef,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { startServices, type Person, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { contents } from './domain.fixture.js';
import { onsite } from './main.js';
import { today, Visit } from './visit.fixture.js';

let system: ServicesUnderTest;
let planning: Publisher;
let visit: Visit;
let elsewhere: Visit;
let recused: Person;

beforeAll(async () => {
  system = await startServices([onsite]);
  planning = await system.publisher('planning');
  visit = await Visit.prepare(system, planning);
  elsewhere = await Visit.prepare(system, planning);
  await visit.enter();
  recused = await system.person('office');
  await system.recuse(recused, visit.place.organizationId);
});
afterAll(() => system?.stop());

describe('the history of a record', () => {
  test('says what happened, when, and who did it, the newest last, and no word of what was written', async () => {
    const { leader, office } = visit.people;
    const { id: findingId } = await visit.finding({ title: '惠农补贴发放不及时' });
    await system.ask(reclassifyFinding, { findingId, seen: 1, classes: [] }, leader);
    const { items } = await system.ask(historyOfFinding, { findingId }, office);
    const told = items.map(({ event, version, accountId, effectiveOn }) => [
      event,
      version,
      accountId,
      effectiveOn,
    ]);
    expect(told).toEqual([
      ['onsite.finding.confirmed', 1, leader.account, today],
      ['onsite.finding.reclassified', 2, leader.account, today],
    ]);
    expect(Object.keys(items[0]!).toSorted()).toEqual(['accountId', 'at', 'effectiveOn', 'event', 'version']);
    expect(Date.parse(items[1]!.at)).toBeGreaterThanOrEqual(Date.parse(items[0]!.at));
  });

  test('is of its readers alone: who is recused, of another team or of the inspected side learns nothing (rules.md 2)', async () => {
    const { id: findingId } = await visit.finding();
    for (const person of [recused, elsewhere.people.leader]) {
      const refused = await system.refusal(historyOfFinding, { findingId }, person);
      expect(refused).toEqual({ code: 'record.unknown', facts: { id: findingId } });
    }
    const { organizationHead } = visit.people;
    expect((await system.refusal(historyOfFinding, { findingId }, organizationHead)).code).toBe(
      'access.denied',
    );
    const unknown = await system.refusal(historyOfPaper, { paperId: newId() }, visit.people.leader);
    expect(unknown.code).toBe('record.unknown');
  });

  test('shows the inspected side who signed for it and nobody of the team or the office, nor that a signer was named (rules.md 11, 13)', async () => {
    const inspected = await Visit.prepare(system, planning);
    await inspected.enter();
    const decided = (await inspected.finding()).id;
    await inspected.leave();
    await inspected.decided([decided]);
    const { leader, office, organizationHead, organizationLiaison } = inspected.people;
    const drafted = { inspectionId: inspected.inspectionId, opinion: '限期整改。' };
    const { id: feedbackId } = await system.ask(prepareFeedback, drafted, leader);
    const early = await system.refusal(historyOfFeedback, { feedbackId }, organizationHead);
    expect(early.code).toBe('record.unknown');
    await system.ask(presentFeedback, { feedbackId, seen: 1 }, leader);
    const named = { signerId: organizationLiaison.account, ground: 'vacant' as const, reason: '职位空缺' };
    await system.ask(nameFeedbackSigner, { feedbackId, seen: 2, ...named }, office);
    await system.ask(signFeedback, { feedbackId, seen: 3 }, organizationLiaison);
    const seen = async (person: Person) =>
      (await system.ask(historyOfFeedback, { feedbackId }, person)).items.map(({ event, accountId }) => [
        event.split('.')[2],
        accountId,
      ]);
    expect(await seen(organizationHead)).toEqual([
      ['prepared', null],
      ['presented', null],
      ['delivered', organizationLiaison.account],
    ]);
    expect((await seen(office)).map(([event]) => event)).toContain('signerNamed');
    expect((await seen(leader)).map(([, accountId]) => accountId)).toContain(office.account);
    expect((await system.refusal(readFeedbackSigner, { feedbackId }, organizationHead)).code).toBe(
      'access.denied',
    );
    expect(
      (await system.refusal(historyOfReportPackage, { reportPackageId: decided }, organizationHead)).code,
    ).toBe('access.denied');
  });
});

describe('a file that a paper names', () => {
  let file: FileRef;
  const { named } = paperFiles;
  let paperId: Id;

  beforeAll(async () => {
    const named = { mediaType: 'image/png', name: '照片.png' };
    file = await system.upload('现场', named, visit.people.member);
    const evidence = [...contents.evidence, { source: 'siteCheck' as const, note: '现场照片', file }];
    const drafting = { inspectionId: visit.inspectionId, ...contents, evidence };
    paperId = (await system.ask(draftPaper, drafting, visit.people.member)).id;
  });

  test('is named to whoever may read the paper, and that is on record as a look at it', async () => {
    const { member, leader } = visit.people;
    const answer = await system.ask(named, { paperId, sha256: file.sha256 }, member);
    expect(answer).toEqual({ id: paperId, file });
    const { items } = await system.ask(listPaperLooks, { paperId }, leader);
    expect(items.map(({ accountId, contract }) => [accountId, contract])).toEqual([
      [member.account, 'onsite.workingPaper.file'],
    ]);
  });

  test('was uploaded; one that is merely named is refused', async () => {
    const { member } = visit.people;
    const invented = { ...file, sha256: 'a'.repeat(64) };
    const evidence = [
      ...contents.evidence,
      { source: 'siteCheck' as const, note: '现场照片', file: invented },
    ];
    const { inspectionId } = visit;
    const drafting = await system.refusal(draftPaper, { inspectionId, ...contents, evidence }, member);
    const revised = { paperId, seen: 1, ...contents, evidence };
    const revising = await system.refusal(revisePaper, revised, member);
    expect([drafting, revising].map(({ code }) => code)).toEqual(Array(2).fill('file.unknown'));
  });

  test('is not had by naming its hash in a paper of one’s own, nor is it told that it is there', async () => {
    await elsewhere.enter();
    const { leader } = elsewhere.people;
    const { inspectionId } = elsewhere;
    const draft = (named: FileRef) => ({
      inspectionId,
      ...contents,
      evidence: [{ source: 'siteCheck' as const, note: '现场照片', file: named }],
    });
    const answers = [];
    for (const named of [file, { ...file, bytes: 1 }, { ...file, sha256: 'a'.repeat(64) }])
      answers.push((await system.refusal(draftPaper, draft(named), leader)).code);
    expect(answers).toEqual(Array(3).fill('file.unknown'));
  });

  test('to nobody else, and no file but those of this paper', async () => {
    const { office, leader, organizationHead } = visit.people;
    const asked = { paperId, sha256: file.sha256 };
    const county = await system.person('office', { site: await system.openSite() });
    for (const person of [recused, elsewhere.people.leader, county])
      expect((await system.refusal(named, asked, person)).code).toBe('record.unknown');
    expect((await system.refusal(named, asked, organizationHead)).code).toBe('access.denied');
    expect((await system.refusal(named, asked, null)).code).toBe('session.missing');
    const other = await system.refusal(named, { paperId, sha256: 'b'.repeat(64) }, office);
    expect(other.code).toBe('file.unknown');
    const unlike = { paperId: await visit.draftPaper(), sha256: file.sha256 };
    expect((await system.refusal(named, unlike, office)).code).toBe('file.unknown');
    expect((await system.refusal(named, { paperId, sha256: 'A' }, leader)).code).toBe('request.invalid');
  });
});
