import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allContracts,
  archiveInspection,
  assignPetition,
  boxFor,
  ClueInBox,
  clueTaken,
  listRaisedClues,
  raiseClue,
  raisedClueContent,
  readFinding,
  receivePetition,
  screenPetition,
  signFeedback,
  type In,
} from '@xuncha/contracts';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { SealedBoxes } from '@xuncha/service-kit';
import { eventually, startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { onsite } from '../main.js';
import { Visit } from '../visit.fixture.js';

const content = {
  matter: '演示丙虚报冒领补贴五万元',
  source: '查阅账册',
  persons: [{ name: '演示丙', post: '演示村会计', authority: 'county' as const, identity: 'D-001' }],
};
const secrets = ['虚报冒领', '演示丙', 'D-001', '查阅账册'];
let system: ServicesUnderTest;
let clues: Publisher;
let planning: Publisher;
let visit: Visit;
let boxes: SealedBoxes;

beforeAll(async () => {
  system = await startServices([onsite]);
  clues = await system.publisher('clues');
  planning = await system.publisher('planning');
  visit = await Visit.prepare(system, planning);
  await visit.enter();
  boxes = new SealedBoxes(system.config.keyFolder);
});
afterAll(() => system?.stop());

async function raise(more: Partial<In<typeof raiseClue>> = {}) {
  const { inspectionId, people } = visit;
  return system.ask(raiseClue, { inspectionId, nature: 'breach', content, ...more }, people.leader);
}
/** The clues service says that it has the content. */
async function take(clueId: Id) {
  const { site } = visit.place;
  await clues.publish({ site, id: clueId }, clueTaken({ clueId, movedFrom: null }));
}
async function ofNumber(number: string) {
  const { items } = await system.ask(listRaisedClues, {}, visit.people.leader);
  return items.find((clue) => clue.number === number);
}

/** From here on, with everything that may ever be logged. */
function linesOf(log: ReturnType<typeof system.runtime>['log']): string[] {
  const lines: string[] = [];
  const stream = Object.getOwnPropertySymbols(log).find(({ description }) => description === 'pino.stream')!;
  Object.assign(log, { level: 'trace', [stream]: { write: (line: string) => lines.push(line) } });
  return lines;
}

test('a suspected violation is reported at once, by a number of its own: finding with clue (RA17-8, rules.md 5)', async () => {
  const { id: findingId } = await visit.finding();
  const { id, number } = await raise({ findingId, urgent: true });
  expect(number).toMatch(/^试巡线〔\d{4}〕\d+号$/);
  expect(await ofNumber(number!)).toMatchObject({ id, findingId, state: 'raised' });
});

test('what a clue says is in no finding, no event, no table and no list (rules.md 5, Regulation of data)', async () => {
  const { id: findingId } = await visit.finding();
  const { id } = await raise({ findingId });
  const [row] = await system.look<{ content: Buffer }>('onsite', 'SELECT content FROM clue WHERE id = ?', [
    idToBytes(id),
  ]);
  const bodies = await system.look<{ body: string }>('onsite', 'SELECT body FROM journal');
  const seen = [
    row!.content.toString('latin1') + row!.content.toString('utf8'),
    ...bodies.map(({ body }) => body),
    JSON.stringify(await system.ask(readFinding, { findingId }, visit.people.leader)),
    JSON.stringify(await system.ask(listRaisedClues, {}, visit.people.leader)),
  ].join('\n');
  for (const secret of secrets) expect(seen).not.toContain(secret);
});

test('nor is it in any line of the log, also where raising or handing over is refused (rules.md 5)', async () => {
  const { inspectionId, people, place } = visit;
  const lines = linesOf(system.runtime('onsite').log);
  const { id } = await raise();
  for (const faulty of [
    { nature: 'breach', content: [content] },
    { nature: 'none', content },
  ])
    await system.refusal(raiseClue, { inspectionId, ...faulty }, people.leader);
  const lost = { site: place.site, clueId: id };
  await system.look('onsite', 'UPDATE clue SET content = REVERSE(content) WHERE id = ?', [idToBytes(id)]);
  expect((await system.refusal(raisedClueContent, lost, null)).code).toBe('internal');
  expect(lines.join('')).toContain(raisedClueContent.name);
  for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
});

test('the leader raises clues and sees their numbers; the rest of the team and the organization do not', async () => {
  const { inspectionId, people } = visit;
  for (const other of [people.deputy, people.member, people.organizationHead]) {
    const attempt = { inspectionId, nature: 'breach', content };
    expect((await system.refusal(raiseClue, attempt, other)).code).toBe('access.denied');
    expect((await system.refusal(listRaisedClues, {}, other)).code).toBe('access.denied');
  }
});

test('a clue from a petition needs the petition to be with the team', async () => {
  const { inspectionId, people } = visit;
  const letter = { inspectionId, channel: 'letter' as const, content: '反映冒领补贴' };
  const { id: petitionId } = await system.ask(receivePetition, letter, people.petitionCustodian);
  const attempt = { inspectionId, nature: 'breach', content, petitionId };
  expect((await system.refusal(raiseClue, attempt, people.leader)).code).toBe('record.unknown');
  await system.ask(screenPetition, { petitionId, seen: 1 }, people.petitionCustodian);
  const to = { petitionId, seen: 2, assigneeId: people.member.account };
  await system.ask(assignPetition, to, people.petitionCustodian);
  const { number } = await raise({ petitionId });
  expect(await ofNumber(number!)).toMatchObject({ petitionId });
});

describe('the content of a clue', () => {
  test('has no address at the gateway, and its answer opens with the key of the clues service alone', async () => {
    const { site } = visit.place;
    const { id: clueId } = await raise({ urgent: true });
    const { recipient, context } = boxFor(site, clueId);
    expect((await system.refusal(raisedClueContent, { site, clueId }, null)).code).toBe('box.key-unknown');
    boxes.makeKeys(recipient);
    boxes.makeKeys('another');
    const { box } = await system.ask(raisedClueContent, { site, clueId }, null);
    expect(Buffer.from(box, 'base64').toString('utf8')).not.toContain('演示丙');
    expect(() => boxes.open('another', context, box)).toThrow('unable to authenticate');
    const inBox = ClueInBox.parse(JSON.parse(boxes.open(recipient, context, box)));
    expect(inBox).toEqual({ contents: [content], nature: 'breach', urgent: true, profile: 'national-2017' });
    const routed = allContracts().filter((contract) => 'route' in contract && contract.route);
    expect(routed.map(({ name }) => name)).not.toContain(raisedClueContent.name);
  });

  test('is erased when the clues service has it; the number stays (rules.md 5, 9)', async () => {
    const { site } = visit.place;
    const { id, number } = await raise();
    await take(id);
    await eventually(async () => (await ofNumber(number!))?.state === 'handedOver');
    const rows = await system.look('onsite', 'SELECT content FROM clue WHERE id = ?', [idToBytes(id)]);
    expect(rows).toEqual([{ content: null }]);
    const again = await system.refusal(raisedClueContent, { site, clueId: id }, null);
    expect(again.code).toBe('clue.handed-over');
    expect(await system.history('onsite', id)).toEqual(['onsite.clue.raised', 'onsite.clue.handedOver']);
  });

  test('of a clue that came from a site below was never here', async () => {
    const { site } = visit.place;
    const [id, below] = [newId(), newId()];
    const movedFrom = { site: '330381', clueId: below };
    await clues.publish({ site, id }, clueTaken({ clueId: id, movedFrom }));
    const { id: own, number } = await raise();
    await take(own);
    await eventually(async () => (await ofNumber(number!))?.state === 'handedOver');
    expect(await system.look('onsite', 'SELECT type, error FROM held')).toEqual([]);
  });
});

test('a file waits for a clue until the clues service has its content, then it is closed (rules.md 9)', async () => {
  const ending = await Visit.prepare(system, planning);
  await ending.enter();
  const { id: findingId } = await ending.finding();
  const { inspectionId, people } = ending;
  const clue = await system.ask(raiseClue, { inspectionId, nature: 'breach', content }, people.leader);
  await ending.leave();
  await ending.decided([findingId]);
  const { id: feedbackId, version: seen } = await ending.presented();
  await system.ask(signFeedback, { feedbackId, seen }, people.organizationHead);
  const early = await system.refusal(archiveInspection, await ending.target(), people.office);
  expect(early).toEqual({ code: 'inspection.clues-open', facts: { count: 1 } });
  await clues.publish(
    { site: ending.place.site, id: clue.id },
    clueTaken({ clueId: clue.id, movedFrom: null }),
  );
  await eventually(async () =>
    system.ask(archiveInspection, await ending.target(), people.office).then(
      () => true,
      () => false,
    ),
  );
});
