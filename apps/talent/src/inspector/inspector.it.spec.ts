import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeInspector,
  countInspectors,
  dismissInspector,
  enterPool,
  exportRoster,
  inspectorNames,
  listInspectors,
  listTalentLooks,
  promoteInspector,
  readInspector,
  recommendInspector,
  recordPost,
  recordTraining,
  registerInspector,
  resumeInspector,
  suspendInspector,
} from '@xuncha/contracts';
import { idToBytes, newId, parseDate, type Id } from '@xuncha/domain-kit';
import { on, PoolUnderTest } from '../pool.fixture.js';

let pool: PoolUnderTest;
beforeAll(async () => {
  pool = await PoolUnderTest.start();
});
afterAll(() => pool?.system.stop());

const read = (inspectorId: Id, as = pool.office) => pool.system.ask(readInspector, { inspectorId }, as);
const elsewhere = async () => pool.system.person('office', { site: await pool.system.openSite() });

test('a person is registered, trained, pooled, suspended, resumed, promoted and dismissed, and the journal tells each step (SP-5, NB17-16, HZP-13)', async () => {
  const { system, office } = pool;
  const inspectorId = await pool.register({ force: 'standing' });
  const early = await system.refusal(enterPool, { inspectorId, seen: 1, on }, office);
  expect(early).toEqual({ code: 'inspector.entry-training', facts: { force: 'standing' } });
  await system.ask(recordTraining, { inspectorId, seen: 1, course: 'basics', heldBy: 'city', on }, office);
  await system.ask(enterPool, { inspectorId, seen: 2, on }, office);
  await system.ask(suspendInspector, { inspectorId, seen: 3, reason: '另有任用', on }, office);
  await system.ask(resumeInspector, { inspectorId, seen: 4, on }, office);
  await system.ask(
    recordPost,
    { inspectorId, seen: 5, kind: 'rotation', post: '组员', on: parseDate('2017-03-02') },
    office,
  );
  const promotion = { inspectorId, seen: 6, rank: 'deputyDivision' as const, on: parseDate('2017-12-01') };
  await system.ask(promoteInspector, promotion, office);
  await system.ask(recommendInspector, { inspectorId, seen: 7, recommendedFor: 'commendation', on }, office);
  await system.ask(dismissInspector, { inspectorId, seen: 8, reason: '退休', on }, office);
  expect(await read(inspectorId)).toMatchObject({
    state: 'left',
    version: 9,
    reason: '退休',
    rank: 'deputyDivision',
    promotions: [{ rank: 'deputyDivision', afterInspectionPost: true }],
    trainings: [{ course: 'basics', heldBy: 'city', on }],
  });
  const steps = ['registered', 'trained', 'pooled', 'suspended', 'pooled', 'attached', 'promoted'];
  expect(await system.history('talent', inspectorId)).toEqual(
    [...steps, 'recommended', 'left'].map((event) => `talent.inspector.${event}`),
  );
});

