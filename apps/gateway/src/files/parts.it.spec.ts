import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { MAX_FILE_BYTES, uploadPaperFile, type FileRef } from '@xuncha/contracts';
import { ContentStore } from '@xuncha/service-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import type { GatewayConfig } from '../config.js';
import { startGateway, type RunningGateway } from '../main.js';
import { exif, jpeg, PLACE, pngOf } from './position/photo.fixture.js';
import { smallIdentity } from '../small-identity.fixture.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;
let inspector: Person;
const picture = pngOf(randomBytes(5 * 1024 * 1024));
const sha256 = createHash('sha256').update(picture).digest('hex');
const reference: FileRef = { sha256, bytes: picture.length, mediaType: 'image/png', name: '照片.png' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

const start = (own: Partial<GatewayConfig> = {}) =>
  startGateway({ ...system.config, port: 0, host: '127.0.0.1', callsPerMinute: 10_000, ...own });
beforeAll(async () => {
  system = await startServices([smallIdentity]);
  gateway = await start();
  inspector = await system.person('member');
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

interface Sent {
  readonly as?: Person;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}
async function ask(method: string, path: string, { as = inspector, headers = {}, body }: Sent = {}) {
  const response = await fetch(gateway.address + path, {
    method,
    headers: { authorization: `Bearer ${as.token}`, 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body } : {}),
  } as RequestInit);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as Record<string, any>),
  };
}
function begin({
  bytes = picture.length,
  name = '照片.png',
  type = 'image/png',
  to = 'papers',
  more = '',
} = {}) {
  const metadata = `name ${base64(name)},type ${base64(type)}${more}`;
  return ask('POST', `/api/v1/${to}/files/uploads`, {
    headers: { 'upload-length': String(bytes), 'upload-metadata': metadata },
  });
}
async function begun(said: Parameters<typeof begin>[0] = {}): Promise<string> {
  const { status, headers } = await begin(said);
  expect(status).toBe(201);
  return headers.get('location')!;
}
const goOn = (path: string, offset: number, body: Buffer, more: Sent = {}) =>
  ask('PATCH', path, {
    ...more,
    body,
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...more.headers,
    },
  });
const offsetOf = async (path: string) => Number((await ask('HEAD', path)).headers.get('upload-offset'));

