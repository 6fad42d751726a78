import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import readWorkbook from 'read-excel-file/node';
import { z } from 'zod';
import {
  BusinessDate,
  Fen,
  Id,
  Instant,
  me,
  pageInput,
  pageOf,
  query,
  Version,
  type In,
} from '@xuncha/contracts';
import { newId, refuse, type Id as AnId } from '@xuncha/domain-kit';
import { Handles, type Caller, type ServiceDefinition } from '@xuncha/service-kit';
import {
  eventually,
  organizationName,
  standInNames,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { notes } from '@xuncha/testing/notes';
import { startGateway, type RunningGateway } from '../main.js';

const listLeaves = query('leaves.leaf.list', {
  http: 'GET /leaves',
  permission: 'register.read',
  classification: 'internal',
  summary: '落叶台账，新的在前',
  input: z.object({ ...pageInput, state: z.enum(['active', 'merged']).optional() }),
  output: pageOf(
    z.object({
      id: Id,
      version: Version,
      organizationId: Id,
      title: z.string(),
      amount: Fen.nullable(),
      openedOn: BusinessDate,
      takenAt: Instant,
      immediate: z.boolean(),
      caseId: Id,
      paperIds: z.array(Id),
    }),
  ),
});
const ROWS = 450;
const known = { rows: ROWS, breaksAt: Infinity, asked: 0 };
const organizations = [newId(), newId()] as const;
const row = (n: number) => ({
  id: newId(),
  version: 1,
  organizationId: organizations[n % 2]!,
  title: n === 0 ? '=1+1\n007' : `第${n}片`,
  amount: n === 0 ? null : n * 100 + 5,
  openedOn: '2017-05-04' as never,
  takenAt: '2017-05-04T16:30:00.000Z',
  immediate: n % 2 === 0,
  caseId: newId(),
  paperIds: [newId(), newId()],
});

@Controller()
class Leaves {
  @Handles(listLeaves)
  list({ cursor = '0', limit = 50, state }: In<typeof listLeaves>) {
    const start = Number(cursor);
    known.asked += 1;
    if (start >= known.breaksAt) return refuse('service.overloaded');
    const all = state === 'merged' ? 1 : known.rows;
    const end = Math.min(start + limit, all);
    const items = Array.from({ length: end - start }, (_, index) => row(start + index));
    return Promise.resolve({ items, next: end < all ? String(end) : null });
  }
}
@Controller()
class Me {
  @Handles(me)
  me(_input: In<typeof me>, { person, site, access }: Caller) {
    const grants = access.grants.map((grant) => ({ ...grant, role: grant.role as never }));
    const shown = { hasSecondFactor: false, needsSecondFactor: false, grants };
    return Promise.resolve({ accountId: person, account: 'demo-1', name: '演示办公室一', site, ...shown });
  }
}
const bare = { migrations: [], rows: [] };
const services: ServiceDefinition[] = [
  { name: 'leaves', ...bare, controllers: [Leaves] },
  { name: 'identity', ...bare, controllers: [...standInNames.identity!, Me] },
  { name: 'planning', ...bare, controllers: [...standInNames.planning!] },
];

let system: ServicesUnderTest;
let gateway: RunningGateway;
let office: Person;

beforeAll(async () => {
  system = await startServices([...services, notes]);
  gateway = await startGateway({ ...system.config, port: 0, host: '127.0.0.1', callsPerMinute: 10_000 });
  office = await system.person('office');
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

const ask = (path: string, { token }: Pick<Person, 'token'> = office, signal?: AbortSignal) =>
  fetch(`${gateway.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` }, signal });
const sheetsOf = async (path: string, as?: Person) => sheetsIn(await ask(path, as));
async function sheetsIn(answer: Response) {
  expect(answer.status).toBe(200);
  return (await readWorkbook(Buffer.from(await answer.arrayBuffer()))).map(({ data }) => data);
}

describe('a ledger as an Excel file', () => {
  test('has every row, in the words of the page: names for ids, real dates and amounts, no formulas', async () => {
    const [rows] = await sheetsOf('/leaves/export.xlsx');
    expect(rows).toHaveLength(1 + ROWS);
    expect(rows![0]).toEqual(['党组织', '标题', '金额', '开立日期', '查看时间', '立行立改', '底稿']);
    const [whose] = organizations;
    const day = new Date('2017-05-04');
    expect(rows![1]).toEqual([organizationName(whose), '=1+1\n007', null, day, expect.any(Date), '是', 2]);
    expect(rows![2]!.slice(1, 4)).toEqual(['第1片', 1.05, day]);
  });

  test('is named after its ledger, and says who took it out, by which filters and how many rows', async () => {
    const answer = await ask('/leaves/export.xlsx?state=merged');
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('落叶台账.xlsx'));
    const [rows, said] = await sheetsIn(answer);
    expect(rows).toHaveLength(2);
    expect(Object.fromEntries(said as [string, string][])).toMatchObject({
      台账: '落叶台账',
      导出人: '演示办公室一（demo-1）',
      筛选条件: expect.stringMatching(/^状态：/) as string,
      行数: '1',
    });
  });

  test('has nothing of what its viewer is recused from', async () => {
    const [theirs, others] = [newId(), newId()];
    for (const [organizationId, text] of [
      [theirs, '回避所涉'],
      [others, '其他'],
    ] as const)
      // oxfmt-ignore
      await fetch(`${gateway.address}/api/v1/notes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${office.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ organizationId, text }),
      });
    const recused = await system.person('office');
    await system.recuse(recused, theirs as AnId);
    const texts = async (as: Person) => JSON.stringify(await sheetsOf('/notes/export.xlsx', as));
    expect(await texts(office)).toMatch(/回避所涉.*其他|其他.*回避所涉/);
    expect(await texts(recused)).toContain('其他');
    expect(await texts(recused)).not.toContain('回避所涉');
  });
});

describe('is refused before anything is sent:', () => {
  test.each([
    ['to whoever may not read the ledger', '', 403, 'access.denied'],
    ['with a filter that the ledger does not know', '?limit=5', 400, 'request.invalid'],
    ['with a filter that is wrong', '?state=nothing', 400, 'request.invalid'],
  ])('%s', async (_, asked, status, code) => {
    const viewer = status === 403 ? await system.person('auditAdministrator') : office;
    const answer = await ask(`/leaves/export.xlsx${asked}`, viewer);
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
  });

  test('to whoever has one under way, and to nobody else', async () => {
    const first = await ask('/leaves/export.xlsx');
    const second = await ask('/leaves/export.xlsx');
    expect([second.status, await second.json()]).toMatchObject([429, { code: 'export.too-many' }]);
    await sheetsOf('/leaves/export.xlsx', await system.person('office'));
    await sheetsIn(first);
    await sheetsOf('/leaves/export.xlsx');
  });
});

test('nothing is read for whoever asks for the headers alone', async () => {
  const headers = { authorization: `Bearer ${(await system.person('office')).token}` };
  const asked = known.asked;
  const { ok } = await fetch(`${gateway.address}/api/v1/leaves/export.xlsx`, { method: 'HEAD', headers });
  expect([ok, known.asked]).toEqual([false, asked]);
});

test('whoever goes away ends the reading, and may begin anew', async () => {
  const going = new AbortController();
  await ask('/leaves/export.xlsx', office, going.signal);
  going.abort();
  await eventually(async () => (await ask('/leaves/export.xlsx?state=merged')).ok);
});

test('one that breaks off in the middle ends the connection: half a file does not look like a whole one', async () => {
  Object.assign(known, { rows: 20_000, breaksAt: 19_000 });
  try {
    const answer = await ask('/leaves/export.xlsx', await system.person('office'));
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
  } finally {
    Object.assign(known, { rows: ROWS, breaksAt: Infinity });
  }
});
