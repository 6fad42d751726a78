import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@xuncha/domain-kit';
import { UploadsInParts, type Upload, type Uploader } from './uploads-in-parts.js';

let folder: string;
let uploads: UploadsInParts;
const content = Buffer.alloc(3_000_000, '底稿附件');
const announced = {
  contract: 'onsite.evidence.upload',
  name: '照片.jpg',
  mediaType: 'image/jpeg',
  bytes: content.length,
  keepPosition: false,
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-uploads-'));
  uploads = again();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As another gateway, or the same after it was killed, finds them. */
const again = () => new UploadsInParts({ dataFolder: folder, keyFolder: join(folder, 'keys') });
const somebody = (): Uploader => ({ account: newId(), site: '330381' });
const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name));

async function* sent(from: number, to: number, breaks = false) {
  for (let start = from; start < to; start += 65_536)
    yield content.subarray(start, Math.min(to, start + 65_536));
  if (breaks) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}
async function whole(upload: Upload): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of uploads.read(upload)) parts.push(part);
  return Buffer.concat(parts);
}

test('an upload that was broken off goes on, in another process, from what came before the break', async () => {
  const who = somebody();
  const { id } = await uploads.begin(who, announced);
  await expect(uploads.append(await uploads.find(who, id), sent(0, 1_300_000, true))).rejects.toThrow(
    'aborted',
  );
  const found = await again().find(who, id);
  expect(found).toMatchObject({ offset: 1_300_000, announced });
  const end = await again().append(found, sent(1_300_000, content.length));
  expect((await whole(end)).equals(content)).toBe(true);
});

test('nothing on the disk tells what is uploaded, what it is called or by whom', async () => {
  const who = somebody();
  const begun = await uploads.begin(who, announced);
  await uploads.append(begun, sent(0, content.length));
  const files = filesIn(begun.folder);
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) {
    const bytes = readFileSync(path);
    for (const text of ['底稿附件', '照片', 'jpeg', who.account, who.site])
      expect((path + bytes.toString()).includes(text)).toBe(false);
    expect(statSync(path).mode & 0o077).toBe(0);
  }
});

test('nobody else finds it, nor the same person in another site', async () => {
  const who = somebody();
  const { id } = await uploads.begin(who, announced);
  for (const other of [somebody(), { ...who, site: '330382' }])
    await expect(uploads.find(other, id)).rejects.toThrow('upload.unknown');
  for (const no of [newId(), '../..', ''])
    await expect(uploads.find(who, no)).rejects.toThrow('upload.unknown');
});

test('of two that go on from the same place, one does and the other is told from where', async () => {
  const who = somebody();
  const begun = await uploads.begin(who, announced);
  const both = await Promise.allSettled([
    uploads.append(begun, sent(0, 900_000)),
    uploads.append(begun, sent(0, 900_000)),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'upload.offset', facts: { offset: 900_000 } },
  });
  expect((await whole(await uploads.find(who, begun.id))).equals(content.subarray(0, 900_000))).toBe(true);
});

test('more than was announced is not taken', async () => {
  const begun = await uploads.begin(somebody(), { ...announced, bytes: 100_000 });
  await expect(uploads.append(begun, sent(0, 200_000))).rejects.toThrow('upload.longer-than-said');
});

test('what it came to is answered again, and its parts are gone', async () => {
  const who = somebody();
  const begun = await uploads.append(await uploads.begin(who, announced), sent(0, content.length));
  const file = {
    sha256: 'a'.repeat(64),
    bytes: content.length,
    mediaType: announced.mediaType,
    name: announced.name,
  };
  await uploads.finish(begun, file);
  expect(await again().find(who, begun.id)).toMatchObject({ file, offset: content.length });
  expect(filesIn(begun.folder).some((path) => path.includes('part-'))).toBe(false);
  await expect(whole(begun)).rejects.toThrow('upload.unknown');
});

test('a day after its last part it is gone; one that still moves is not', async () => {
  const who = somebody();
  const old = await uploads.begin(who, announced);
  const young = await uploads.begin(who, announced);
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(old.folder, yesterday, yesterday);
  await expect(uploads.find(who, old.id)).rejects.toThrow('upload.unknown');
  await uploads.sweep();
  expect(readdirSync(join(old.folder, '..'))).toEqual([young.id]);
});

test('whoever leaves too many unfinished loses the one that moved longest ago, and none that was finished', async () => {
  const who = somebody();
  const begun: Upload[] = [];
  for (let number = 0; number < 9; number++) {
    const upload = await uploads.begin(who, { ...announced, bytes: 0 });
    const then = new Date(Date.now() - 3_600_000 + number * 60_000);
    if (number === 0)
      await uploads.finish(upload, { sha256: 'b'.repeat(64), bytes: 0, mediaType: 'x', name: 'x' });
    utimesSync(upload.folder, then, then);
    begun.push(upload);
  }
  const last = await uploads.begin(who, announced);
  const left = new Set(readdirSync(join(last.folder, '..')));
  expect(begun.map(({ id }) => left.has(id))).toEqual([
    true,
    false,
    ...Array.from({ length: 7 }, () => true),
  ]);
});
