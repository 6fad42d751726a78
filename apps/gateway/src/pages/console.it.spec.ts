// The console as the gateway hands it out: a page that lets in only its own, parts that browsers keep, and an API that stays one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { startGateway, type RunningGateway } from '../main.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;
const script = 'export const one = 1;\n'.repeat(50);

const consoleFolder = mkdtempSync(join(tmpdir(), 'xuncha-console-'));

beforeAll(async () => {
  mkdirSync(join(consoleFolder, 'assets'));
  writeFileSync(join(consoleFolder, 'index.html'), '<meta name="csp-nonce" content="__NONCE__" />');
  writeFileSync(join(consoleFolder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg" />');
  writeFileSync(join(consoleFolder, 'assets', 'a.js'), script);
  writeFileSync(join(consoleFolder, 'assets', 'a.js.br'), brotliCompressSync(script));
  writeFileSync(join(consoleFolder, 'assets', 'pdf.worker.min-a.mjs'), script);
  writeFileSync(join(consoleFolder, 'assets', 'pdf.worker.min-a.mjs.br'), brotliCompressSync(script));
  system = await startServices([]);
  const edge = { port: 0, host: '127.0.0.1', callsPerMinute: 10_000 };
  gateway = await startGateway({ ...system.config, ...edge, consoleFolder });
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
  rmSync(consoleFolder, { recursive: true, force: true });
});

const get = (path: string, accept = 'text/html') =>
  fetch(gateway.address + path, { headers: { accept, 'accept-encoding': 'br' } });

test.each(['/', '/findings', '/findings/0192'])(
  '%s is the one page, with a nonce of its own',
  async (path) => {
    const [one, other] = [await get(path), await get(path)];
    const nonce = /content="([^"]+)"/.exec(await one.text())![1]!;
    expect(one.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(await other.text()).not.toContain(nonce);
  },
);

test('its parts come compressed and are kept for good', async () => {
  const response = await get('/assets/a.js', '*/*');
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(await response.text()).toBe(script);
});

test('a part that reads others’ files in a thread of its own may compute there and reach nothing', async () => {
  const response = await get('/assets/pdf.worker.min-a.mjs', '*/*');
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  );
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(response.headers.get('content-encoding')).toBe('br');
});

test.each([
  ['/api/v1/nowhere', 'text/html'],
  ['/nowhere', 'application/json'],
  ['/assets/nowhere.js', '*/*'],
])('%s asked for as %s is no page', async (path, accept) => {
  const response = await get(path, accept);
  expect(response.status).toBe(404);
  expect(((await response.json()) as { code: string }).code).toBe('request.unknown-address');
});
