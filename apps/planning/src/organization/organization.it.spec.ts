import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeHead,
  changeOrganization,
  countOrganizations,
  dissolveOrganization,
  listImports,
  listOrganizations,
  mergeOrganization,
  organizationNames,
  readCoverage,
  readOrganization,
  registerOrganization,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from '../main.js';

let system: ServicesUnderTest;
let office: Person;
beforeAll(async () => {
  system = await startServices([planning]);
  office = await system.person('office');
});
afterAll(() => system?.stop());

let serial = 0;
const description = { name: '演示村', kind: 'village' as const, villageType: 'village' as const };
const register = (more: object = {}, as = office) =>
  system.ask(registerOrganization, { code: `v-${++serial}`, ...description, ...more }, as);
const read = (organizationId: string, as = office) => system.ask(readOrganization, { organizationId }, as);

test('the office registers, changes and merges organizations, and the journal tells each step', async () => {
  const parent = await register({ kind: 'township', villageType: undefined });
  const { id } = await register({ name: '演示𠮷村🏠', on: '2017-01-03' });
  const other = await register();
  await system.ask(
    changeOrganization,
    { organizationId: id, seen: 1, ...description, parentId: parent.id },
    office,
  );
  await system.ask(changeHead, { organizationId: id, seen: 2, headName: '演示丙001' }, office);
  await system.ask(mergeOrganization, { organizationId: id, seen: 3, intoId: other.id }, office);
  expect(await read(id)).toMatchObject({
    state: 'merged',
    version: 4,
    registeredOn: '2017-01-03',
    parentId: parent.id,
    headName: '演示丙001',
    mergedIntoId: other.id,
  });
  expect(await system.history('planning', id)).toEqual(
    ['registered', 'changed', 'headChanged', 'merged'].map((event) => `planning.organization.${event}`),
  );
});

describe('what cannot be right is refused and leaves nothing behind', () => {
  test('a code that is taken in this site, though another site may use it', async () => {
    await register({ code: 'K001' });
    const refused = await system.refusal(registerOrganization, { code: 'K001', ...description }, office);
    expect(refused).toEqual({ code: 'organization.code-taken', facts: { code: 'K001' } });
    const elsewhere = await system.person('office', { site: await system.openSite() });
    expect((await register({ code: 'K001' }, elsewhere)).version).toBe(1);
  });

  test('a parent that is not in the register, or below the organization itself', async () => {
    const top = await register();
    const below = await register({ parentId: top.id });
    const unknown = await system.refusal(
      registerOrganization,
      { code: 'v-x', ...description, parentId: newId() },
      office,
    );
    expect(unknown.code).toBe('record.unknown');
    const change = { organizationId: top.id, seen: 1, ...description, parentId: below.id };
    expect((await system.refusal(changeOrganization, change, office)).code).toBe('organization.cycle');
    expect((await read(top.id)).version).toBe(1);
  });

  test('a change that is based on an older version, with what happened since', async () => {
    const { id } = await register();
    await system.ask(changeHead, { organizationId: id, seen: 1, headName: '演示丙002' }, office);
    const stale = await system.refusal(dissolveOrganization, { organizationId: id, seen: 1 }, office);
    expect(stale).toMatchObject({
      code: 'record.stale',
      facts: { current: 2, changes: [{ type: 'planning.organization.headChanged' }] },
    });
  });

  test('fields that are missing, too long or malformed, each by its name', async () => {
    const input = { code: '不 行', name: '村'.repeat(101), kind: 'hamlet', parentId: '1' };
    const { code, facts } = await system.refusal(registerOrganization, input, office);
    expect(code).toBe('request.invalid');
    const fields = (facts.errors as { field: string }[]).map(({ field }) => field);
    expect(fields.toSorted()).toEqual(['code', 'kind', 'name', 'parentId']);
  });

  test('a day that does not exist or is still to come', async () => {
    const { id } = await register();
    for (const [on, code] of [
      ['2017-02-29', 'request.invalid'],
      ['2099-01-01', 'date.in-future'],
    ]) {
      const refused = await system.refusal(dissolveOrganization, { organizationId: id, seen: 1, on }, office);
      expect(refused.code).toBe(code);
    }
  });
});

describe('who may not', () => {
  test('write reads: observers and leaders see the register and change nothing in it', async () => {
    const { id } = await register();
    for (const role of ['observer', 'leader', 'leadingGroup'] as const) {
      const person = await system.person(role);
      expect((await read(id, person)).id).toBe(id);
      const refused = await system.refusal(dissolveOrganization, { organizationId: id, seen: 1 }, person);
      expect(refused.code).toBe('access.denied');
    }
  });

  test('see another site finds no record of it', async () => {
    const { id } = await register();
    const stranger = await system.person('office', { site: await system.openSite() });
    expect((await system.refusal(readOrganization, { organizationId: id }, stranger)).code).toBe(
      'record.unknown',
    );
    expect((await system.ask(listOrganizations, {}, stranger)).items).toEqual([]);
  });

  test('know of an organization, being recused, gets the answers of one that does not exist (rules.md 2)', async () => {
    const [{ id }, { id: other }] = [await register(), await register()];
    const recused = await system.person('office');
    await system.recuse(recused, id);
    for (const organizationId of [id, newId()]) {
      const target = { organizationId, seen: 1 };
      const refusals = [
        await system.refusal(readOrganization, { organizationId }, recused),
        await system.refusal(dissolveOrganization, target, recused),
        await system.refusal(
          mergeOrganization,
          { organizationId: other, seen: 1, intoId: organizationId },
          recused,
        ),
      ];
      expect(refusals).toEqual(
        refusals.map(() => ({ code: 'record.unknown', facts: { id: organizationId } })),
      );
    }
    expect(
      (await system.ask(listOrganizations, { parentId: undefined, code: `v-${serial - 1}` }, recused)).items,
    ).toEqual([]);
  });
});