describe('records of people are restricted (rules.md, Regulation of data)', () => {
  test('a name is ciphertext in the table and absent from every event', async () => {
    const { system } = pool;
    const inspectorId = await pool.register({ name: '演示癸909' });
    const [row] = await system.look<{ name: Buffer }>('talent', 'SELECT name FROM inspector WHERE id = ?', [
      idToBytes(inspectorId),
    ]);
    expect(row!.name.includes(Buffer.from('演示癸'))).toBe(false);
    const bodies = await system.look<{ body: string }>('talent', 'SELECT body FROM journal');
    expect(bodies.map(({ body }) => body).join('')).not.toContain('演示癸');
    expect((await read(inspectorId)).name).toBe('演示癸909');
  });

  test('each look at one is recorded, and a list shows neither kin nor career', async () => {
    const { system, office } = pool;
    const unit = await pool.organization('municipalUnit');
    const inspectorId = await pool.register({
      code: 'k-1',
      kin: [{ relation: 'spouse', organizationId: unit }],
    });
    await read(inspectorId);
    const auditor = await system.person('auditAdministrator');
    const looks = await system.ask(listTalentLooks, { recordId: inspectorId }, auditor);
    expect(looks.items).toMatchObject([{ contract: 'talent.inspector.read', accountId: office.account }]);
    const { items } = await system.ask(listInspectors, { code: 'k-1' }, office);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain(unit);
  });

  test('who authorizes a team or answers for a unit is told the names of people, and nobody opens a record for it', async () => {
    const { system } = pool;
    const inspectorId = await pool.register({ name: '演示癸910' });
    const [ids, limits] = [[inspectorId, newId()], { organizationId: newId() }];
    for (const role of ['leadingGroup', 'organizationDepartment', 'office'] as const)
      expect(await system.ask(inspectorNames, { ids }, await system.person(role))).toEqual({
        items: [{ id: inspectorId, name: '演示癸910' }],
      });
    expect(await system.ask(inspectorNames, { ids }, await elsewhere())).toEqual({ items: [] });
    const head = await system.person('organizationHead', limits);
    expect((await system.refusal(inspectorNames, { ids }, head)).code).toBe('access.denied');
    const auditor = await system.person('auditAdministrator');
    expect((await system.ask(listTalentLooks, { recordId: inspectorId }, auditor)).items).toEqual([]);
  });

  test('the leading group, which puts others into authorized teams, looks through the pool and opens nobody’s record', async () => {
    const { system } = pool;
    const inspectorId = await pool.register({ code: 'k-2' });
    const group = await system.person('leadingGroup');
    const { items } = await system.ask(listInspectors, { code: 'k-2' }, group);
    expect(items).toMatchObject([{ id: inspectorId, code: 'k-2' }]);
    expect((await system.ask(countInspectors, { code: 'k-2' }, group)).candidate).toBe(1);
    const denied = [
      await system.refusal(readInspector, { inspectorId }, group),
      await system.refusal(exportRoster, {}, group),
      await system.refusal(enterPool, { inspectorId, seen: 1, on }, group),
    ];
    expect(denied.map(({ code }) => code)).toEqual(denied.map(() => 'access.denied'));
  });

  test('nobody of a team, of an organization or of another site reads them', async () => {
    const { system } = pool;
    const inspectorId = await pool.register();
    for (const role of ['member', 'organizationHead', 'organizationDepartment'] as const) {
      const limits = { teamId: newId(), organizationId: newId() };
      const outsider = await system.person(role, limits);
      expect((await system.refusal(readInspector, { inspectorId }, outsider)).code).toBe('access.denied');
    }
    const stranger = await elsewhere();
    expect((await system.refusal(readInspector, { inspectorId }, stranger)).code).toBe('record.unknown');
  });
});

