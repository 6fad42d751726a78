import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@xuncha/domain-kit';
import { startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { notes } from '@xuncha/testing/notes';
import { startGateway, type RunningGateway } from '../main.js';
import { PASSWORD, RENEWAL, smallIdentity } from '../small-identity.fixture.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;
let office: Person;
const organizationId = newId();
const edge = { port: 0, host: '127.0.0.1', callsPerMinute: 100_000 };

beforeAll(async () => {
  system = await startServices([smallIdentity, notes]);
  gateway = await startGateway({ ...system.config, ...edge });
  office = await system.person('office');
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly as?: Person | null;
  readonly headers?: Record<string, string>;
}
async function send(path: string, { method, body, as = office, headers }: Sent = {}) {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(`${gateway.address}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as ? { authorization: `Bearer ${as.token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, any>,
  };
}
const write = (text: string, more: Sent = {}) =>
  send('/api/v1/notes', { body: { organizationId, text }, ...more });

describe('a command and a query', () => {
  test('are asked by the address, path and body of their contract; emoji and rare characters come back as they went', async () => {
    const written = await write('演示😀𠮷');
    expect(written).toMatchObject({ status: 200, body: { version: 1 } });
    const { id } = written.body;
    const read = await send(`/api/v1/notes/${id}`);
    expect(read.body).toEqual({ id, version: 1, organizationId, text: '演示😀𠮷', state: 'open' });
    const page = await send(`/api/v1/notes?organizationId=${organizationId}&limit=1`);
    expect(page.body.items).toHaveLength(1);
  });

  test('carry the trace of who asks, or begin one', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const carried = await write('有跟踪', { headers: { traceparent } });
    expect(carried.headers.get('traceparent')).toBe(traceparent);
    const begun = await send('/api/v1/notes', { headers: { traceparent: 'nonsense' } });
    expect(begun.headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    const [row] = await system.look<{ traceparent: string; correlation: Buffer }>(
      'notes',
      'SELECT traceparent, correlation FROM journal WHERE aggregate_id = UNHEX(?)',
      [(carried.body.id as string).replaceAll('-', '')],
    );
    expect(row!.traceparent).toBe(traceparent);
    expect(carried.headers.get('x-request-id')!.replaceAll('-', '')).toBe(row!.correlation.toString('hex'));
  });

  test('with the same key are done once; the key with another input is refused', async () => {
    const headers = { 'idempotency-key': newId() };
    const [first, second] = [await write('只做一次', { headers }), await write('只做一次', { headers })];
    expect(second.body).toEqual(first.body);
    expect(await write('另一项', { headers })).toMatchObject({
      status: 422,
      body: { code: 'request.key-reused' },
    });
  });

  test('reach another site only by naming it, with rights there', async () => {
    const elsewhere = await system.openSite();
    expect(await write('别处', { headers: { 'x-xc-site': elsewhere } })).toMatchObject({ status: 403 });
    await system.grant(office, 'office', { site: elsewhere });
    expect(await write('别处', { headers: { 'x-xc-site': elsewhere } })).toMatchObject({ status: 200 });
  });
});

describe('signing in', () => {
  const credentials = { site: '3303', account: 'demo-office-1', password: PASSWORD };
  test('answers the token and needs none', async () => {
    const { status, body } = await send('/api/v1/sign-in', { body: credentials, as: null });
    expect([status, body.token]).toEqual([200, 'a.b.c']);
  });
  test('leaves the renewal secret in the answer, or in a cookie where that is asked for; never in both', async () => {
    const plain = await send('/api/v1/sign-in', { body: credentials, as: null });
    expect([plain.body.renewal, plain.headers.get('set-cookie')]).toEqual([RENEWAL, null]);
    const headers = { 'x-xc-renewal': 'cookie' };
    const kept = await send('/api/v1/sign-in', { body: credentials, as: null, headers });
    expect(kept.body.renewal).toBeUndefined();
    expect(kept.headers.get('set-cookie')).toContain(`xc_renewal=${RENEWAL};`);
  });
  test('is renewed by the cookie only where the header asks for it, and the cookie opens nothing else', async () => {
    const cookie = { cookie: `xc_renewal=${RENEWAL}` };
    const renew = (headers: Record<string, string>) =>
      send('/api/v1/session/renew', { method: 'POST', as: null, headers });
    expect((await renew({ ...cookie, 'x-xc-renewal': 'cookie' })).body.token).toBe('a.b.c');
    expect((await renew(cookie)).status).toBe(400);
    expect((await send('/api/v1/notes', { as: null, headers: cookie })).status).toBe(401);
  });
  test('with anything wrong is one refusal', async () => {
    const { status, body } = await send('/api/v1/sign-in', {
      body: { ...credentials, password: 'x' },
      as: null,
    });
    expect([status, body.code, body.detail]).toEqual([401, 'session.refused', '账号或口令不正确。']);
  });
});

describe('bad input has its own code, status and Chinese text:', () => {
  const good = () => ({ organizationId, text: newId().slice(-12) });
  const post = (body: unknown, more: Sent = {}) => send('/api/v1/notes', { body, ...more });
  const noteOf = async () => (await post(good())).body.id as string;
  const member = () => system.person('organizationHead', { organizationId });
  const tooLarge = () => JSON.stringify({ ...good(), text: 'x'.repeat(10 * 1024 * 1024) });

  const cases: [what: string, send: () => ReturnType<typeof send>, status: number, code: string][] = [
    ['no token', () => post(good(), { as: null }), 401, 'session.missing'],
    ['a forged token', () => post(good(), { as: { ...office, token: 'a.b.c' } }), 401, 'session.invalid'],
    ['an expired token', () => post(good(), { as: { ...office, token: system.tokenFor(office.account, office.site, -1) } }), 401, 'session.expired'],
    ['a role that may not', async () => post(good(), { as: await member() }), 403, 'access.denied'],
    ['a missing field', () => post({ organizationId }), 400, 'request.invalid'],
    ['a wrong type', () => post({ ...good(), text: 7 }), 400, 'request.invalid'],
    ['a text too long', () => post({ ...good(), text: '长'.repeat(21) }), 400, 'request.invalid'],
    ['an unknown field', () => post({ ...good(), texts: 'x' }), 400, 'request.invalid'],
    ['a number in the address that is none', () => send('/api/v1/notes?limit=many'), 400, 'request.invalid'],
    ['an unknown parameter', () => send('/api/v1/notes?limits=1'), 400, 'request.invalid'],
    ['a malformed id', () => send('/api/v1/notes/17'), 400, 'request.invalid'],
    ['an unknown id', () => send(`/api/v1/notes/${newId()}`), 404, 'record.unknown'],
    ['a record of another site', async () => send(`/api/v1/notes/${await noteOf()}`, { as: await system.person('office', { site: await system.openSite() }) }), 404, 'record.unknown'],
    ['a stale version', async () => send(`/api/v1/notes/${await noteOf()}/close`, { body: { seen: 9 } }), 409, 'record.stale'],
    ['a value that is taken', async () => { const same = good(); await post(same); return post(same); }, 422, 'note.text-taken'],
    ['a state that does not allow it', async () => { const id = await noteOf(); await send(`/api/v1/notes/${id}/close`, { body: { seen: 1 } }); return send(`/api/v1/notes/${id}/close`, { body: { seen: 3 } }); }, 409, 'flow.refused'],
    ['a forged page mark', () => send('/api/v1/notes?cursor=abc.def'), 400, 'cursor.invalid'],
    ['a body that is no JSON', () => post('{"text":'), 400, 'request.not-json'],
    ['a body that is no object', () => post('[]'), 400, 'request.invalid'],
    ['a body nested too deep', () => post('['.repeat(50_000)), 400, 'request.too-deep'],
    ['a body of 10 MB', () => post(tooLarge()), 413, 'request.too-large'],
    ['a body of another kind', () => post('a=b', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415, 'request.media-type'],
    ['a key that is none', () => post(good(), { headers: { 'idempotency-key': 'k'.repeat(101) } }), 400, 'request.invalid'],
    ['a site that is none', () => post(good(), { headers: { 'x-xc-site': '../x' } }), 404, 'site.unknown'],
    ['an address that is none', () => send('/api/v1/nothing'), 404, 'request.unknown-address'],
    ['a method that the address does not know', () => send('/api/v1/notes', { method: 'DELETE' }), 405, 'request.method'],
    ['an address that cannot be read', () => send('/api/v1/notes/%E0%A4%A'), 400, 'request.malformed'],
    ['a service that does not run', () => send('/api/v1/organizations'), 503, 'service.away'],
  ]; // oxfmt-ignore

  test.each(cases)('%s', async (_, attempt, status, code) => {
    const answer = await attempt();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(answer.body.correlation).toBe(answer.headers.get('x-request-id'));
    expect(JSON.stringify(answer.body)).not.toMatch(/\.(ts|js):\d|node_modules/);
  });

  test('wrong fields are listed with what is wrong in Chinese', async () => {
    const { body } = await post({ organizationId: 'x' });
    expect(body.errors).toEqual([
      { field: 'organizationId', code: 'invalid_format', text: '格式不正确' },
      { field: 'text', code: 'invalid_type', text: '缺少，或类型不正确' },
    ]);
  });

  test('a service that is away says when to come again, a wrong method which are right', async () => {
    expect((await send('/api/v1/organizations')).headers.get('retry-after')).toBe('1');
    expect((await send('/api/v1/notes', { method: 'PUT', body: {} })).headers.get('allow')).toBe('GET, POST');
  });
});

test('a recused person is answered the same whether the record exists or not', async () => {
  const { id } = (await write('回避所涉')).body;
  const recused = await system.person('office');
  await system.recuse(recused, organizationId);
  const [real, unreal] = await Promise.all(
    [id as string, newId()].map((noteId) => send(`/api/v1/notes/${noteId}`, { as: recused })),
  );
  expect([real!.status, real!.body.code]).toEqual([unreal!.status, unreal!.body.code]);
});

test('the set-up page runs its own files alone, stands in nobody’s frame and has a label for every field', async () => {
  const page = await fetch(`${gateway.address}/set-up`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(html).not.toMatch(/<script>|\sstyle=|\son\w+=/);
  expect(html.match(/<label>/g)).toHaveLength(html.match(/<input/g)!.length);
  for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g))
    expect((await fetch(gateway.address + path!)).status).toBe(200);
});

test('who calls too often is asked to wait, and nobody else', async () => {
  const strict = await startGateway({ ...system.config, ...edge, callsPerMinute: 5 });
  const busy = await system.person('office');
  const call = async ({ token }: Person) =>
    fetch(`${strict.address}/api/v1/notes`, { headers: { authorization: `Bearer ${token}` } });
  const statuses = [];
  for (let count = 0; count < 7; count++) statuses.push((await call(busy)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const refused = await call(busy);
  expect(await refused.json()).toMatchObject({ code: 'request.too-many' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await call(office)).status).toBe(200);
  await strict.stop();
});

test.each([
  ['no HTTP', 400, 'nonsense\r\n\r\n'],
  ['a length below nothing', 400, 'POST /api/v1/notes HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n'],
  ['a head without end', 431, `GET /api/v1/notes?text=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
])('%s is answered with %i as a problem, too', async (_, status, text) => {
  const { hostname, port } = new URL(gateway.address);
  const socket = connect(Number(port), hostname);
  // Also on a connection over which something was answered before.
  socket.write('GET /api/v1/nothing HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket, 'data');
  socket.write(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain('content-type: application/problem+json');
  const problem = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as object;
  expect(problem).toMatchObject({ status, code: 'request.malformed' });
});
