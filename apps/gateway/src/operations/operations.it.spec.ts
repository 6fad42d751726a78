import { afterAll, beforeAll, expect, test } from 'vitest';
import { allContracts } from '@xuncha/contracts';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { startGateway, type RunningGateway } from '../main.js';
import { smallIdentity } from '../small-identity.fixture.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;
const others = [...new Set(allContracts().map(({ service }) => service))].filter(
  (name) => name !== 'identity',
);

beforeAll(async () => {
  system = await startServices([smallIdentity]);
  gateway = await startGateway({ ...system.config, port: 0, host: '127.0.0.1', callsPerMinute: 10_000 });
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});
const get = (path: string) => fetch(gateway.address + path);

test('the whole is not healthy while a service is missing, and says which; it is when all are there', async () => {
  const early = await get('/health');
  expect(early.status).toBe(503);
  expect(await early.json()).toMatchObject({ ok: false, missing: [...others].sort() });
  for (const name of others) await system.publisher(name);
  const complete = await get('/health');
  const { ok, storage, missing, services } = (await complete.json()) as Record<string, any>;
  expect([complete.status, ok, storage, missing]).toEqual([200, true, true, []]);
  expect(services.map((it: { service: string }) => it.service)).toEqual(['identity', ...others].sort());
});

test('metrics are those of every instance and of the gateway, each family once', async () => {
  await system.start(smallIdentity);
  const text = await (await get('/metrics')).text();
  expect(text).toContain('xuncha_gateway_viewers{service="gateway"');
  expect(text.match(/# TYPE xuncha_call_seconds /g)).toHaveLength(1);
  for (const service of ['identity', ...others]) expect(text).toContain(`service="${service}"`);
});

test('the API is documented for people and for programs', async () => {
  const document = (await (await get('/api/openapi.json')).json()) as { openapi: string };
  expect(document.openapi).toMatch(/^3\.1/);
  const page = await get('/api/');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('swagger-ui');
});
