import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentStore } from './content-store.js';

let folder: string;
let store: ContentStore;
const anything = { chunk: () => undefined, end: () => undefined };
const limit = { maxBytes: 1_000_000, pass: anything };
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-content-'));
  store = new ContentStore({ dataFolder: folder, keyFolder: join(folder, 'keys') });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function* inChunks(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < content.length; start += size) yield content.subarray(start, start + size);
}
const pathOf = (sha256: string) => join(folder, 'content', sha256.slice(0, 2), sha256);
const stored = () =>
  readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true }).filter((it) => it.isFile());

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 400_000])(
  'a file of %i bytes comes back as it was, in whatever pieces it arrived',
  async (size) => {
    const content = Buffer.alloc(size, '巡察');
    const written = await store.write(inChunks(content, 10_007), limit);
    expect(written).toEqual({ sha256: hashOf(content), bytes: size });
    expect((await store.readWhole(written, 1_000_000)).equals(content)).toBe(true);
  },
);

test('any span is read without what stands before it', async () => {
  const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
  const { sha256 } = await store.write(inChunks(content, 50_000), limit);
  expect(await store.bytesOf({ sha256 })).toBe(content.length);
  // The first segment of 64 KiB is spoiled, and only who reads it notices.
  const sealed = readFileSync(pathOf(sha256));
  sealed[100]! ^= 1;
  writeFileSync(pathOf(sha256), sealed);
  const spanOf = async (start: number, end: number) => {
    const chunks: Buffer[] = [];
    for await (const chunk of store.read({ sha256 }, { start, end })) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  for (const [start, end] of [
    [65_536, 65_537],
    [65_536, 131_072],
    [131_071, 131_073],
    [70_000, 200_000],
    [199_999, 200_000],
  ] as const)
    expect((await spanOf(start, end)).equals(content.subarray(start, end))).toBe(true);
  await expect(spanOf(65_535, 65_537)).rejects.toThrow(/authenticate/);
});

test('what stands in the folder is not readable without the key, nor by others', async () => {
  const content = Buffer.from('线索内容'.repeat(100));
  const { sha256 } = await store.write(inChunks(content, 99), limit);
  expect(readFileSync(pathOf(sha256)).includes('线索')).toBe(false);
  expect(statSync(pathOf(sha256)).mode & 0o077).toBe(0);
});

test('the same content is stored once', async () => {
  const content = Buffer.from('同一份文件');
  await Promise.all([store.write(inChunks(content, 3), limit), store.write(inChunks(content, 4), limit)]);
  const count = stored().length;
  await store.write(inChunks(content, 5), limit);
  expect(stored()).toHaveLength(count);
});

test('a file that is too large is refused while it streams, and nothing of it stays', async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 50_000;
      yield Buffer.alloc(50_000);
    }
  }
  const before = stored().length;
  await expect(store.write(endless(), limit)).rejects.toThrow('file.too-large');
  expect(read).toBeLessThan(1_200_000);
  expect(stored()).toHaveLength(before);
});

test('a file that its reader refuses is not stored', async () => {
  const before = stored().length;
  const refusing = {
    chunk: () => undefined,
    end: () => {
      throw new Error('no');
    },
  };
  await expect(store.write(inChunks(Buffer.from('x'), 1), { ...limit, pass: refusing })).rejects.toThrow(
    'no',
  );
  expect(stored()).toHaveLength(before);
});

test('what a killed process left half written is gone a day later; what is being written now is not', async () => {
  const { sha256 } = await store.write(inChunks(Buffer.from('旧文件'), 2), limit);
  const place = (name: string) => join(folder, 'content', name);
  const then = new Date(Date.now() - 25 * 3_600_000);
  for (const name of ['draft-left', 'draft-on-its-way']) writeFileSync(place(name), '半份');
  for (const path of [place('draft-left'), pathOf(sha256)]) utimesSync(path, then, then);
  await store.sweep();
  const left = stored().map(({ name }) => name);
  expect(left).not.toContain('draft-left');
  expect(left).toEqual(expect.arrayContaining(['draft-on-its-way', sha256]));
});

test('a file that nobody uploaded is unknown, and so is anything that is not a hash', async () => {
  for (const sha256 of ['0'.repeat(64), '../../keys/content.key'])
    await expect(store.readWhole({ sha256, bytes: 1 }, 10)).rejects.toThrow('file.unknown');
});

test('of the files that a command names, one that was never uploaded or is of another length is refused', async () => {
  const named = async (text: string) => ({
    ...(await store.write(inChunks(Buffer.from(text), 5), limit)),
    mediaType: 'text/csv',
    name: `${text}.csv`,
  });
  const [one, other] = [await named('凭证'), await named('签字表')];
  await expect(store.refuseUnknown([one, other])).resolves.toBeUndefined();
  await expect(store.refuseUnknown([one, { ...other, sha256: 'a'.repeat(64) }])).rejects.toThrow(
    'file.unknown',
  );
  await expect(store.refuseUnknown([one, { ...other, bytes: 1 }])).rejects.toThrow('file.changed');
});

test('a changed byte, a cut and a swap of segments are noticed', async () => {
  const content = Buffer.alloc(300_000, 'ab');
  const { sha256, bytes } = await store.write(inChunks(content, 65_536), limit);
  const path = pathOf(sha256);
  const good = readFileSync(path);
  const read = () => store.readWhole({ sha256, bytes }, 1_000_000);

  const flipped = Buffer.from(good);
  flipped[1000]! ^= 1;
  writeFileSync(path, flipped);
  await expect(read()).rejects.toThrow(/authenticate/);

  writeFileSync(path, good);
  truncateSync(path, 36 + 65_552 * 2);
  await expect(read()).rejects.toThrow(/authenticate/);

  const [first, second] = [good.subarray(36, 36 + 65_552), good.subarray(36 + 65_552, 36 + 65_552 * 2)];
  writeFileSync(path, Buffer.concat([good.subarray(0, 36), second, first, good.subarray(36 + 65_552 * 2)]));
  await expect(read()).rejects.toThrow(/authenticate/);
});