/** Sends so much of what it announced, and tears the connection. */
function tornAfter(path: string, bytes: number): Promise<void> {
  return new Promise((resolve) => {
    const sending = request(gateway.address + path, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${inspector.token}`,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
        'content-length': String(picture.length),
      },
    });
    sending.on('error', () => resolve());
    sending.write(picture.subarray(0, bytes), () => sending.destroy(new Error('torn')));
  });
}

test('an upload whose connection is torn goes on from what had come, also at a gateway started anew', async () => {
  const path = await begun();
  const offset = 2_500_000;
  await tornAfter(path, offset);
  await eventually(async () => (await offsetOf(path)) === offset);
  await gateway.stop();
  gateway = await start();
  expect(await offsetOf(path)).toBe(offset);
  expect(await ask('GET', path)).toMatchObject({ status: 409, body: { code: 'upload.unfinished', facts: { offset } } });

  const last = await goOn(path, offset, picture.subarray(offset));
  expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(picture.length)]);
  const answers = [await ask('GET', path), await ask('GET', path)];
  for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: reference });
  expect(await goOn(path, picture.length, Buffer.alloc(0))).toMatchObject({ status: 204 });
  const store = new ContentStore(system.config);
  await expect(store.refuseForeign(inspector, [reference])).resolves.toBeUndefined();
  const kept = await store.readWhole(reference, MAX_FILE_BYTES);
  expect(kept.equals(picture)).toBe(true);
}); // oxfmt-ignore

test('two uploads of the same file, side by side, end with the one file', async () => {
  const paths = [await begun(), await begun({ to: 'items' })];
  const half = 2_000_000;
  await Promise.all(paths.map((path) => goOn(path, 0, picture.subarray(0, half))));
  await Promise.all(paths.map((path) => goOn(path, half, picture.subarray(half))));
  for (const path of paths) expect((await ask('GET', path)).body).toEqual(reference);
});

describe('an upload that was begun', () => {
  test.each<[string, (path: string) => ReturnType<typeof ask>, number, string]>([
    ['is not there for another account', async (path) => ask('GET', path, { as: await system.person('member') }), 404, 'upload.unknown'],
    ['is not gone on with by another account', async (path) => goOn(path, 9, picture, { as: await system.person('member') }), 404, 'upload.unknown'],
    ['is not there under the address of another kind', (path) => ask('GET', path.replace('papers', 'items')), 404, 'upload.unknown'],
    ['goes on from where it is, and nowhere else', (path) => goOn(path, 8, picture.subarray(8)), 409, 'upload.offset'],
    ['takes no more than was announced', (path) => goOn(path, 9, picture), 413, 'upload.longer-than-said'],
    ['goes on with bytes alone', (path) => goOn(path, 9, picture, { headers: { 'content-type': 'image/png' } }), 415, 'file.media-type'],
    ['says from where it goes on', (path) => goOn(path, 9, picture, { headers: { 'upload-offset': '-1' } }), 400, 'request.invalid'],
    ['speaks no other version of tus', (path) => ask('GET', path, { headers: { 'tus-resumable': '0.2.1' } }), 412, 'upload.protocol'],
    ['is gone a day later', (path) => { age(path); return ask('GET', path); }, 404, 'upload.unknown'],
    ['is gone when it is given up', async (path) => { await ask('DELETE', path); return ask('GET', path); }, 404, 'upload.unknown'],
    ['knows its methods', (path) => ask('PUT', path), 405, 'request.method'],
  ])('%s', async (_, attempt, status, code) => {
    const path = await begun();
    await goOn(path, 0, picture.subarray(0, 9));
    const { status: given, body } = await attempt(path);
    expect([given, body?.code]).toEqual([status, code]);
    expect(body?.detail).toMatch(/[\u4e00-\u9fff]/);
  }); // oxfmt-ignore
});

test.each<[string, Parameters<typeof begin>[0], number, string]>([
  ['a file announced as too large', { bytes: uploadPaperFile.maxBytes + 1 }, 413, 'file.too-large'],
  ['a kind of file that is not asked for', { type: 'text/html' }, 415, 'file.media-type'],
  ['a name with a path', { name: '../照片.png' }, 400, 'request.invalid'],
])('%s is refused before any of it is sent', async (_, said, status, code) => {
  const { status: given, body } = await begin(said);
  expect([given, body?.code]).toEqual([status, code]);
}); // oxfmt-ignore

test('a file that is not what was said is refused with its last part, and none of it stays', async () => {
  const path = await begun({ type: 'application/pdf', bytes: 9 });
  const { status, body } = await goOn(path, 0, picture.subarray(0, 9));
  expect([status, body?.code]).toEqual([422, 'file.not-what-it-says']);
  expect((await ask('HEAD', path)).status).toBe(404);
});

test('what nobody could look at for viruses is not taken, and is asked for again without being sent again', async () => {
  const path = await begun();
  const looking = gateway;
  gateway = await start({ clamd: { path: join(system.config.dataFolder, 'no-clamd.sock') } });
  const { status, headers, body } = await goOn(path, 0, picture);
  expect([status, headers.get('retry-after'), body?.code]).toEqual([503, '1', 'file.unchecked']);
  await gateway.stop();
  gateway = looking;
  expect(await ask('GET', path)).toMatchObject({ status: 200, body: reference });
});

test('where the storage of files is away that is said, nothing sent is lost, and health tells of it', async () => {
  const path = await begun();
  const keeping = gateway;
  // Nobody listens at port 1.
  const nowhere = { endpoint: 'http://127.0.0.1:1', bucket: 'files', region: 'us-east-1', isPathStyle: true };
  gateway = await start({ bucket: { ...nowhere, keyId: 'key', secret: 'secret' } });
  for (const answer of [await goOn(path, 0, picture), await ask('GET', path)]) {
    expect(answer).toMatchObject({ status: 503, body: { code: 'service.storage-away' } });
    expect([answer.headers.get('retry-after'), answer.body?.detail]).toEqual([
      '1',
      expect.stringContaining('存储'),
    ]);
  }
  expect(await ask('GET', '/health')).toMatchObject({ status: 503, body: { ok: false, storage: false } });
  await gateway.stop();
  gateway = keeping;
  expect(await ask('GET', path)).toMatchObject({ status: 200, body: reference });
});

test('a photo loses where it was taken, unless it is kept as evidence; the hash is of what is stored', async () => {
  const photo = jpeg(exif('MM'));
  const store = new ContentStore(system.config);
  const storedOf = async (more: string) => {
    const path = await begun({ bytes: photo.length, type: 'image/jpeg', more });
    await goOn(path, 0, photo);
    return store.readWhole((await ask('GET', path)).body as FileRef, MAX_FILE_BYTES);
  };
  expect((await storedOf(`,keepPosition ${base64('true')}`)).equals(photo)).toBe(true);
  for (const more of ['', `,keepPosition ${base64('false')}`])
    expect((await storedOf(more)).includes(PLACE)).toBe(false);
  const unclear = await begin({ more: `,keepPosition ${base64('perhaps')}` });
  expect(unclear).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
});

/** As if its last part had come a day ago. */
function age(path: string): void {
  const folder = join(system.config.dataFolder, 'uploads');
  const id = path.split('/').at(-1)!;
  const mine = readdirSync(folder).find((whose) => readdirSync(join(folder, whose)).includes(id))!;
  const then = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(join(folder, mine, id), then, then);
}
