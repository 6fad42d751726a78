// What people and programs get wrong, sent to the whole system: each has its own code, status and Chinese text, and leaves nothing behind.
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { eventually } from '@xuncha/testing';
import { Api } from '../replay/api.js';
import { Doors } from '../replay/doors.js';
import { installationFrom } from '../replay/installation.js';

const installation = installationFrom(process.env);
const county = '330381';
const city = '3303';
const tokens = new Map<string, string>();
const unique = newId().slice(-8).toUpperCase();
let organization: string;
let round: string;

interface Sent {
  readonly body?: unknown;
  readonly as?: Role | null;
  readonly site?: string;
  readonly headers?: Record<string, string>;
}
/** `office` of the county where nothing else is said; a body that is no object goes as it is. */
async function send(line: string, { body, as = 'office', site = county, headers }: Sent = {}) {
  const [method = '', path = ''] = line.split(' ');
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(`${installation.address}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as ? { authorization: `Bearer ${tokens.get(`${as}/${site}`)}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, any> };
}

const village = (more: object = {}) => ({ code: `V${unique}`, name: '演示村', kind: 'village', ...more });
const csv = { 'content-type': 'text/csv' };
const files = '/register/files?name=register.csv';
async function importing(...rows: string[]) {
  const text = ['代码,名称,类别,上级代码', ...rows].join('\n');
  const file = await send(`POST ${files}`, { body: text, headers: csv });
  const { id } = (await send('POST /register/imports', { body: { file: file.body } })).body;
  return eventually(async () => {
    const { body } = await send(`GET /register/imports/${id}`);
    return body.state !== 'running' && body;
  }, 60_000);
}
const drafted = (entersOn: string) => ({
  termId: term,
  name: `演示轮次${unique}`,
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
  batches: [{ entersOn, leavesOn: entersOn }],
  examinedSince: '2020-01-01',
});
let term: string;

beforeAll(async () => {
  const doors = new Doors(new Api(installation.address), installation);
  for (const [role, site] of [
    ['office', county],
    ['leadingGroup', county],
    ['observer', county],
    ['office', city],
  ] as const) {
    tokens.set(`${role}/${site}`, await doors.token(await doors.demonstration(role, site)));
  }
  organization = (await send('POST /organizations', { body: village() })).body.id;
  term = (await send('POST /terms', { body: { name: '演示届', firstDay: '2022-01-01' } })).body.id;
  round = (await send('POST /rounds', { body: drafted('2024-05-06') })).body.id;
});

const tenMegabytes = () => ({ ...village(), name: '大'.repeat(10 * 1024 * 1024) });
const cases: readonly [what: string, status: number, code: string, send: () => ReturnType<typeof send>][] = [
  ['nobody signed in', 401, 'session.missing', () => send('GET /organizations', { as: null })],
  ['fields missing', 400, 'request.invalid', () => send('POST /organizations', { body: {} })],
  [
    'a field too many',
    400,
    'request.invalid',
    () => send('POST /organizations', { body: village({ size: 3 }) }),
  ],
  ['no JSON', 400, 'request.not-json', () => send('POST /organizations', { body: '{"code":' })],
  ['an id that is none', 400, 'request.invalid', () => send('GET /organizations/12')],
  ['an unknown id', 404, 'record.unknown', () => send(`GET /organizations/${newId()}`)],
  ['an unknown address', 404, 'request.unknown-address', () => send('GET /organisations')],
  [
    'a code that is taken',
    409,
    'organization.code-taken',
    () => send('POST /organizations', { body: village() }),
  ],
  [
    'a role that may not',
    403,
    'access.denied',
    () => send('POST /organizations', { as: 'observer', body: village({ code: `W${unique}` }) }),
  ],
  [
    "another site's record",
    404,
    'record.unknown',
    () => send(`GET /organizations/${organization}`, { site: city }),
  ],
  [
    'another site itself',
    403,
    'access.denied',
    () => send(`GET /organizations/${organization}`, { site: city, headers: { 'x-xc-site': county } }),
  ],
  [
    'a state that does not allow it',
    409,
    'flow.refused',
    () =>
      send(`POST /rounds/${round}/approve`, {
        as: 'leadingGroup',
        body: { seen: 1, profile: 'national-2024' },
      }),
  ],
  [
    'dates outside the term',
    422,
    'round.outside-term',
    () => send('POST /rounds', { body: drafted('2031-05-06') }),
  ],
  [
    'money with three decimals',
    400,
    'request.invalid',
    () =>
      send(`POST /items/${newId()}/outcomes`, {
        body: { kind: 'moneyRecovered', title: '追回资金', amount: 100.125 },
      }),
  ],
  [
    'a picture that says it is a table',
    422,
    'file.not-what-it-says',
    () => send(`POST ${files}`, { body: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), headers: csv }),
  ],
  [
    'a picture',
    415,
    'file.media-type',
    () =>
      send(`POST ${files}`, { body: Uint8Array.of(0x89, 0x50), headers: { 'content-type': 'image/png' } }),
  ],
  ['a body of 10 MB', 413, 'request.too-large', () => send('POST /organizations', { body: tenMegabytes() })],
];

test.each(cases)('%s is answered with %i %s and a sentence in Chinese', async (_, status, code, send) => {
  const answer = await send();
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
});

test('who saw an older version is told what has happened since', async () => {
  const { version } = (await send(`GET /organizations/${organization}`)).body;
  const change = { seen: version, name: '演示新村', kind: 'village' };
  expect((await send(`PUT /organizations/${organization}`, { body: change })).status).toBe(200);
  const late = await send(`PUT /organizations/${organization}`, { body: { ...change, name: '演示旧村' } });
  expect(late).toMatchObject({ status: 409, body: { code: 'record.stale', facts: { seen: version } } });
  expect(late.body.facts.changes).toHaveLength(1);
});

test('emoji and rare characters come back as they went in', async () => {
  const name = '演示😀𠮷村';
  const { id } = (await send('POST /organizations', { body: village({ code: `E${unique}`, name }) })).body;
  expect((await send(`GET /organizations/${id}`)).body.name).toBe(name);
});

test('of a register with duplicates, a cycle and a missing parent every row and column is named, and nothing is imported', async () => {
  const before = (await send('GET /organizations?limit=200')).body.items.length;
  const { state, refusal } = await importing(
    `A${unique},演示镇,township,`,
    `A${unique},演示镇,township,`,
    `B${unique},演示村,village,C${unique}`,
    `C${unique},演示村,village,B${unique}`,
    `D${unique},演示村,village,NOWHERE`,
  );
  expect([state, refusal.code]).toEqual(['refused', 'table.rows-invalid']);
  expect(refusal.detail).toMatch(/[\u4e00-\u9fff]/);
  const faults = refusal.errors as { row: number; column: string; code: string }[];
  expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual(
    expect.arrayContaining([
      [3, '代码', 'register.code-twice'],
      [6, '上级代码', 'register.parent-unknown'],
    ]),
  );
  expect(faults.map(({ code }) => code)).toContain('register.cycle');
  expect((await send('GET /organizations?limit=200')).body.items).toHaveLength(before);
});
