import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  decideReportPackage,
  dropFinding,
  findingList,
  hearReportPackage,
  inspectionReport,
  leadershipEvaluation,
  listFindingLooks,
  listFindings,
  readReportPackage,
  resubmitReportPackage,
  returnReportPackage,
  reviewReportPackage,
  submitReportPackage,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { newId, type Id } from '@xuncha/domain-kit';
import {
  organizationName,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
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

const writing = { report: '巡察报告', evaluation: '班子评价' };

/** Left, with two findings of which one lacks persons; the report is being drafted. */
async function drafting() {
  const visit = await Visit.prepare(system, planning);
  await visit.enter();
  const whole = await visit.finding();
  const lacking = await visit.finding({ title: '公车私用', fiveSee: { ...fiveSee, persons: undefined } });
  await visit.leave();
  return { visit, whole: whole.id, lacking: lacking.id };
}
const filled = (findingId: Id) => [{ findingId, fiveSee: { persons: fiveSee.persons } }];

async function submitted() {
  const { visit, whole, lacking } = await drafting();
  const { inspectionId, people } = visit;
  const report = { inspectionId, ...writing, findings: filled(lacking) };
  const { id } = await system.ask(submitReportPackage, report, people.leader);
  return { visit, whole, lacking, reportPackageId: id };
}

async function states(visit: Visit) {
  const { items } = await system.ask(
    listFindings,
    { inspectionId: visit.inspectionId, limit: 200 },
    visit.people.office,
  );
  return items.map(({ state }) => state).toSorted();
}

test('the report is refused while a five-see part of a finding is missing, and nothing of it is kept (rules.md 4, NB17-15)', async () => {
  const { visit, lacking } = await drafting();
  const { inspectionId, people } = visit;
  const refused = await system.refusal(submitReportPackage, { inspectionId, ...writing }, people.leader);
  expect(refused).toMatchObject({
    code: 'finding.five-see-missing',
    facts: { findings: [{ findingId: lacking, missing: ['persons'] }] },
  });
  expect(await states(visit)).toEqual(['confirmed', 'confirmed']);
  const completed = { inspectionId, ...writing, findings: filled(lacking) };
  const invented = { sha256: 'a'.repeat(64), bytes: 6, mediaType: 'application/pdf', name: '附件.pdf' };
  const attached = { ...completed, files: [invented] };
  expect((await system.refusal(submitReportPackage, attached, people.leader)).code).toBe('file.unknown');
  await system.ask(submitReportPackage, completed, people.leader);
  expect(await states(visit)).toEqual(['reported', 'reported']);
});

test('an inspection has one report, and only its team writes it', async () => {
  const { visit } = await submitted();
  const { inspectionId, people } = visit;
  const again = { inspectionId, ...writing };
  expect((await system.refusal(submitReportPackage, again, people.leader)).code).toBe('report.exists');
  expect((await system.refusal(submitReportPackage, again, people.office)).code).toBe('access.denied');
});

test('a returned report is submitted again, with what was confirmed meanwhile (rules.md 9)', async () => {
  const { visit, reportPackageId } = await submitted();
  const { leader, office } = visit.people;
  const late = await visit.finding({ title: '台账不实' });
  expect(await system.refusal(reviewReportPackage, { reportPackageId, seen: 1 }, office)).toEqual({
    code: 'report.findings-left-out',
    facts: { titles: ['台账不实'] },
  });
  await system.ask(returnReportPackage, { reportPackageId, seen: 1, opinion: '补入新问题' }, office);
  await system.ask(resubmitReportPackage, { reportPackageId, seen: 2, ...writing }, leader);
  expect(await states(visit)).toEqual(['reported', 'reported', 'reported']);
  expect(await system.history('onsite', late.id)).toContain('onsite.finding.reported');
  await system.ask(reviewReportPackage, { reportPackageId, seen: 3, opinion: '同意' }, office);
  expect(await system.ask(readReportPackage, { reportPackageId }, office)).toMatchObject({
    state: 'officeReviewed',
    opinion: '同意',
    ...writing,
  });
});

test('a report is heard in a hearing that planning knows', async () => {
  const { visit, reportPackageId } = await submitted();
  const { office } = visit.people;
  await system.ask(reviewReportPackage, { reportPackageId, seen: 1 }, office);
  const unknown = { reportPackageId, seen: 2, hearingId: newId() };
  expect((await system.refusal(hearReportPackage, unknown, office)).code).toBe('report.hearing-unknown');
  await visit.heard({ id: reportPackageId, version: 2 });
  expect(await visit.inspection()).toMatchObject({ state: 'reported', reportedOn: today });
});

describe('the five-person group decides each finding by itself (HZ16-9)', () => {
  const rectify = (findingId: Id) => ({ findingId, disposals: ['rectification' as const] });

  test('none is passed over, and all of them with the inspection are decided in one go', async () => {
    const { visit, whole, lacking, reportPackageId } = await submitted();
    const { office, leadingGroup, leader } = visit.people;
    await system.ask(reviewReportPackage, { reportPackageId, seen: 1 }, office);
    const heard = await visit.heard({ id: reportPackageId, version: 2 });
    const decide = (...findings: Id[]) => ({
      reportPackageId,
      seen: heard.version,
      decisions: findings.map(rectify),
    });
    expect((await system.refusal(decideReportPackage, decide(whole, lacking), leader)).code).toBe(
      'access.denied',
    );
    expect(await system.refusal(decideReportPackage, decide(whole), leadingGroup)).toEqual({
      code: 'report.findings-undecided',
      facts: { findingIds: [lacking] },
    });
    await system.ask(decideReportPackage, decide(whole, lacking), leadingGroup);
    expect(await states(visit)).toEqual(['decided', 'decided']);
    expect(await visit.inspection()).toMatchObject({ state: 'decided', decidedOn: today });
  });

  test('a finding dropped after the report is not decided any more', async () => {
    const { visit, whole, lacking, reportPackageId } = await submitted();
    const { office, leadingGroup } = visit.people;
    await system.ask(reviewReportPackage, { reportPackageId, seen: 1 }, office);
    const heard = await visit.heard({ id: reportPackageId, version: 2 });
    const { version } = (
      await system.ask(listFindings, { inspectionId: visit.inspectionId }, office)
    ).items.find(({ id }) => id === lacking)!;
    await system.ask(dropFinding, { findingId: lacking, seen: version, reason: '证据不足' }, office);
    const decisions = [rectify(whole)];
    const decided = { reportPackageId, seen: heard.version, decisions };
    await system.ask(decideReportPackage, decided, leadingGroup);
    expect(await states(visit)).toEqual(['decided', 'dropped']);
  });
});

describe('the list of findings with what is advised (NB17-10)', () => {
  const said = async (input: { reportPackageId: Id }, as: Person) => {
    const { base64 } = await system.ask(findingList, input, as);
    return linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  };

  test('names persons and advice to those who read the report, and who looked is noted of each finding', async () => {
    const { visit, whole, reportPackageId } = await submitted();
    const { leadingGroup, office } = visit.people;
    const text = await said({ reportPackageId }, leadingGroup);
    const [person] = fiveSee.persons;
    const told = [person!.name, fiveSee.proposedResult, fiveSee.proposedAccountability, '公车私用'];
    for (const one of [...told, organizationName(visit.place.organizationId)]) expect(text).toContain(one);
    const { items } = await system.ask(listFindingLooks, { findingId: whole }, office);
    expect(items.map(({ contract, accountId }) => [contract, accountId])).toEqual([
      [findingList.name, leadingGroup.account],
    ]);
  });

  test('leaves out what was dropped, and is hidden from the organization and from whoever is recused', async () => {
    const { visit, lacking, reportPackageId } = await submitted();
    const { office, organizationHead } = visit.people;
    const { items } = await system.ask(listFindings, { inspectionId: visit.inspectionId }, office);
    const { version } = items.find(({ id }) => id === lacking)!;
    await system.ask(dropFinding, { findingId: lacking, seen: version, reason: '证据不足' }, office);
    expect(await said({ reportPackageId }, office)).not.toContain('公车私用');
    const refused = async (as: Person) => (await system.refusal(findingList, { reportPackageId }, as)).code;
    expect(await refused(organizationHead)).toBe('access.denied');
    await system.recuse(office, visit.place.organizationId);
    expect(await refused(office)).toBe('record.unknown');
  });
});

describe('the two reports (NB17-10)', () => {
  test('are printed as the team wrote them, each without the other, for those who read the package', async () => {
    const { visit, reportPackageId } = await submitted();
    const { leadingGroup, office, organizationHead } = visit.people;
    const { report, evaluation } = await system.ask(readReportPackage, { reportPackageId }, office);
    const organization = organizationName(visit.place.organizationId);
    for (const [form, own, other] of [
      [inspectionReport, report, evaluation],
      [leadershipEvaluation, evaluation, report],
    ] as const) {
      const { base64 } = await system.ask(form, { reportPackageId }, leadingGroup);
      const lines = linesOfWord(Buffer.from(base64, 'base64'));
      expect(lines).toEqual(expect.arrayContaining([own, '县委第一巡察组']));
      expect(lines).not.toContain(other);
      expect(lines.join('\n')).toContain(organization);
      const refused = async (as: Person) => (await system.refusal(form, { reportPackageId }, as)).code;
      expect(await refused(organizationHead)).toBe('access.denied');
      const recused = await system.person('office');
      await system.recuse(recused, visit.place.organizationId);
      expect(await refused(recused)).toBe('record.unknown');
    }
  });
});