describe('what cannot be right is refused and leaves nothing behind', () => {
  test('a unit, a home, a former post or a relative’s unit that is not in the register of this site', async () => {
    const { system } = pool;
    const office = await elsewhere();
    const unknown = await pool.organization('municipalUnit');
    const step = { post: '科员', from: on };
    const wrongs = [
      { organizationId: unknown, unit: undefined },
      { homeId: unknown },
      { career: [{ ...step, organizationId: unknown }] },
      { kin: [{ relation: 'spouse' as const, organizationId: unknown }] },
    ];
    for (const wrong of wrongs)
      await expect(pool.register(wrong, office)).rejects.toMatchObject({
        code: 'talent.organization-unknown',
      });
    expect((await system.ask(listInspectors, {}, office)).items).toEqual([]);
  });

  test('kin that is nobody in the pool, oneself, or above and below oneself at once (rules.md 2)', async () => {
    const { system, office } = pool;
    const mother = await pool.register();
    const nobody = pool.register({ kin: [{ relation: 'spouse', inspectorId: newId() }] });
    await expect(nobody).rejects.toMatchObject({ code: 'inspector.kin-unknown' });
    const daughter = await pool.register({ kin: [{ relation: 'parent', inspectorId: mother }] });
    const { code: _code, rank: _rank, ...same } = inputOf();
    const change = (inspectorId: Id) => ({
      ...same,
      inspectorId: mother,
      seen: 1,
      kin: [{ relation: 'parent' as const, inspectorId }],
    });
    expect((await system.refusal(changeInspector, change(daughter), office)).code).toBe('inspector.kin-loop');
    expect((await system.refusal(changeInspector, change(mother), office)).code).toBe('inspector.own-kin');
  });

  test('of two who make each other their parent at once, one is refused', async () => {
    const { system, office } = pool;
    const [one, other] = [await pool.register(), await pool.register()];
    const { code: _code, rank: _rank, ...same } = inputOf();
    const say = (inspectorId: Id, parent: Id) =>
      system.ask(
        changeInspector,
        { ...same, inspectorId, seen: 1, kin: [{ relation: 'parent', inspectorId: parent }] },
        office,
      );
    const both = await Promise.allSettled([say(one, other), say(other, one)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a code or an account that another person has; another site may use the code', async () => {
    const { system, office } = pool;
    const accountId = newId();
    await pool.register({ code: 'taken', accountId });
    const twice = system.refusal(registerInspector, inputOf({ code: 'taken' }), office);
    expect(await twice).toEqual({ code: 'inspector.code-taken', facts: { code: 'taken' } });
    const shared = await system.refusal(registerInspector, inputOf({ accountId }), office);
    expect(shared.code).toBe('inspector.account-taken');
    expect(await pool.register({ code: 'taken' }, await elsewhere())).toBeDefined();
  });

  test('a step on an older version, with what happened since', async () => {
    const { system, office } = pool;
    const inspectorId = await pool.pooled();
    const stale = await system.refusal(enterPool, { inspectorId, seen: 1, on }, office);
    expect(stale).toMatchObject({
      code: 'record.stale',
      facts: { changes: [{ type: 'talent.inspector.pooled' }] },
    });
  });
});

test('people are found by force, state, speciality, rank and age, page by page (HZP-5)', async () => {
  const { system } = pool;
  const office = await elsewhere();
  const born = (year: number) => parseDate(`${year}-01-01`);
  const { today } = { today: new Date().getFullYear() };
  await pool.register({ code: 'a', born: born(today - 30), specialities: ['audit', 'law'] }, office);
  await pool.pooled({ code: 'b', born: born(today - 40), specialities: ['law'], rank: 'division' }, office);
  await pool.pooled({ code: 'c', born: born(today - 50), force: 'fullTime', expert: true }, office);
  const codes = async (asked: object) =>
    (await system.ask(listInspectors, asked, office)).items.map(({ code }) => code).join('');
  expect(await codes({})).toBe('abc');
  expect(await codes({ speciality: 'law' })).toBe('ab');
  expect(await codes({ speciality: 'audit' })).toBe('a');
  expect(await codes({ youngest: 35, oldest: 45 })).toBe('b');
  expect(await codes({ youngest: 40 })).toBe('bc');
  expect(await codes({ oldest: 40 })).toBe('ab');
  expect(await codes({ state: 'inPool', rank: 'division' })).toBe('b');
  expect(await codes({ force: 'fullTime' })).toBe('c');
  expect(await codes({ expert: true })).toBe('c');
  const first = await system.ask(listInspectors, { limit: 2, oldest: 60 }, office);
  expect(await codes({ limit: 2, oldest: 60, cursor: first.next })).toBe('c');
});

function inputOf(more: object = {}) {
  return {
    code: newId(),
    name: '演示乙002',
    force: 'borrowed' as const,
    sex: 'male' as const,
    born: parseDate('1980-05-20'),
    unit: '演示大学',
    rank: 'staff' as const,
    ...more,
  };
}
