import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerCallUp,
  callUpRequest,
  endCallUp,
  listCallUps,
  readCallUp,
  requestCallUp,
  startCallUp,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { newId, parseDate } from '@xuncha/domain-kit';
import type { Person } from '@xuncha/testing';
import { on, PoolUnderTest } from '../pool.fixture.js';

let pool: PoolUnderTest;
let department: Person;
beforeAll(async () => {
  pool = await PoolUnderTest.start();
  await pool.system.publisher('identity');
  department = await pool.system.person('organizationDepartment');
});
afterAll(() => pool?.system.stop());

const time = { from: parseDate('2017-03-01'), until: parseDate('2017-05-31') };
const agreement = { unitAgrees: true, departmentAgrees: true, on };

test('a letter with a number goes to the organization department, which answers for the unit; the person comes and returns (HZ16-14)', async () => {
  const { system, office } = pool;
  const inspectorId = await pool.pooled();
  const letter = { inspectorId, roundId: newId(), ...time, on };
  const { id: callUpId, number } = await system.ask(requestCallUp, letter, office);
  expect(number).toMatch(/^试抽〔2017〕\d+号$/);
  const own = await system.refusal(answerCallUp, { callUpId, seen: 1, ...agreement }, office);
  expect(own.code).toBe('access.denied');
  await system.ask(answerCallUp, { callUpId, seen: 1, ...agreement }, department);
  await system.ask(startCallUp, { callUpId, seen: 2, on }, office);
  await system.ask(endCallUp, { callUpId, seen: 3, on: time.until }, office);
  expect(await system.ask(readCallUp, { callUpId }, department)).toMatchObject({
    number,
    state: 'ended',
    ...time,
    answer: { by: department.account, reason: null },
    startedOn: on,
    endedOn: time.until,
  });
  const steps = ['requested', 'agreed', 'started', 'ended'];
  expect(await system.history('talent', callUpId)).toEqual(steps.map((step) => `talent.callUp.${step}`));
});

test('a person is asked for once a round, and again only when the unit refused', async () => {
  const { system, office } = pool;
  const letter = { inspectorId: await pool.pooled(), roundId: newId(), ...time, on };
  const { id: callUpId } = await system.ask(requestCallUp, letter, office);
  expect((await system.refusal(requestCallUp, letter, office)).code).toBe('call-up.requested-already');
  const refusal = { callUpId, seen: 1, unitAgrees: false, departmentAgrees: true, on };
  const silent = await system.refusal(answerCallUp, refusal, department);
  expect(silent.code).toBe('call-up.refused-without-reason');
  await system.ask(answerCallUp, { ...refusal, reason: '年底任务重' }, department);
  await system.ask(requestCallUp, letter, office);
  const { items } = await system.ask(listCallUps, { roundId: letter.roundId }, office);
  expect(items.map(({ state }) => state)).toEqual(['requested', 'refused']);
});

test('nobody outside the pool is asked for, and nobody of another site', async () => {
  const { system, office } = pool;
  const letter = { inspectorId: await pool.register(), roundId: newId(), ...time, on };
  const early = await system.refusal(requestCallUp, letter, office);
  expect(early).toEqual({ code: 'call-up.not-in-pool', facts: { state: 'candidate' } });
  const stranger = await system.person('office', { site: await system.openSite() });
  expect((await system.refusal(requestCallUp, letter, stranger)).code).toBe('record.unknown');
});

test('the letter names the person to the organization department, with its answer once there is one', async () => {
  const { system, office } = pool;
  const letter = { inspectorId: await pool.pooled(), roundId: newId(), ...time, on };
  const { id: callUpId, number } = await system.ask(requestCallUp, letter, office);
  const said = async () => {
    const { base64 } = await system.ask(callUpRequest, { callUpId }, department);
    return linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  };
  const open = await said();
  for (const told of [number, '演示甲001', '2017年5月31日']) expect(open).toContain(told);
  expect(open).not.toContain('答复：');
  await system.ask(answerCallUp, { callUpId, seen: 1, ...agreement }, department);
  expect(await said()).toContain('同意抽调');
  const observer = await system.person('observer');
  expect((await system.refusal(callUpRequest, { callUpId }, observer)).code).toBe('access.denied');
});
