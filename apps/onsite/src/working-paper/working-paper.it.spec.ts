import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  listLooks,
  listPapers,
  paperDocument,
  readPaper,
  returnPaper,
  reviewPaper,
  revisePaper,
  signPaper,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { accountName, organizationName, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { contents } from '../domain.fixture.js';
import { onsite } from '../main.js';
import { Visit } from '../visit.fixture.js';

const { matter, content, evidence } = contents;
let system: ServicesUnderTest;
let visit: Visit;

beforeAll(async () => {
  system = await startServices([onsite]);
  visit = await Visit.prepare(system, await system.publisher('planning'));
  await system.publisher('identity');
  await visit.enter();
});
afterAll(() => system?.stop());

test('a paper carries three signatures by three different people (rules.md 3)', async () => {
  const { leader, deputy, member } = visit.people;
  const paperId = await visit.draftPaper();
  expect((await system.refusal(reviewPaper, { paperId, seen: 1 }, member)).code).toBe('access.denied');
  expect((await system.refusal(reviewPaper, { paperId, seen: 1 }, leader)).code).toBe(
    'paper.not-its-reviewer',
  );
  await system.ask(reviewPaper, { paperId, seen: 1 }, deputy);
  expect((await system.refusal(signPaper, { paperId, seen: 2 }, deputy)).code).toBe(
    'paper.second-signature-of-one-person',
  );
  await system.ask(signPaper, { paperId, seen: 2 }, leader);
  expect(await system.ask(readPaper, { paperId }, member)).toMatchObject({
    state: 'leaderSigned',
    authorId: member.account,
    reviewerId: deputy.account,
    approverId: leader.account,
    corroborated: true,
    matter,
  });
});

test('where the deputy is the author, the office steps in; the leader’s paper is signed by another deputy (rules.md 3)', async () => {
  const { leader, deputy, office } = visit.people;
  const second = await system.person('deputy', { teamId: visit.place.teamId });
  const byDeputy = await visit.draftPaper(deputy);
  expect((await system.refusal(reviewPaper, { paperId: byDeputy, seen: 1 }, deputy)).code).toBe(
    'paper.second-signature-of-one-person',
  );
  await system.ask(reviewPaper, { paperId: byDeputy, seen: 1 }, office);
  await system.ask(signPaper, { paperId: byDeputy, seen: 2 }, leader);
  const byLeader = await visit.draftPaper(leader);
  await system.ask(reviewPaper, { paperId: byLeader, seen: 1 }, deputy);
  expect((await system.refusal(signPaper, { paperId: byLeader, seen: 2 }, leader)).code).toBe(
    'paper.second-signature-of-one-person',
  );
  await system.ask(signPaper, { paperId: byLeader, seen: 2 }, second);
});

test('a returned paper comes back changed by its author and is signed anew', async () => {
  const { leader, deputy, member } = visit.people;
  const paperId = await visit.draftPaper();
  await system.ask(reviewPaper, { paperId, seen: 1 }, deputy);
  await system.ask(returnPaper, { paperId, seen: 2, opinion: '证据来源单一' }, leader);
  const again = { paperId, seen: 3, matter, content: `${content}补充说明。`, evidence: [...evidence] };
  expect((await system.refusal(revisePaper, again, deputy)).code).toBe('paper.not-its-author');
  await system.ask(revisePaper, again, member);
  expect(await system.ask(readPaper, { paperId }, deputy)).toMatchObject({
    state: 'draft',
    reviewerId: null,
  });
});

test('every look at a paper is recorded; a list shows no content (rules.md, Regulation of data)', async () => {
  const { office, deputy } = visit.people;
  const paperId = await visit.draftPaper();
  await system.ask(readPaper, { paperId }, deputy);
  const auditor = await system.person('auditAdministrator');
  const looks = await system.ask(listLooks, { recordId: paperId }, auditor);
  expect(looks.items).toMatchObject([{ contract: 'onsite.workingPaper.read', accountId: deputy.account }]);
  const listed = await system.ask(listPapers, { inspectionId: visit.inspectionId, state: 'draft' }, office);
  expect(listed.items.map(({ id }) => id)).toContain(paperId);
  expect(JSON.stringify(listed)).not.toContain(content);
});

test('a paper is printed with its evidence and those who have signed so far, for nobody on the inspected side', async () => {
  const { leader, deputy, member, organizationHead } = visit.people;
  const { organizationId } = visit.place;
  const paperId = await visit.draftPaper();
  await system.ask(reviewPaper, { paperId, seen: 1 }, deputy);
  const { base64 } = await system.ask(paperDocument, { paperId }, leader);
  const lines = linesOfWord(Buffer.from(base64, 'base64'));
  const signed = [member, deputy].map(({ account }) => accountName(account));
  const told = [organizationName(organizationId), matter, content, ...evidence.map(({ note }) => note)];
  expect(lines).toEqual(expect.arrayContaining([...told, ...signed]));
  expect(lines).not.toContain(accountName(leader.account));
  const refused = async (as: typeof leader) => (await system.refusal(paperDocument, { paperId }, as)).code;
  expect(await refused(organizationHead)).toBe('access.denied');
  const recused = await system.person('office');
  await system.recuse(recused, organizationId);
  expect(await refused(recused)).toBe('record.unknown');
});
