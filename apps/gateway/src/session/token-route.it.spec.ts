import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { startGateway, type RunningGateway } from '../main.js';
import { GOOD_ASSERTION, smallIdentity } from '../small-identity.fixture.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;

beforeAll(async () => {
  system = await startServices([smallIdentity]);
  const edge = { port: 0, host: '127.0.0.1', callsPerMinute: 100_000 };
  gateway = await startGateway({ ...system.config, ...edge });
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

const form = {
  grant_type: 'client_credentials',
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: GOOD_ASSERTION,
};
const encoded = (fields: object) => new URLSearchParams(fields as Record<string, string>).toString();
async function ask(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway.address}/api/v1/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

test('the token endpoint answers as RFC 6749 says, and nobody on the way keeps the answer', async () => {
  const { status, headers, body } = await ask(encoded({ ...form, scope: 'transfer.read', foreign: 'x' }));
  expect([status, body]).toEqual([
    200,
    { access_token: 'a.b.c', token_type: 'Bearer', expires_in: 600, scope: 'transfer.read' },
  ]);
  expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache']);
});

describe('what is wrong is answered as RFC 6749 says, with a code and a sentence in Chinese:', () => {
  const { client_assertion: _, ...without } = form;
  const cases: [what: string, status: number, error: string, code: string, send: () => ReturnType<typeof ask>][] =
    [
      ['a wrong assertion', 401, 'invalid_client', 'client.refused', () => ask(encoded({ ...form, client_assertion: 'x' }))],
      ['a scope that was not registered', 400, 'invalid_scope', 'client.scope-refused', () => ask(encoded({ ...form, scope: 'grant.write' }))],
      ['another grant', 400, 'unsupported_grant_type', 'client.grant-type', () => ask(encoded({ ...form, grant_type: 'password' }))],
      ['no assertion', 400, 'invalid_request', 'client.form', () => ask(encoded(without))],
      ['an assertion of another kind', 400, 'invalid_request', 'client.form', () => ask(encoded({ ...form, client_assertion_type: 'saml' }))],
      ['a field twice', 400, 'invalid_request', 'client.form', () => ask(`${encoded(form)}&client_assertion=b`)],
      ['a second way of saying who asks', 400, 'invalid_request', 'client.form', () => ask(encoded(form), { authorization: 'Basic YTpi' })],
      ['JSON', 400, 'invalid_request', 'client.form', () => ask(JSON.stringify(form), { 'content-type': 'application/json' })],
      ['nothing', 400, 'invalid_request', 'client.form', () => ask('')],
      ['an assertion that is too long', 400, 'invalid_request', 'request.invalid', () => ask(encoded({ ...form, client_assertion: 'x'.repeat(9000) }))],
      ['a form that is too long', 413, 'invalid_request', 'request.too-large', () => ask(encoded({ ...form, foreign: 'x'.repeat(20_000) }))],
    ]; // oxfmt-ignore
  test.each(cases)('%s', async (_, status, error, code, send) => {
    const answer = await send();
    expect([answer.status, answer.body.error, answer.body.code]).toEqual([status, error, code]);
    expect(answer.body.error_description).toMatch(/[\u4e00-\u9fff]/);
  });
});

test('a form is read at the token endpoint alone, so that no other page’s form can send a command', async () => {
  const response = await fetch(`${gateway.address}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: encoded({ site: '3303', account: 'a', password: 'b' }),
  });
  expect(response.status).toBe(415);
});

test('whoever asks without end is told to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 61 }, () => ask(encoded(form))));
  const last = answers.find(({ status }) => status === 429);
  expect(last?.body).toMatchObject({ error: 'temporarily_unavailable', code: 'request.too-many' });
  expect(last?.headers.get('retry-after')).not.toBeNull();
});
