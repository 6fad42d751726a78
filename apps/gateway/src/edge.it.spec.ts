import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { startGateway, type RunningGateway } from './main.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;

beforeAll(async () => {
  system = await startServices([]);
  gateway = await startGateway({ ...system.config, port: 0, host: '127.0.0.1', callsPerMinute: 10_000 });
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

/** Bytes as they are, and all that comes back until the connection ends. */
function raw(bytes: readonly string[], patienceMs = 5_000): Promise<string> {
  const { hostname, port } = new URL(gateway.address);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes.join('\r\n')));
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
    socket.setTimeout(patienceMs, () => socket.destroy());
  });
}

describe('every answer', () => {
  test.each(['/api/v1/me', '/api/v1/nothing', '/health', '/api/openapi.json'])(
    'of %s tells a browser to run, frame and tell nothing, and names no program',
    async (path) => {
      const { headers } = await fetch(gateway.address + path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  test('the page of the interface may load its own parts, and nobody may frame it', async () => {
    const policy = (await fetch(`${gateway.address}/api/`)).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/frame-ancestors/);
  });

  test('lets no other origin read it', async () => {
    const asked = await fetch(`${gateway.address}/api/v1/me`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([...asked.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const before = await fetch(`${gateway.address}/api/v1/me`, { method: 'OPTIONS' });
    expect(before.status).toBe(405);
  });
});

describe('a form of another page cannot act for who is signed in:', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'a body of the type "%s" is refused before it is read',
    async (type) => {
      const answer = await fetch(`${gateway.address}/api/v1/organizations`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: new TextEncoder().encode('{"name":"x"}'),
      });
      expect([answer.status, await answer.json()]).toMatchObject([415, { code: 'request.media-type' }]);
    },
  );
});

describe('what is not quite HTTP is hung up on:', () => {
  const post = ['POST /api/v1/sign-in HTTP/1.1', 'Host: x', 'Content-Type: application/json'];
  const cases: [string, string[]][] = [
    ['two lengths', [...post, 'Content-Length: 2', 'Content-Length: 3', '', '{}']],
    ['a length and pieces', [...post, 'Content-Length: 2', 'Transfer-Encoding: chunked', '', '0', '', '']],
    ['an unknown way of sending', [...post, 'Transfer-Encoding: xchunked', '', '0', '', '']],
    ['a header with a line feed alone', ['GET /health HTTP/1.1', 'Host: x\nX-Two: y', 'A b: c', '', '']],
    ['no host', ['GET /health HTTP/1.1', '', '']],
    ['a method that is none', ['GOT /health HTTP/1.1', 'Host: x', '', '']],
    ['headers of 40 KB', ['GET /health HTTP/1.1', 'Host: x', `X-Long: ${'x'.repeat(40_000)}`, '', '']],
  ];
  test.each(cases)('%s', async (_, lines) => {
    const answer = await raw(lines);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/HTTP\/1\.1 2\d\d|node_modules|fastify|\.js:\d/i);
  });

  test('whoever does not come to the end of the headers within ten seconds is sent away', async () => {
    const began = Date.now();
    expect(await raw(['GET /health HTTP/1.1', 'Host: x', 'X-Slow: '], 20_000)).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});
