// Finding in the register, and the numbers on its tabs: within the viewer's reach, and quick.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeOrganization,
  countOrganizations,
  dissolveOrganization,
  findOrganizations,
  MOST_COUNTED,
  registerOrganization,
} from '@xuncha/contracts';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from '../main.js';

let system: ServicesUnderTest;
let site: string;
let office: Person;
const ids: Record<string, Id> = {};
const register = async (code: string, name: string, as = office) =>
  (await system.ask(registerOrganization, { code, name, kind: 'village', villageType: 'village' }, as)).id;
const found = async (text: string, as = office) =>
  (await system.ask(findOrganizations, { text }, as)).items.map(({ code }) => code);

beforeAll(async () => {
  system = await startServices([planning]);
  site = await system.openSite();
  office = await system.person('office', { site });
  const names = {
    'A-01': '瑞安市水利局',
    'A-02': '安阳街道绿园村',
    'B-01': '水利工程中心',
    'B-02': '𠮷村😀',
  };
  for (const [code, name] of Object.entries(names)) ids[code] = await register(code, name);
});
afterAll(() => system?.stop());

describe('an organization is found', () => {
  test.each([
    ['a-0', ['A-02', 'A-01']],
    ['水利', ['B-01', 'A-01']],
    ['利', ['B-01', 'A-01']],
    ['街道绿园', ['A-02']],
    ['ruianshishui', ['A-01']],
    ['RUIAN', ['A-01']],
    ['slgczx', ['B-01']],
    ['lvyuan', ['A-02']],
    ['𠮷', ['B-02']],
    ['利水', []],
    ['%', []],
  ])('by %s: %j', async (text, codes) => {
    expect(await found(text)).toEqual(codes);
  });

  test('by its new name once it has changed, and no longer by the old one', async () => {
    const id = await register('C-01', '旧名水厂');
    const change = { name: '新名水厂', kind: 'village' as const, on: undefined };
    await system.ask(changeOrganization, { organizationId: id, seen: 1, ...change }, office);
    expect([await found('新名'), await found('旧名')]).toEqual([['C-01'], []]);
  });

  test('no more than twenty at once', async () => {
    for (let number = 10; number < 35; number++) await register(`D-${number}`, `丁类单位${number}`);
    expect(await found('丁类')).toHaveLength(20);
  });
});

describe('who looks for what they must not know of', () => {
  test('finds nothing: the recused, whoever is of another organization, and of another site (rules.md 2)', async () => {
    const recused = await system.person('office', { site });
    await system.recuse(recused, ids['A-01']!);
    expect(await found('水利', recused)).toEqual(['B-01']);
    const head = await system.person('organizationHead', { site, organizationId: ids['A-01']! });
    expect(await found('水利', head)).toEqual(['A-01']);
    expect(await found('绿园', head)).toEqual([]);
    expect(await found('水利', await system.person('office'))).toEqual([]);
  });
});

test('a record from before there was a search is taken up when the service starts', async () => {
  await system.look('planning', 'DELETE FROM searched WHERE record_id = ?', [idToBytes(ids['B-01']!)]);
  expect(await found('水利工程')).toEqual([]);
  await system.start(planning);
  await eventually(async () => (await found('水利工程')).length === 1);
});

describe('the numbers on the tabs of the register', () => {
  test('are of what the viewer may see, by the filters of the list', async () => {
    const own = await system.openSite();
    const clerk = await system.person('office', { site: own });
    const [first, second] = [await register('1', '一村', clerk), await register('2', '二村', clerk)];
    await system.ask(dissolveOrganization, { organizationId: second, seen: 1 }, clerk);
    const counts = (as: Person, where: object = {}) => system.ask(countOrganizations, where, as);
    expect(await counts(clerk)).toEqual({ active: 1, merged: 0, dissolved: 1 });
    expect(await counts(clerk, { code: '1' })).toEqual({ active: 1, merged: 0, dissolved: 0 });
    const recused = await system.person('office', { site: own });
    await system.recuse(recused, second);
    expect(await counts(recused)).toEqual({ active: 1, merged: 0, dissolved: 0 });
    const head = await system.person('organizationHead', { site: own, organizationId: second });
    expect(await counts(head)).toEqual({ active: 0, merged: 0, dissolved: 1 });
    const stranger = await system.person('organizationHead', { site: own, organizationId: newId() });
    expect(await counts(stranger, { parentId: first })).toEqual({ active: 0, merged: 0, dissolved: 0 });
  });

  test(`go no further than ${MOST_COUNTED}`, async () => {
    const full = await system.openSite();
    const digits = '(SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3)';
    const some = [1, 4, 16, 64, 256, 1024].map((_, place) => `${digits} d${place}`).join(', ');
    const number = [1, 4, 16, 64, 256, 1024].map((worth, place) => `d${place}.n * ${worth}`).join(' + ');
    await system.look(
      'planning',
      `INSERT INTO organization (site, id, version, code, name, kind, state, registered_on)
       SELECT ?, UNHEX(LPAD(HEX(${number}), 32, '0')), 1, ${number}, '村', 'village', 'active', '2017-01-01' FROM ${some}`,
      [full],
    );
    const clerk = await system.person('office', { site: full });
    expect((await system.ask(countOrganizations, {}, clerk)).active).toBe(MOST_COUNTED);
  });
});
