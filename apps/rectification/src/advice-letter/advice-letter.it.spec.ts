// 巡察建议书 (RA17-10): who learns of it when, what its addressee may do, and the letter itself.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  adviceLetter,
  answerAdviceLetter,
  closeAdviceLetter,
  countAdviceLetters,
  draftAdviceLetter,
  adviceLetterFiles,
  listAdviceLetters,
  listSupervisions,
  readAdviceLetter,
  recordAdviceChange,
  returnAdviceAnswer,
  reviseAdviceLetter,
  sendAdviceLetter,
  supervisionOrder,
  withdrawAdviceLetter,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import {
  eventually,
  organizationName,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { rectification } from '../main.js';

const on = parseDate('2017-08-01');
const dueOn = parseDate('2017-09-30');
const said = { subject: '规范村级工程招投标管理', cause: '监管职责不清', advice: '制定管理办法' };
let system: ServicesUnderTest;
let office: Person;
let organizationId: Id;
let addressee: Person;
beforeAll(async () => {
  system = await startServices([]);
  for (const neighbour of ['planning', 'identity']) await system.publisher(neighbour);
  await system.start(rectification);
  await system.openSite({ code: system.site });
  office = await system.person('office');
  organizationId = newId();
  addressee = await system.person('organizationLiaison', { organizationId });
});
afterAll(() => system?.stop());

async function drafted(): Promise<Id> {
  return (await system.ask(draftAdviceLetter, { organizationId, ...said, on }, office)).id;
}
async function sent(): Promise<Id> {
  const adviceLetterId = await drafted();
  await system.ask(sendAdviceLetter, { adviceLetterId, seen: 1, dueOn, on }, office);
  return adviceLetterId;
}
const view = (adviceLetterId: Id, as = office) => system.ask(readAdviceLetter, { adviceLetterId }, as);
const listed = async (as: Person) => (await system.ask(listAdviceLetters, { limit: 200 }, as)).items;
const refusal = async (...call: Parameters<ServicesUnderTest['refusal']>) =>
  (await system.refusal(...call)).code;

test('a department learns of a letter when it is sent, and of none that was withdrawn', async () => {
  const adviceLetterId = await drafted();
  const target = { adviceLetterId };
  expect(await refusal(readAdviceLetter, target, addressee)).toBe('record.unknown');
  expect(await refusal(answerAdviceLetter, { ...target, seen: 1, text: '收到' }, addressee)).toBe(
    'record.unknown',
  );
  expect((await listed(addressee)).map(({ id }) => id)).not.toContain(adviceLetterId);
  const revised = { ...target, seen: 1, ...said, subject: '规范小额工程管理' };
  await system.ask(reviseAdviceLetter, revised, office);
  await system.ask(sendAdviceLetter, { ...target, seen: 2, dueOn, on }, office);
  expect(await view(adviceLetterId, addressee)).toMatchObject({
    subject: '规范小额工程管理',
    dueOn,
    state: 'sent',
  });
  await system.ask(withdrawAdviceLetter, { ...target, seen: 3, reason: '重复' }, office);
  expect(await refusal(readAdviceLetter, target, addressee)).toBe('record.unknown');
  expect((await system.ask(countAdviceLetters, {}, addressee)).withdrawn).toBe(0);
  expect((await view(adviceLetterId)).withdrawal).toMatchObject({ reason: '重复' });
});

test('the department answers, answers again where it fell short, and what it changed is on record', async () => {
  const adviceLetterId = await sent();
  const answer = (seen: number, text: string) =>
    system.ask(answerAdviceLetter, { adviceLetterId, seen, text, on }, addressee);
  await answer(2, '正在研究');
  expect(await refusal(answerAdviceLetter, { adviceLetterId, seen: 3, text: '再答' }, addressee)).toBe(
    'flow.refused',
  );
  await system.ask(returnAdviceAnswer, { adviceLetterId, seen: 3, reason: '没有落实措施', on }, office);
  await answer(4, '已制定办法');
  expect(await refusal(closeAdviceLetter, { adviceLetterId, seen: 5 }, office)).toBe(
    'adviceLetter.nothing-changed',
  );
  await system.ask(
    recordAdviceChange,
    { adviceLetterId, seen: 5, text: '《小额工程管理办法》', on },
    addressee,
  );
  expect(await refusal(closeAdviceLetter, { adviceLetterId, seen: 5 }, office)).toBe('record.stale');
  expect(await refusal(closeAdviceLetter, { adviceLetterId, seen: 6 }, addressee)).toBe('access.denied');
  await system.ask(closeAdviceLetter, { adviceLetterId, seen: 6, on }, office);
  expect(await view(adviceLetterId, addressee)).toMatchObject({
    state: 'closed',
    answer: { text: '已制定办法' },
    returned: { text: '没有落实措施' },
    changes: [{ text: '《小额工程管理办法》' }],
  });
});

test('the letter says what was advised; nobody else’s department reads it, nor whoever is recused', async () => {
  const adviceLetterId = await sent();
  const { base64 } = await system.ask(adviceLetter, { adviceLetterId }, addressee);
  const text = linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  const { number } = await view(adviceLetterId);
  for (const part of [
    number!,
    organizationName(organizationId),
    '监管职责不清',
    '制定管理办法',
    '2017年9月30日',
  ])
    expect(text).toContain(part);
  const neighbour = await system.person('organizationHead', { organizationId: newId() });
  const recused = await system.person('office');
  await system.recuse(recused, organizationId);
  for (const as of [neighbour, recused])
    expect(await refusal(adviceLetter, { adviceLetterId }, as)).toBe('record.unknown');
  expect(await refusal(draftAdviceLetter, { organizationId, ...said }, recused)).toBe('record.unknown');
});

const stored = (text: string, by: Person) =>
  system.upload(text, { mediaType: 'application/pdf', name: `${text}.pdf` }, by);

test('what is attached to a letter and to its answer was uploaded, and both sides read it', async () => {
  const [list, rules] = [await stored('问题汇总', office), await stored('管理办法', addressee)];
  const invented = { ...list, sha256: 'a'.repeat(64) };
  expect(await refusal(draftAdviceLetter, { organizationId, ...said, files: [invented] }, office)).toBe(
    'file.unknown',
  );
  const draft = { organizationId, ...said, files: [list], on };
  const { id: adviceLetterId } = await system.ask(draftAdviceLetter, draft, office);
  await system.ask(sendAdviceLetter, { adviceLetterId, seen: 1, dueOn, on }, office);
  const answer = { adviceLetterId, seen: 2, text: '已制定办法', on };
  expect(await refusal(answerAdviceLetter, { ...answer, files: [invented] }, addressee)).toBe('file.unknown');
  await system.ask(answerAdviceLetter, { ...answer, files: [rules] }, addressee);
  expect(await view(adviceLetterId)).toMatchObject({ files: [list], answer: { files: [rules] } });
  for (const { sha256 } of [list, rules])
    for (const as of [office, addressee]) {
      const { file } = await system.ask(adviceLetterFiles.named, { adviceLetterId, sha256 }, as);
      expect(file.sha256).toBe(sha256);
    }
});

test('a colleague goes on with a letter and its files; in a letter of their own they are unknown, for they uploaded none', async () => {
  const colleague = await system.person('office');
  const list = await stored('问题汇总', office);
  const draft = { organizationId, ...said, files: [list], on };
  const { id: adviceLetterId } = await system.ask(draftAdviceLetter, draft, office);
  expect(await refusal(draftAdviceLetter, draft, colleague)).toBe('file.unknown');
  const revised = { adviceLetterId, seen: 1, ...said, cause: '监管不到位', files: [list], on };
  expect(await refusal(reviseAdviceLetter, { ...revised, files: [{ ...list, mediaType: 'text/html' }] }, office)).toBe(
    'file.unknown',
  );
  await system.ask(reviseAdviceLetter, revised, colleague);
  expect(await view(adviceLetterId)).toMatchObject({ files: [list] });
}); // oxfmt-ignore

test('an answer that is not there is reminded of, then ordered, once each, by the clock of the site', async () => {
  const site = await system.openSite({ clock: '2017-08-01T02:00:00.000Z' });
  const limits = { site, organizationId };
  const [writer, owing] = [
    await system.person('office', { site }),
    await system.person('organizationLiaison', limits),
  ];
  const { id: adviceLetterId } = await system.ask(draftAdviceLetter, { organizationId, ...said, on }, writer);
  await system.ask(sendAdviceLetter, { adviceLetterId, seen: 1, dueOn, on }, writer);
  const pressed = async () => {
    const { items } = await system.ask(listSupervisions, { adviceLetterId }, owing);
    return items.map(({ kind, on: day }) => `${kind} ${day}`);
  };
  await system.setClock(site, '2017-09-24T02:00:00.000Z');
  expect(await eventually(async () => (await pressed()).length > 0 && pressed())).toEqual([
    'reminder 2017-09-24',
  ]);
  await system.setClock(site, '2017-10-01T02:00:00.000Z');
  expect(await eventually(async () => (await pressed()).length > 1 && pressed())).toEqual([
    'order 2017-10-01',
    'reminder 2017-09-24',
  ]);
  const { items } = await system.ask(listSupervisions, { adviceLetterId, kind: 'order' }, owing);
  const { base64 } = await system.ask(supervisionOrder, { supervisionId: items[0]!.id }, owing);
  const text = linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  for (const part of ['书面答复巡察建议书', said.subject]) expect(text).toContain(part);
  expect((await view(adviceLetterId, writer)).version).toBe(2);
});
