import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FileRef, filesOf, Id, packageOf, query, Version, type In } from '@xuncha/contracts';
import { newId, parseDate, refuseUnless } from '@xuncha/domain-kit';
import { Handles, type Caller, type ServiceDefinition } from '@xuncha/service-kit';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { startGateway, type RunningGateway } from '../main.js';

const readLeaf = query('leaves.leaf.read', {
  http: 'GET /leaves/{leafId}',
  permission: 'register.read',
  classification: 'internal',
  summary: '测试',
  input: z.object({ leafId: Id }),
  output: z.object({ id: Id, version: Version, evidence: z.array(z.object({ file: FileRef })) }),
});
filesOf(readLeaf);
const leafPackage = packageOf(readLeaf, '测试');
const leafId = newId();
const known: { site?: string; file?: FileRef; thinking?: () => Promise<void> } = {};

@Controller()
class Leaves {
  @Handles(readLeaf)
  async read(input: In<typeof readLeaf>, viewer: Caller) {
    await known.thinking?.();
    refuseUnless(input.leafId === leafId && viewer.site === known.site, 'record.unknown', {
      id: input.leafId,
    });
    return { id: leafId, version: 1, evidence: [{ file: known.file! }] };
  }

  @Handles(leafPackage.named)
  packing() {
    const list = { name: '目录.txt', base64: Buffer.from('一件').toString('base64') };
    const parts = [list, { name: `文件/0001 ${name}`, file: known.file! }];
    return Promise.resolve({ id: leafId, name: '移交包.zip', dated: parseDate('2017-12-01'), parts });
  }
}
const leaves: ServiceDefinition = { name: 'leaves', migrations: [], rows: [], controllers: [Leaves] };

let system: ServicesUnderTest;
let gateway: RunningGateway;
let office: Person;
const name = `照片'(1)!𠮷村.png`;
const content = randomBytes(3 * 1024 * 1024);

const stored = (bytes: Buffer) => system.upload(bytes, { mediaType: 'image/png', name }, office);

