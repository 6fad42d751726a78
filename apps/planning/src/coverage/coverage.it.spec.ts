import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  coverageTable,
  dissolveOrganization,
  inspectionEntered,
  listCoverage,
  proposeTerm,
  readCoverage,
  registerOrganization,
  type OrganizationKind,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import {
  eventually,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { AssignmentListens } from '../assignment/assignment.listens.js';
import { planning } from '../main.js';

let system: ServicesUnderTest;
let onsite: Publisher;
let site: string;
let office: Person;
let termId: Id;
const day = parseDate;

/** Entries are told here without the assignments that they would be of. */
const counting = {
  ...planning,
  controllers: planning.controllers.filter((one) => one !== AssignmentListens),
};

beforeAll(async () => {
  system = await startServices([counting]);
  onsite = await system.publisher('onsite');
  await system.publisher('identity');
});
afterAll(() => system?.stop());
beforeEach(async () => {
  site = await system.openSite();
  office = await system.person('office', { site });
  termId = (await system.ask(proposeTerm, { name: '第十四届', firstDay: day('2017-01-01') }, office)).id;
});

let serial = 0;
async function register(more: { kind?: OrganizationKind; parentId?: Id; on?: string } = {}): Promise<Id> {
  const { kind = 'village', parentId, on = '2017-01-03' } = more;
  const described = { code: `c-${1000 + ++serial}`, name: '演示组织', kind, parentId, on: day(on) };
  return (await system.ask(registerOrganization, described, office)).id;
}
function enter(organizationId: Id, on: string) {
  const id = newId();
  const place = { inspectionId: id, assignmentId: newId(), roundId: newId(), organizationId };
  return onsite.publish({ site, id, on: day(on) }, inspectionEntered({ ...place, on: day(on) }));
}
const coverage = (on = '2017-12-31', as = office) => system.ask(readCoverage, { termId, day: day(on) }, as);
const inspectedAre = (inspected: number, on?: string) =>
  eventually(async () => (await coverage(on)).inspected === inspected);
const listed = async (inspected: boolean, more: object = {}, as = office) =>
  (await system.ask(listCoverage, { termId, day: day('2017-12-31'), inspected, ...more }, as)).items.map(
    ({ id }) => id,
  );

test('an organization counts as inspected from the day a team entered, once, however often (rules.md 17)', async () => {
  const [a, b] = [await register(), await register()];
  await enter(a, '2017-03-01');
  await enter(a, '2017-09-01');
  await inspectedAre(1);
  expect(await coverage('2017-02-28')).toMatchObject({ organizations: 2, inspected: 0, percent: 0 });
  expect(await coverage('2017-03-01')).toMatchObject({ organizations: 2, inspected: 1, percent: 50 });
  await enter(b, '2017-10-01');
  await inspectedAre(2);
});

test('an entry before the term does not count in it', async () => {
  const [a, b] = [await register({ on: '2016-01-01' }), await register({ on: '2016-01-01' })];
  await enter(a, '2016-12-31');
  await enter(b, '2017-01-01');
  await inspectedAre(1);
  expect(await listed(true)).toEqual([b]);
});

test('new organizations count from their date and dissolved ones until theirs (rules.md term.coverage)', async () => {
  const [a] = [await register(), await register({ on: '2017-06-30' })];
  await enter(a, '2017-03-01');
  await inspectedAre(1);
  const ended = { organizationId: a, seen: 1, on: day('2017-09-30') };
  await system.ask(dissolveOrganization, ended, office);
  const rate = async (on: string) => {
    const { organizations, inspected, percent } = await coverage(on);
    return [organizations, inspected, percent];
  };
  expect(await rate('2017-01-02')).toEqual([0, 0, null]);
  expect(await rate('2017-06-29')).toEqual([1, 1, 100]);
  expect(await rate('2017-06-30')).toEqual([2, 1, 50]);
  expect(await rate('2017-09-29')).toEqual([2, 1, 50]);
  expect(await rate('2017-09-30')).toEqual([1, 0, 0]);
});

test('the rate is shown per kind and per place, and opens down to the organizations it counts (HZ16-2, rules.md 16)', async () => {
  const [north, south] = [await register({ kind: 'township' }), await register({ kind: 'township' })];
  const below = { north: await register({ parentId: north }), south: await register({ parentId: south }) };
  const other = await register({ parentId: south });
  await enter(below.north, '2017-03-01');
  await enter(below.south, '2017-03-01');
  await inspectedAre(2);
  const view = await coverage();
  expect(view.kinds).toEqual([
    { kind: 'township', organizations: 2, inspected: 0, percent: 0 },
    { kind: 'village', organizations: 3, inspected: 2, percent: 67 },
  ]);
  expect(view.places.find(({ parentId }) => parentId === south)).toEqual({
    parentId: south,
    kind: 'village',
    organizations: 2,
    inspected: 1,
    percent: 50,
  });
  expect(await listed(true)).toEqual([below.north, below.south]);
  expect(await listed(false, { kind: 'village' })).toEqual([other]);
  expect(await listed(true, { parentId: south })).toEqual([below.south]);
  const page = await system.ask(listCoverage, { termId, day: view.day, inspected: false, limit: 2 }, office);
  expect(page.items.map(({ id }) => id)).toEqual([north, south]);
  const rest = { termId, day: view.day, inspected: false, limit: 2, cursor: page.next! };
  expect((await system.ask(listCoverage, rest, office)).items.map(({ id }) => id)).toEqual([other]);
});

test('a rebuilt projection says the same, and an entry that is told twice counts once', async () => {
  await enter(await register(), '2017-03-01');
  await register();
  await inspectedAre(1);
  const before = await coverage();
  expect(await system.control('planning', { do: 'rebuild', consumer: 'coverage' })).toEqual({
    consumers: ['coverage'],
  });
  await inspectedAre(1);
  expect(await coverage()).toEqual(before);
  const rows = await system.look('planning', 'SELECT * FROM site_entry WHERE site = ?', [site]);
  expect(rows).toHaveLength(1);
});

test('what somebody is recused from is neither in their counts nor in their lists (rules.md 2)', async () => {
  const [hidden, shown] = [await register(), await register()];
  await enter(hidden, '2017-03-01');
  await inspectedAre(1);
  const recused = await system.person('office', { site });
  await system.recuse(recused, hidden);
  expect(await coverage('2017-12-31', recused)).toMatchObject({ organizations: 1, inspected: 0, percent: 0 });
  expect([await listed(true, {}, recused), await listed(false, {}, recused)]).toEqual([[], [shown]]);
});

test('another site has no such term, and roles without business there are refused', async () => {
  const stranger = await system.person('office', { site: await system.openSite() });
  const asked = { termId, day: day('2017-12-31') };
  expect((await system.refusal(readCoverage, asked, stranger)).code).toBe('record.unknown');
  const administrator = await system.person('systemAdministrator', { site });
  expect((await system.refusal(readCoverage, asked, administrator)).code).toBe('access.denied');
  const late = { ...asked, day: day('2022-01-01') };
  expect((await system.refusal(readCoverage, late, office)).code).toBe('coverage.day-outside-term');
});

test('the table has what its reader is shown, by kind and by place', async () => {
  const place = await register({ kind: 'township' });
  const village = await register({ parentId: place });
  await register({ parentId: place });
  await enter(village, '2017-03-01');
  await inspectedAre(1);
  const linesFor = async (as: Person) => {
    const { base64 } = await system.ask(coverageTable, { termId, day: day('2017-12-31') }, as);
    return linesOfWord(Buffer.from(base64, 'base64'));
  };
  const lines = await linesFor(office);
  expect(lines).toEqual(expect.arrayContaining(['村（社区）', '乡镇（街道）', '50%', '0%', '演示组织']));
  expect(lines.join('')).toContain('在册3个，已巡察1个，覆盖率33%');
  await system.recuse(office, village);
  expect((await linesFor(office)).join('')).toContain('在册2个，已巡察0个，覆盖率0%');
});
