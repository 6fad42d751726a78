import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeRouting,
  concludeClue,
  disposeOfClue,
  draftTransfer,
  listClueLooks,
  listClues,
  mergeClue,
  moveClueUp,
  proposeOrgan,
  readClueContent,
  readRouting,
  screenClue,
  type CommandContract,
  type In,
} from '@xuncha/contracts';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { Desk, Neighbours, person } from '../desk.fixture.js';
import { clues } from '../main.js';
import { Batch } from '../transfer/batch.fixture.js';

const purpose = '研判线索';
let system: ServicesUnderTest;
let neighbours: Neighbours;
let desk: Desk;

beforeAll(async () => {
  system = await startServices([clues]);
  neighbours = await Neighbours.start(system);
  desk = await Desk.open(system, neighbours);
});
afterAll(() => system?.stop());

/** A command on the clue as it is now. */
async function ask<C extends CommandContract>(
  contract: C,
  clueId: Id,
  more: Omit<In<C>, 'clueId' | 'seen'>,
  as: Person,
  at = desk,
) {
  const { version: seen } = await at.clue(clueId);
  return system.ask(contract, { clueId, seen, ...more } as In<C>, as);
}

/** Approved by three people, delivered and signed for by the discipline organ. */
async function received(clueId: Id, at = desk) {
  const batch = await Batch.draft(at, [clueId]);
  await batch.received();
}

describe('the content of a clue', () => {
  test('comes by sealed request and is ciphertext here, absent from events and lists (rules.md 5)', async () => {
    const content = { matter: '虚报工程款二十万元', persons: [person('演示庚001', 'D-7')] };
    const clueId = await desk.screened({ content });
    const [row] = await system.look<{ content: Buffer }>('clues', 'SELECT content FROM clue WHERE id = ?', [
      idToBytes(clueId),
    ]);
    const bodies = await system.look<{ body: string }>('clues', 'SELECT body FROM journal');
    const { items } = await system.ask(listClues, {}, desk.people.clueCustodian);
    const seen = [row!.content.toString('utf8'), ...bodies.map(({ body }) => body), JSON.stringify(items)];
    for (const words of ['虚报工程款二十万元', '演示庚001', 'D-7']) expect(seen.join()).not.toContain(words);
    expect(await system.history('clues', clueId)).toEqual([
      'clues.clue.opened',
      'clues.clue.taken',
      'clues.clue.screened',
    ]);
  });

  test('is fetched when onsite is back, and waits without it until then', async () => {
    neighbours.away(true);
    const clueId = await desk.tell();
    await eventually(async () => (await desk.clue(clueId)).state === 'raised');
    const attempt = { clueId, seen: 1, nature: 'breach', persons: [person('演示庚002')] };
    const refused = await system.refusal(screenClue, attempt, desk.people.clueCustodian);
    expect(refused.code).toBe('clue.content-not-here');
    neighbours.away(false);
    await eventually(async () => (await desk.clue(clueId)).takenOn !== null);
  });

  test('is taken once, however many replicas fetch it', async () => {
    const replica = await system.start(clues);
    const clueIds = await Promise.all(Array.from({ length: 20 }, () => desk.raise()));
    for (const clueId of clueIds)
      expect(await system.history('clues', clueId)).toEqual(['clues.clue.opened', 'clues.clue.taken']);
    expect(replica.name).toBe('clues');
  });

  test('is read for a purpose, and each look with its purpose is recorded (rules.md, Regulation of data)', async () => {
    const clueId = await desk.raise();
    const { clueCustodian, leader, office } = desk.people;
    const read = await system.ask(readClueContent, { clueId, purpose }, clueCustodian);
    expect(read.contents).toMatchObject([{ matter: '虚报工程款', persons: [{ name: '演示己001' }] }]);
    for (const other of [leader, office])
      expect((await system.refusal(readClueContent, { clueId, purpose }, other)).code).toBe('access.denied');
    expect((await system.refusal(readClueContent, { clueId }, clueCustodian)).code).toBe('request.invalid');
    const auditor = await system.person('auditAdministrator', { site: desk.site });
    const { items } = await system.ask(listClueLooks, { recordId: clueId }, auditor);
    expect(items).toMatchObject([
      { contract: 'clues.clue.readContent', accountId: clueCustodian.account, purpose },
    ]);
  });
});

test('a custodian who is recused from the organization gets the answers of a clue that there is not (rules.md 2)', async () => {
  const clueId = await desk.raise();
  const recused = await desk.person('clueCustodian');
  await system.recuse(recused, desk.organizationId);
  const attempt = { clueId, purpose };
  expect((await system.refusal(readClueContent, attempt, recused)).code).toBe('record.unknown');
  expect((await system.ask(listClues, {}, recused)).items).toEqual([]);
});

test('from the matter to the persons: screening names more than the team knew (HZ16-16)', async () => {
  const clueId = await desk.raise({ content: { persons: [] } });
  expect((await desk.clue(clueId)).persons).toBe(0);
  const persons = [person('演示庚003', 'D-3'), person('演示庚004', 'D-4'), person('演示庚003', 'D-3')];
  await ask(screenClue, clueId, { nature: 'breach', persons }, desk.people.clueCustodian);
  expect(await desk.clue(clueId)).toMatchObject({ persons: 2, authority: 'county', state: 'screened' });
});