beforeAll(async () => {
  system = await startServices([leaves]);
  gateway = await startGateway({ ...system.config, port: 0, host: '127.0.0.1', callsPerMinute: 10_000 });
  office = await system.person('office');
  Object.assign(known, { site: system.site, file: await stored(content) });
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

interface Asked extends Pick<RequestInit, 'method' | 'signal'> {
  readonly leaf?: string;
  readonly sha256?: string;
  readonly more?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const download = (
  as: Person | null,
  { leaf = leafId, sha256 = known.file!.sha256, more = '', headers = {}, ...init }: Asked = {},
) =>
  fetch(`${gateway.address}/api/v1/leaves/${leaf}/files/${sha256}${more}`, {
    ...init,
    headers: { ...headers, ...(as ? { authorization: `Bearer ${as.token}` } : {}) },
  });

test('whoever may read the record is sent the file it names, whole, by its name and as an attachment', async () => {
  const response = await download(office);
  expect(response.status).toBe(200);
  const body = Buffer.from(await response.arrayBuffer());
  expect(createHash('sha256').update(body).digest('hex')).toBe(known.file!.sha256);
  expect(body.equals(content)).toBe(true);
  const { headers } = response;
  expect(headers.get('content-type')).toBe('image/png');
  expect(headers.get('content-length')).toBe(String(content.length));
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  const disposition = headers.get('content-disposition')!;
  expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[\w.!%-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1]!)).toBe(name);
});

test.each([
  ['bytes=0-9', 0, 10],
  ['bytes=1000000-2999999', 1_000_000, 3_000_000],
  ['bytes=-5', content.length - 5, content.length],
])('the part %s is sent by itself', async (range, start, end) => {
  const response = await download(office, { headers: { range } });
  expect(response.status).toBe(206);
  expect(Buffer.from(await response.arrayBuffer()).equals(content.subarray(start, end))).toBe(true);
  expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${content.length}`);
  expect(response.headers.get('content-length')).toBe(String(end - start));
});

test('several parts are answered with the whole, and so is a part of what has another content now', async () => {
  const etag = `"${known.file!.sha256}"`;
  const asked: Record<string, string>[] = [
    { range: 'bytes=0-1,5-6' },
    { range: 'bytes=0-1', 'if-range': '"other"' },
  ];
  for (const headers of asked) {
    const response = await download(office, { headers });
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, content.length]);
    expect(response.headers.get('etag')).toBe(etag);
  }
  const part = await download(office, { headers: { range: 'bytes=0-1', 'if-range': etag } });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 2]);
});

test('whoever has the file already is told so, after it was asked whether they may see it', async () => {
  const headers = { 'if-none-match': `W/"x", "${known.file!.sha256}"` };
  const response = await download(office, { headers });
  expect([response.status, await response.text()]).toEqual([304, '']);
  expect((await download(await system.person('organizationDepartment'), { headers })).status).toBe(403);
});

test('a part that the file does not have is refused, and it is said how long it is', async () => {
  const response = await download(office, { headers: { range: `bytes=${content.length}-` } });
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([416, 'file.range']);
  expect(response.headers.get('content-range')).toBe(`bytes */${content.length}`);
});

test('whoever asks for the headers alone is told how long it is, and no more is read than for that', async () => {
  const answer = await download(office, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(content.length)]);
  const whole = await packaged(office, 'HEAD');
  expect(whole.status).toBe(200);
  expect(Number(whole.headers.get('content-length'))).toBeGreaterThan(content.length);
  expect(openFiles()).toEqual([]);
});

test('a file is not held open for whoever has gone away before the answer came', async () => {
  let leave = () => undefined as void;
  const gone = new Promise<void>((resolve) => (leave = resolve));
  const going = new AbortController();
  known.thinking = () => {
    going.abort();
    return gone;
  };
  await expect(download(office, { signal: going.signal })).rejects.toThrow('aborted');
  known.thinking = undefined;
  leave();
  // Whoever asks after them has it after them.
  expect((await (await download(office)).arrayBuffer()).byteLength).toBe(content.length);
  await eventually(() => openFiles().length === 0);
});

/** Of the store, by this process. */
function openFiles(): string[] {
  const held = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return held.filter((path) => path.startsWith(join(system.config.dataFolder, 'content')));
}

const packaged = (as: Person, method = 'GET') =>
  fetch(`${gateway.address}/api/v1/leaves/${leafId}/package`, {
    method,
    headers: { authorization: `Bearer ${as.token}` },
  });

test('a package is written as it leaves: every part in its order, as long as was said', async () => {
  const response = await packaged(office);
  expect(response.status).toBe(200);
  const body = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(body.length));
  const parts = unzipSync(body);
  expect(Object.keys(parts)).toEqual(['目录.txt', `文件/0001 ${name}`]);
  expect(strFromU8(parts['目录.txt']!)).toBe('一件');
  expect(content.equals(parts[`文件/0001 ${name}`]!)).toBe(true);
});

test('a file ends as its kind does, whatever it is called: no text starts as a program', async () => {
  known.file = { ...known.file!, name: '名单.hta' };
  const { headers } = await download(office, { method: 'HEAD' });
  expect(headers.get('content-disposition')).toContain(`${encodeURIComponent('名单')}.hta.png`);
});

describe('nothing is sent', () => {
  const other = 'a'.repeat(64);
  test.each<[string, () => Promise<Response>, number, string]>([
    ['to nobody', () => download(null), 401, 'session.missing'],
    ['to who may not read such records', async () => download(await system.person('organizationDepartment')), 403, 'access.denied'],
    ['of a package to who may not read such records', async () => packaged(await system.person('organizationDepartment')), 403, 'access.denied'],
    ['of a record that is not there', () => download(office, { leaf: newId() }), 404, 'record.unknown'],
    ['of another site', async () => download(await system.person('office', { site: await system.openSite() })), 404, 'record.unknown'],
    ['that the record does not name', async () => download(office, { sha256: (await stored(randomBytes(9))).sha256 }), 404, 'file.unknown'],
    ['that there is not', () => download(office, { sha256: other }), 404, 'file.unknown'],
    ['for what is no hash', () => download(office, { sha256: '..%2f..%2fkeys' }), 400, 'request.invalid'],
    ['for what the address does not know', () => download(office, { more: '?name=a' }), 400, 'request.invalid'],
  ])('%s', async (_, attempt, status, code) => {
    const response = await attempt();
    const body = (await response.json()) as { code: string };
    expect([response.status, body.code]).toEqual([status, code]);
    expect(response.headers.get('content-disposition')).toBeNull();
  }); // oxfmt-ignore

  test('where the store has lost it: that is said, and not half a file', async () => {
    known.file = { ...known.file!, sha256: 'b'.repeat(64) };
    for (const response of [await download(office), await packaged(office)])
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        404,
        'file.unknown',
      ]);
  });
});
