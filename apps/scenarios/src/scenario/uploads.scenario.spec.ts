// A gateway that is killed while a file comes in: a process of its own beside the installation's, so that nothing else falls with it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { eventually } from '@xuncha/testing';
import { Api } from '../replay/api.js';
import { Doors } from '../replay/doors.js';
import { installationFrom } from '../replay/installation.js';

const installation = installationFrom(process.env);
const program = fileURLToPath(new URL('../../../../tools/system.mjs', import.meta.url));
const ports = new URL('../../../../tools/lib/ports.mjs', import.meta.url).href;
const MEGABYTE = 1024 * 1024;
const table = Buffer.from(`代码,名称\n${randomBytes(3 * MEGABYTE).toString('hex')},演示村\n`);
let headers: Readonly<Record<string, string>>;
let gateway: ChildProcess;
let port: number;
const at = () => `http://127.0.0.1:${port}`;

beforeAll(async () => {
  const doors = new Doors(new Api(installation.address), installation);
  const token = await doors.token(await doors.demonstration('office', '330381'));
  headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const { throwAwayPort } = (await import(ports)) as { throwAwayPort: () => Promise<number> };
  port = await throwAwayPort();
  gateway = await start();
});
afterAll(() => gateway?.kill());

/** As the user that gateways are at the broker. */
async function start(): Promise<ChildProcess> {
  const natsUrl = `nats://${new URL(process.env.XC_NATS_URL!).host}`;
  const env = { ...process.env, XC_HTTP_PORT: String(port), XC_NATS_URL: natsUrl };
  const started = spawn(process.execPath, [program, 'gateway'], { env, stdio: 'ignore' });
  await eventually(() => fetch(at()), 60_000);
  return started;
}

const partFrom = (offset: number) => ({
  ...headers,
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
});
const goOn = (path: string, offset: number, body: Buffer) =>
  fetch(at() + path, { method: 'PATCH', headers: partFrom(offset), body } as RequestInit);

/** At the installation's own gateway, which finds what came to the other. */
async function offsetOf(path: string): Promise<number> {
  const told = await fetch(installation.address + path, { method: 'HEAD', headers });
  return Number(told.headers.get('upload-offset'));
}

test('a gateway that is killed in the middle of an upload goes on from what it had said was there, and the file is whole', async () => {
  const name = Buffer.from('演示登记册.csv').toString('base64');
  const type = Buffer.from('text/csv').toString('base64');
  const begun = await fetch(`${at()}/api/v1/register/files/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(table.length), 'upload-metadata': `name ${name},type ${type}` },
  });
  expect(begun.status).toBe(201);
  const path = begun.headers.get('location')!;

  const said = Math.floor(1.5 * MEGABYTE);
  const first = await goOn(path, 0, table.subarray(0, said));
  expect([first.status, Number(first.headers.get('upload-offset'))]).toEqual([204, said]);

  const sending = request(at() + path, {
    method: 'PATCH',
    headers: { ...partFrom(said), 'content-length': String(table.length - said) },
  });
  const torn = once(sending, 'error');
  sending.write(table.subarray(said, said + 2.5 * MEGABYTE));
  await eventually(async () => (await offsetOf(path)) > said);
  gateway.kill('SIGKILL');
  const [[, signal]] = await Promise.all([once(gateway, 'exit'), torn]);
  expect(signal).toBe('SIGKILL');
  const offset = await offsetOf(path);
  expect(offset).toBeGreaterThan(said);
  expect(offset).toBeLessThan(table.length);

  gateway = await start();
  const last = await goOn(path, offset, table.subarray(offset));
  expect([last.status, Number(last.headers.get('upload-offset'))]).toEqual([204, table.length]);
  expect(await (await fetch(at() + path, { headers })).json()).toEqual({
    sha256: createHash('sha256').update(table).digest('hex'),
    bytes: table.length,
    mediaType: 'text/csv',
    name: '演示登记册.csv',
  });
}); // oxfmt-ignore
