import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { uploadArchiveDocument, uploadRegister, type FileRef } from '@xuncha/contracts';
import { ContentStore } from '@xuncha/service-kit';
import { startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { startGateway, type RunningGateway } from '../main.js';
import { encryptions, pdf } from './pdf/pdf.fixture.js';
import { smallIdentity } from '../small-identity.fixture.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;
let office: Person;
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

beforeAll(async () => {
  system = await startServices([smallIdentity]);
  gateway = await startGateway({ ...system.config, port: 0, host: '127.0.0.1', callsPerMinute: 10_000 });
  office = await system.person('office');
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

interface Sent {
  readonly type?: string;
  readonly name?: string;
  readonly as?: Person | null;
  readonly to?: string;
}
async function upload(
  body: NonNullable<RequestInit['body']>,
  { type = 'text/csv', name = '登记册.csv', as = office, to = '/register/files' }: Sent = {},
) {
  const query = name === '' ? '' : `?${new URLSearchParams({ name })}`;
  const response = await fetch(`${gateway.address}/api/v1${to}${query}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(as ? { authorization: `Bearer ${as.token}` } : {}) },
    body,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: (await response.json()) as Record<string, any> };
}
function streamOf(bytes: number): ReadableStream {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(Buffer.alloc(Math.min(left, 1024 * 1024), 'a'));
      left -= 1024 * 1024;
    },
  });
}
const scan = { to: uploadArchiveDocument.route!.path, name: '扫描件.pdf' };
const kept = () => {
  const entries = readdirSync(join(system.config.dataFolder, 'content'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile()).length;
};

test('an uploaded file is named by the hash of its content and read back by the services', async () => {
  const content = Buffer.from('代码,名称\n330381001,演示村😀\n');
  const { status, body } = await upload(content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect([status, body]).toEqual([
    200,
    { sha256, bytes: content.length, mediaType: 'text/csv', name: '登记册.csv' },
  ]);
  const store = new ContentStore(system.config);
  const file = body as FileRef;
  expect((await store.readWhole(file, 1000)).equals(content)).toBe(true);
  await expect(store.refuseForeign(office, [file])).resolves.toBeUndefined();
  await expect(store.refuseForeign(await system.person('office'), [file])).rejects.toThrow('file.unknown');
});

test('a large file streams through', async () => {
  const { status, body } = await upload(streamOf(7 * 1024 * 1024));
  expect([status, body.bytes]).toEqual([200, 7 * 1024 * 1024]);
});

test.each<[string, () => ReturnType<typeof upload>, number, string]>([
  ['no token', () => upload('a', { as: null }), 401, 'session.missing'],
  ['a role that may not', async () => upload('a', { as: await system.person('observer') }), 403, 'access.denied'],
  ['a kind of file that is not asked for', () => upload('MZ', { type: 'application/x-msdownload' }), 415, 'file.media-type'],
  ['an Excel file that is none', () => upload('代码,名称', { type: EXCEL }), 422, 'file.not-what-it-says'],
  ['a CSV that is a picture', () => upload(Buffer.from('89504e470d0a1a0a0000', 'hex')), 422, 'file.not-what-it-says'],
  ['a PDF that needs a password', () => upload(pdf({ encryption: encryptions.aesLocked }), { ...scan, type: 'application/pdf' }), 422, 'file.locked'],
  ['a photo of a telephone', () => upload('a', { ...scan, type: 'application/octet-stream', name: '照片.HEIC' }), 415, 'file.heic'],
  ['a photo of a telephone that is called otherwise', () => upload('\0\0\0\x18ftypheic\0\0\0\0', { ...scan, type: 'image/jpeg' }), 415, 'file.heic'],
  ['no name', () => upload('a,b', { name: '' }), 400, 'request.invalid'],
  ['a name with a path', () => upload('a,b', { name: '../登记册.csv' }), 400, 'request.invalid'],
  ['a name that reads backwards', () => upload('a,b', { name: '登记\u202evsc.exe' }), 400, 'request.invalid'],
  ['a name that breaks a header', () => upload('a,b', { name: 'a\r\nset-cookie: b' }), 400, 'request.invalid'],
  ['a table that is a PDF as well', () => upload('a,b\n%PDF-1.7\n'), 422, 'file.two-kinds'],
  ['a file announced as too large', () => upload(Buffer.alloc(uploadRegister.maxBytes + 1, 'a')), 413, 'file.too-large'],
  ['a file that turns out too large', () => upload(streamOf(uploadRegister.maxBytes + 1024 * 1024)), 413, 'file.too-large'],
])('%s is refused with its own code, and nothing is kept', async (_, attempt, status, code) => {
  await upload('a,b\n');
  const before = kept();
  const answer = await attempt();
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
  expect(kept()).toBe(before);
}); // oxfmt-ignore