describe('names of organizations', () => {
  const named = async (ids: string[], as: Person) =>
    (await system.ask(organizationNames, { ids }, as)).items.map((one) => one.id).toSorted();

  test('are told of as many as are asked for, and say where each belongs', async () => {
    const parent = await register({ name: '演示镇', kind: 'township', villageType: undefined });
    const { id } = await register({ parentId: parent.id });
    const { items } = await system.ask(organizationNames, { ids: [id, parent.id] }, office);
    expect(items.toSorted((one, other) => (one.kind < other.kind ? -1 : 1))).toEqual([
      expect.objectContaining({ id: parent.id, name: '演示镇', kind: 'township', parentId: null }),
      expect.objectContaining({ id, name: '演示村', kind: 'village', parentId: parent.id }),
    ]);
  });

  test('leave out in silence what the viewer must not know of, as what there is not (rules.md 2)', async () => {
    const [{ id }, { id: hidden }] = [await register(), await register()];
    const recused = await system.person('office');
    await system.recuse(recused, hidden);
    expect(await named([id, hidden, newId()], recused)).toEqual([id]);
    const stranger = await system.person('office', { site: await system.openSite() });
    expect(await named([id, hidden], stranger)).toEqual([]);
  });

  test('and the register show the inspected side its own organization and no other', async () => {
    const parent = await register();
    const [{ id }, { id: other }] = [await register({ parentId: parent.id }), await register()];
    for (const role of ['organizationHead', 'organizationLiaison'] as const) {
      const person = await system.person(role, { organizationId: id });
      expect(await named([id, other, parent.id], person)).toEqual([id]);
      const { items } = await system.ask(listOrganizations, {}, person);
      expect(items.map((one) => one.id)).toEqual([id]);
      for (const organizationId of [other, parent.id])
        expect((await system.refusal(readOrganization, { organizationId }, person)).code).toBe(
          'record.unknown',
        );
      expect((await system.ask(listImports, {}, person)).items).toEqual([]);
      const terms = await system.refusal(readCoverage, { termId: newId() }, person);
      expect(terms.code).toBe('access.denied');
    }
  });
});

test('the register is read page by page in the order of codes, filtered by kind, state and place', async () => {
  const site = await system.openSite();
  const clerk = await system.person('office', { site });
  const township = await register({ code: 't', kind: 'township', villageType: undefined }, clerk);
  for (const code of ['c', 'a', 'd', 'b']) await register({ code, parentId: township.id }, clerk);
  const { items } = await system.ask(listOrganizations, { code: 'd' }, clerk);
  await system.ask(dissolveOrganization, { organizationId: items[0]!.id, seen: 1 }, clerk);
  const where = { parentId: township.id, kind: 'village' as const, state: 'active' as const, limit: 2 };
  const first = await system.ask(listOrganizations, where, clerk);
  const second = await system.ask(listOrganizations, { ...where, cursor: first.next! }, clerk);
  expect([first, second].map((page) => page.items.map(({ code }) => code))).toEqual([['a', 'b'], ['c']]);
  expect(second.next).toBeNull();
});

describe('the top of the tree', () => {
  const tops = async (as: Person, more: object = {}) =>
    (await system.ask(listOrganizations, { top: true, state: 'active', ...more }, as)).items.map(
      (one) => one.code,
    );

  test('is whatever has no superior that stands', async () => {
    const site = await system.openSite();
    const clerk = await system.person('office', { site });
    const city = await register({ code: 'city', kind: 'city', villageType: undefined }, clerk);
    const town = await register(
      { code: 'town', kind: 'township', villageType: undefined, parentId: city.id },
      clerk,
    );
    await register({ code: 'village', parentId: town.id }, clerk);
    await register({ code: 'project', kind: 'keyProject', villageType: undefined }, clerk);
    expect(await tops(clerk)).toEqual(['city', 'project']);
    expect(await tops(clerk, { kind: 'keyProject' })).toEqual(['project']);
    expect(await tops(clerk, { top: false })).toEqual(['town', 'village']);
    expect(await system.ask(countOrganizations, { top: true }, clerk)).toMatchObject({ active: 2 });
    await system.ask(dissolveOrganization, { organizationId: town.id, seen: 1 }, clerk);
    expect(await tops(clerk)).toEqual(['city', 'project', 'village']);
  });

  test('is, for whoever sees one organization alone or must not know of a superior, what they do see (rules.md 2)', async () => {
    const site = await system.openSite();
    const clerk = await system.person('office', { site });
    const town = await register({ code: 'town', kind: 'township', villageType: undefined }, clerk);
    const { id } = await register({ code: 'village', parentId: town.id }, clerk);
    const head = await system.person('organizationHead', { site, organizationId: id });
    expect(await tops(head)).toEqual(['village']);
    const recused = await system.person('office', { site });
    await system.recuse(recused, town.id);
    expect(await tops(recused)).toEqual(['village']);
  });
});
