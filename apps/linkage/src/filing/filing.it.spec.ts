import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  amendRound,
  answerFiling,
  correctRound,
  fileRound,
  leavePeer,
  listFilings,
  readFiling,
  refileRound,
  reportProgress,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { linkage } from '../main.js';
import { join, onlyPeer, openSite, smallPlanning, specialRound, type Staff } from '../neighbours.fixture.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([linkage, smallPlanning]);
  await system.publisher('identity');
});
afterAll(() => system?.stop());

const filing = { roundId: specialRound.id, plan: '以扶贫资金为重点，巡察十二个镇街。' };
async function joined(clock?: string): Promise<[county: Staff, city: Staff]> {
  const [county, city] = [await openSite(system, clock), await openSite(system, clock)];
  await join(system, county, city);
  return [county, city];
}
/** The filing of this side, once it has got that far. */
const at = (staff: Staff, state: string, steps: number) =>
  eventually(async () => {
    const [found] = (await system.ask(listFilings, {}, staff.office)).items;
    if (found?.state !== state) return false;
    const view = await system.ask(readFiling, { filingId: found.id }, staff.office);
    return view.steps.length === steps && view;
  });
const seen = ({ id, version }: { id: Id; version: number }) => ({ filingId: id, seen: version });

test('a county files a special round; the city returns it, agrees, and corrects it when it is off target (HZP-1)', async () => {
  const [county, city] = await joined();
  await system.ask(fileRound, filing, county.office);
  const filed = await at(city, 'filed', 1);
  expect(filed).toMatchObject({
    side: 'city',
    roundName: specialRound.name,
    startsOn: '2017-05-17',
    roundId: null,
  });

  await system.ask(
    answerFiling,
    { ...seen(filed), answer: 'return', opinion: '请补充民政资金。' },
    city.office,
  );
  const returned = await at(county, 'returned', 2);
  await system.ask(refileRound, { ...seen(returned), plan: '已补充。' }, county.office);
  const refiled = await at(city, 'filed', 3);
  await system.ask(answerFiling, { ...seen(refiled), answer: 'agree', opinion: '同意。' }, city.office);
  const agreed = await at(county, 'agreed', 4);

  await system.ask(reportProgress, { ...seen(agreed), progress: '已进驻六个镇街。' }, county.office);
  const reported = await at(city, 'agreed', 5);
  await system.ask(correctRound, { ...seen(reported), opinion: '偏离主题，请回到扶贫资金。' }, city.office);
  const offTarget = await at(county, 'offTarget', 6);
  await system.ask(amendRound, { ...seen(offTarget), amendment: '已调整。' }, county.office);
  const both = [await at(city, 'agreed', 7), await at(county, 'agreed', 7)];
  expect(both[0]!.steps).toEqual(both[1]!.steps);
});

test('each side takes its own steps alone', async () => {
  const [county, city] = await joined();
  await system.ask(fileRound, filing, county.office);
  const inCity = await at(city, 'filed', 1);
  const inCounty = await at(county, 'filed', 1);
  const answer = { answer: 'agree', opinion: '同意。' } as const;
  const attempt = system.refusal(answerFiling, { ...seen(inCounty), ...answer }, county.office);
  expect((await attempt).code).toBe('filing.other-side');
  const foreign = system.refusal(answerFiling, { ...seen(inCounty), ...answer }, city.office);
  expect((await foreign).code).toBe('record.unknown');
  await system.ask(answerFiling, { ...seen(inCity), ...answer }, city.office);
  await at(county, 'agreed', 2);
});

test('a round is filed once, in time, and only by whoever can see it in planning', async () => {
  const [county] = await joined();
  await system.ask(fileRound, filing, county.office);
  expect((await system.refusal(fileRound, filing, county.office)).code).toBe('filing.exists');
  const unknown = system.refusal(fileRound, { ...filing, roundId: newId() }, county.office);
  expect((await unknown).code).toBe('record.unknown');
  const [late] = await joined('2017-05-04T01:00:00Z');
  const refused = await system.refusal(fileRound, filing, late.office);
  expect(refused).toMatchObject({
    code: 'filing.too-late',
    facts: { by: '2017-05-03', startsOn: '2017-05-17' },
  });
});

test('a county without a city is told so; after the city has left no step reaches it', async () => {
  const alone = await openSite(system);
  expect((await system.refusal(fileRound, filing, alone.office)).code).toBe('peer.no-city');
  const [county, city] = await joined();
  await system.ask(fileRound, filing, county.office);
  const filed = await at(city, 'filed', 1);
  const { id: peerId, version } = (await onlyPeer(system, city))!;
  await system.ask(leavePeer, { peerId, seen: version }, city.leadingGroup);
  const answer = { ...seen(filed), answer: 'agree', opinion: '同意。' } as const;
  expect((await system.refusal(answerFiling, answer, city.office)).code).toBe('peer.not-joined');
  expect((await at(city, 'filed', 1)).version).toBe(filed.version);
});