test('the same matter raised twice is one clue, with the persons and the words of both (rules.md 17)', async () => {
  const [one, two] = ['演示庚005', '演示庚006'].map((name) => [person(name)]);
  const [clueId, intoId] = [
    await desk.screened({ content: { matter: '套取资金，甲说', persons: one! } }),
    await desk.screened({ content: { matter: '套取资金，乙说', persons: two! } }),
  ];
  const { clueCustodian } = desk.people;
  await ask(mergeClue, clueId, { intoId }, clueCustodian);
  expect(await desk.clue(clueId)).toMatchObject({ state: 'merged', mergedIntoId: intoId });
  expect(await desk.clue(intoId)).toMatchObject({ state: 'screened', persons: 2 });
  await received(intoId);
  const { contents } = await system.ask(
    readClueContent,
    { clueId: intoId, purpose: '办理' },
    desk.people.organCustodian,
  );
  expect(contents.map(({ matter }) => matter)).toEqual(['套取资金，乙说', '套取资金，甲说']);
});

test('the proposed organ follows nature and authority; what the city manages goes to no organ here (WH17-5, rules.md 7)', async () => {
  const { clueCustodian } = desk.people;
  const ours = await desk.screened();
  expect(await system.ask(proposeOrgan, { clueId: ours }, clueCustodian)).toEqual({
    kind: 'discipline',
    organId: desk.organId,
    movesUp: false,
  });
  const theirs = await desk.raise();
  const persons = [{ ...person('演示庚007'), authority: 'city' as const }];
  await ask(screenClue, theirs, { nature: 'breach', persons }, clueCustodian);
  expect(await system.ask(proposeOrgan, { clueId: theirs }, clueCustodian)).toMatchObject({ movesUp: true });
  const draft = { clueIds: [theirs], organId: desk.organId, deviation: '办理方便' };
  expect((await system.refusal(draftTransfer, draft, clueCustodian)).code).toBe('clue.belongs-above');
  const seen = (await desk.clue(ours)).version;
  const up = await system.refusal(moveClueUp, { clueId: ours, seen }, clueCustodian);
  expect(up.code).toBe('clue.belongs-here');
});

test('the table is the office’s alone to edit, each time on the version it saw (WH17-5)', async () => {
  const { office, clueCustodian, leadingGroup } = desk.people;
  const { version: seen, level, routes, proposed } = await system.ask(readRouting, {}, office);
  expect(proposed).toContainEqual({ nature: 'inaction', kind: 'accountability' });
  const inaction = { nature: 'inaction', authority: 'county', kind: 'accountability' } as const;
  const table = { seen, level, routes: [...routes, { ...inaction, organId: newId() }] };
  for (const other of [clueCustodian, leadingGroup])
    expect((await system.refusal(changeRouting, table, other)).code).toBe('access.denied');
  await system.ask(changeRouting, table, office);
  expect((await system.refusal(changeRouting, table, office)).code).toBe('record.stale');
});

describe('what an organ does with a clue', () => {
  test('is disposed of by its own people, and concluded with a person and a date (rules.md 9)', async () => {
    const clueId = await desk.screened();
    await received(clueId);
    const { clueCustodian, organCustodian } = desk.people;
    const stranger = await desk.custodianOf(desk.organizationId);
    const seen = (await desk.clue(clueId)).version;
    const closing = { clueId, seen, disposition: 'closedWithoutAction' as const };
    expect((await system.refusal(disposeOfClue, closing, stranger)).code).toBe('record.unknown');
    await system.ask(disposeOfClue, closing, organCustodian);
    await ask(concludeClue, clueId, {}, clueCustodian);
    expect(await desk.clue(clueId)).toMatchObject({
      state: 'concluded',
      endedBy: clueCustodian.account,
      endedOn: desk.on,
    });
  });

  test('while the inspection runs, the team follows its clues by number and sees nothing of other teams’ (NB17-14, HZP-3)', async () => {
    const clueId = await desk.screened({ urgent: true });
    await received(clueId);
    const { leader } = desk.people;
    const { items } = await system.ask(listClues, { state: 'received' }, leader);
    expect(items.map(({ id }) => id)).toContain(clueId);
    const other = await system.person('leader', { site: desk.site, teamId: desk.organizationId });
    expect((await system.ask(listClues, {}, other)).items).toEqual([]);
  });

  test('is asked for in time: reminder, then overdue, and none after the answer (rules.md clue.feedback.due)', async () => {
    const county = await Desk.open(system, neighbours, '2017-03-20T02:00:00.000Z');
    const [late, answered] = [await county.screened(), await county.screened()];
    for (const clueId of [late, answered]) await received(clueId, county);
    expect(await county.clue(late)).toMatchObject({ receivedOn: '2017-03-20', answerDueOn: '2017-06-20' });
    const inquiry = { disposition: 'inquiry' as const };
    await ask(disposeOfClue, answered, inquiry, county.people.organCustodian, county);
    const pressed = async (clueId: Id) =>
      (await system.history('clues', clueId)).filter((type) => type === 'clues.clue.answerPressed').length;
    await system.setClock(county.site, '2017-06-13T02:00:00.000Z');
    await eventually(async () => (await pressed(late)) === 1);
    await system.setClock(county.site, '2017-06-21T02:00:00.000Z');
    await eventually(async () => (await pressed(late)) === 2);
    expect(await pressed(answered)).toBe(0);
  });

  test('held, it comes back on its day (lifecycle.md)', async () => {
    const county = await Desk.open(system, neighbours, '2017-03-20T02:00:00.000Z');
    const clueId = await county.screened();
    await received(clueId, county);
    const holding = { disposition: 'held', until: '2017-05-02' } as In<typeof disposeOfClue>;
    await ask(disposeOfClue, clueId, holding, county.people.organCustodian, county);
    expect(await county.clue(clueId)).toMatchObject({ state: 'held', heldUntil: '2017-05-02' });
    await system.setClock(county.site, '2017-05-03T02:00:00.000Z');
    await eventually(async () => (await county.clue(clueId)).state === 'received');
    expect(await county.clue(clueId)).toMatchObject({ heldUntil: null, answerDueOn: '2017-08-02' });
  });
});
