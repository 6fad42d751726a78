import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import {
  addDocument,
  archiveContents,
  archivePackage,
  cancelAssignment,
  closeArchiveFile,
  countArchiveFiles,
  fileDocument,
  handOverArchiveFile,
  historyOfArchiveFile,
  listArchiveFiles,
  noteAbsence,
  openArchiveFile,
  readArchiveFile,
  removeDocument,
  type FileRef,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { parseDate, type Id } from '@xuncha/domain-kit';
import { startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { Campaign } from '../assignment/campaign.fixture.js';
import { planning } from '../main.js';

let system: ServicesUnderTest;
let campaign: Campaign;
let office: Person;
const on = parseDate('2017-12-01');

beforeAll(async () => {
  system = await startServices([planning]);
  await system.publisher('identity');
  campaign = await Campaign.make(system);
  ({ office } = campaign.people);
});
afterAll(() => system?.stop());

const scan = (text: string) =>
  system.upload(`%PDF-1.7 ${text}`, { mediaType: 'application/pdf', name: `${text}.pdf` }, office);
const described = (title: string, file: FileRef) => ({
  title,
  dated: on,
  author: '县委巡察办',
  pages: 2,
  file,
});
const read = (archiveFileId: Id, as = office) => system.ask(readArchiveFile, { archiveFileId }, as);

async function opened() {
  const [roundId, village] = [await campaign.teaming(), await campaign.village()];
  const assignmentId = await campaign.issued(roundId, [village]);
  const { id, number } = await system.ask(openArchiveFile, { roundId, assignmentId, on }, office);
  return { id, number, roundId, assignmentId, village };
}

test('a file is filled, closed by its hash and handed over; it says in its history what was done', async () => {
  const { id, number, roundId, assignmentId } = await opened();
  expect(number).toMatch(/巡档〔2017〕\d+号$/);
  const { lines } = await read(id);
  const [first, second, ...others] = lines.map((line) => line.id);
  const [one, two] = [await scan('授权书'), await scan('通知')];
  const given = { archiveFileId: id, on };
  await system.ask(fileDocument, { ...given, seen: 1, lineId: first!, ...described('授权书', one) }, office);
  const further = { form: 'other' as const, ...described('情况说明', two) };
  await system.ask(addDocument, { ...given, seen: 2, ...further }, office);
  const added = (await read(id)).lines.at(-1)!;
  expect(added).toMatchObject({ form: 'other', isExpected: false, number: 2, firstPage: 3 });
  await system.ask(removeDocument, { ...given, seen: 3, lineId: added.id }, office);
  let seen = 4;
  for (const lineId of [second!, ...others])
    await system.ask(noteAbsence, { ...given, seen: seen++, lineId, reason: '未形成' }, office);
  const close = { ...given, seen };
  const early = await system.refusal(archivePackage.named, { archiveFileId: id }, office);
  expect(early.code).toBe('archive-file.not-closed');
  expect((await system.refusal(closeArchiveFile, close, office)).code).toBe('archive-file.work-not-over');
  await system.ask(cancelAssignment, { assignmentId, seen: 2, reason: '调整' }, office);
  await system.ask(closeArchiveFile, close, office);
  const contentsHash = (await read(id)).contentsHash;
  await expectPacked(id);
  expect(contentsHash).toMatch(/^[0-9a-f]{64}$/);
  const receipt = { receiver: '演示县档案馆', receiptNumber: '移交2017-8' };
  await system.ask(handOverArchiveFile, { ...given, seen: seen + 1, ...receipt }, office);
  expect(await read(id)).toMatchObject({
    state: 'handedOver',
    documents: 1,
    pages: 2,
    contentsHash,
    ...receipt,
  });
  const { items } = await system.ask(historyOfArchiveFile, { archiveFileId: id }, office);
  expect(items.map(({ event }) => event.split('.').at(-1))).toEqual([
    'opened',
    'filed',
    'filed',
    'removed',
    ...lines.slice(1).map(() => 'absenceNoted'),
    'closed',
    'handedOver',
  ]);
  const listed = await system.ask(listArchiveFiles, { roundId }, office);
  expect(listed.items).toMatchObject([{ id, documents: 1, missing: 0, absences: lines.length - 1 }]);
  expect(await system.ask(countArchiveFiles, { roundId }, office)).toMatchObject({ open: 0, handedOver: 1 });
});

/** The list says what is there and what is not; the package has the list and every document, in the order of the list. */
async function expectPacked(archiveFileId: Id) {
  const { base64 } = await system.ask(archiveContents, { archiveFileId }, office);
  const text = linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  for (const told of ['卷内文件目录', '授权书', '1–2', '缺件：未形成', '演示村'])
    expect(text).toContain(told);
  const { parts } = await system.ask(archivePackage.named, { archiveFileId }, office);
  const names = parts.map(({ name }) => name);
  expect(names[0]).toBe('manifest.json');
  expect(names[2]).toMatch(/^卷内文件目录（.*）\.docx$/);
  expect(names.slice(3)).toEqual(['文件/0001 授权书.pdf']);
  expect(parts[3]!.file).toEqual((await read(archiveFileId)).lines[0]!.document!.file);
}

test('there is one file of an assignment, and one of its round', async () => {
  const { roundId, assignmentId } = await opened();
  const again = await system.refusal(openArchiveFile, { roundId, assignmentId }, office);
  expect(again.code).toBe('archive-file.opened-already');
  await system.ask(openArchiveFile, { roundId }, office);
  expect((await system.refusal(openArchiveFile, { roundId }, office)).code).toBe(
    'archive-file.opened-already',
  );
  expect((await system.ask(listArchiveFiles, { roundId }, office)).items).toHaveLength(2);
});

test('what is filed was uploaded, and by somebody who saw the file as it is', async () => {
  const { id } = await opened();
  const [line] = (await read(id)).lines;
  const file = await scan('公告');
  const given = { archiveFileId: id, lineId: line!.id };
  const invented = { ...file, sha256: createHash('sha256').update('从未上传').digest('hex') };
  const unknown = { ...given, seen: 1, ...described('公告', invented) };
  expect((await system.refusal(fileDocument, unknown, office)).code).toBe('file.unknown');
  await system.ask(fileDocument, { ...given, seen: 1, ...described('公告', file) }, office);
  const stale = { ...given, seen: 1, ...described('公告', await scan('公告（更正）')) };
  expect((await system.refusal(fileDocument, stale, office)).code).toBe('record.stale');
});

test('the file of whom one is recused from does not exist for one, nor does that of the round', async () => {
  const { id, roundId, assignmentId, village } = await opened();
  const { id: ofRound } = await system.ask(openArchiveFile, { roundId }, office);
  const recused = await system.person('office');
  await system.recuse(recused, village);
  expect((await system.ask(listArchiveFiles, { roundId }, recused)).items).toEqual([]);
  expect(await system.ask(countArchiveFiles, { roundId }, recused)).toMatchObject({ open: 0 });
  for (const archiveFileId of [id, ofRound]) {
    expect((await system.refusal(readArchiveFile, { archiveFileId }, recused)).code).toBe('record.unknown');
    expect((await system.refusal(archivePackage.named, { archiveFileId }, recused)).code).toBe(
      'record.unknown',
    );
    const closing = { archiveFileId, seen: 1 };
    expect((await system.refusal(closeArchiveFile, closing, recused)).code).toBe('record.unknown');
  }
  for (const of of [{ roundId, assignmentId }, { roundId: await roundWith(village) }])
    expect((await system.refusal(openArchiveFile, of, recused)).code).toBe('record.unknown');
});

test('whoever is not of the office neither sees nor files anything', async () => {
  const { id, roundId } = await opened();
  for (const role of ['leadingGroup', 'observer'] as const) {
    const other = await system.person(role);
    expect((await system.refusal(readArchiveFile, { archiveFileId: id }, other)).code).toBe('access.denied');
    expect((await system.refusal(openArchiveFile, { roundId }, other)).code).toBe('access.denied');
  }
});

async function roundWith(village: Id): Promise<Id> {
  const roundId = await campaign.teaming();
  await campaign.plan(roundId, [village]);
  return roundId;
}
