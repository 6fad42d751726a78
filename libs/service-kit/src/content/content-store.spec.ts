// What holds for files wherever they are kept: in a folder, and by `npm run test:s3` in a bucket.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { newId } from '@xuncha/domain-kit';
import { placeFrom, type Place } from './content-place.fixture.js';

let place: Place;
const anything = { chunk: () => undefined, end: () => undefined };
const limit = { maxBytes: 1_000_000, pass: anything };
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

beforeAll(() => {
  place = placeFrom(process.env);
});
afterAll(() => place.leave());

async function* inChunks(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < content.length; start += size) yield content.subarray(start, start + size);
}

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 400_000])(
  'a file of %i bytes comes back as it was, in whatever pieces it arrived',
  async (size) => {
    const content = Buffer.alloc(size, '巡察');
    const written = await place.store.write(inChunks(content, 10_007), limit);
    expect(written).toEqual({ sha256: hashOf(content), bytes: size });
    expect((await place.store.readWhole(written, 1_000_000)).equals(content)).toBe(true);
  },
);

test('any span is read without what stands before it', async () => {
  const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
  const { sha256 } = await place.store.write(inChunks(content, 50_000), limit);
  expect(await place.store.bytesOf({ sha256 })).toBe(content.length);
  // The first segment of 64 KiB is spoiled, and only who reads it notices.
  const sealed = await place.sealed(sha256);
  sealed[100]! ^= 1;
  await place.replace(sha256, sealed);
  const spanOf = async (start: number, end: number) => {
    const chunks: Buffer[] = [];
    for await (const chunk of place.store.read({ sha256 }, { start, end })) chunks.push(chunk);
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

test('what is kept is not readable without the key', async () => {
  const content = Buffer.from('线索内容'.repeat(100));
  const { sha256 } = await place.store.write(inChunks(content, 99), limit);
  expect((await place.sealed(sha256)).includes('线索')).toBe(false);
});

test('the same content is stored once', async () => {
  const content = Buffer.from('同一份文件');
  await Promise.all([
    place.store.write(inChunks(content, 3), limit),
    place.store.write(inChunks(content, 4), limit),
  ]);
  const count = (await place.names()).length;
  await place.store.write(inChunks(content, 5), limit);
  expect(await place.names()).toHaveLength(count);
});

test('a file that is too large is refused while it streams, and nothing of it stays', async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 50_000;
      yield Buffer.alloc(50_000);
    }
  }
  const before = (await place.names()).length;
  await expect(place.store.write(endless(), limit)).rejects.toThrow('file.too-large');
  expect(read).toBeLessThan(1_200_000);
  expect(await place.names()).toHaveLength(before);
});

test('a file that its reader refuses is not stored', async () => {
  const before = (await place.names()).length;
  const refusing = {
    chunk: () => undefined,
    end: () => {
      throw new Error('no');
    },
  };
  await expect(
    place.store.write(inChunks(Buffer.from('x'), 1), { ...limit, pass: refusing }),
  ).rejects.toThrow('no');
  expect(await place.names()).toHaveLength(before);
});

test('a file that nobody uploaded is unknown, and so is anything that is not a hash', async () => {
  for (const sha256 of ['0'.repeat(64), '../../keys/content.key'])
    await expect(place.store.readWhole({ sha256, bytes: 1 }, 10)).rejects.toThrow('file.unknown');
});

test('a file is named by whoever uploaded it, in the site and as the kind that it was uploaded as; nobody else learns that it is there', async () => {
  const by = { account: newId(), site: '330381' };
  const uploaded = async (text: string, mediaType: string, as = by) => {
    const file = { ...(await place.store.write(inChunks(Buffer.from(text), 5), limit)), mediaType };
    await place.store.noteUploader(as, file);
    return file;
  };
  const named = (as: { account: string | null; site: string }, ...files: Awaited<ReturnType<typeof uploaded>>[]) =>
    place.store.refuseForeign(as, files);
  const [one, other] = [await uploaded('凭证', 'text/csv'), await uploaded('签字表', 'image/png')];
  await expect(named(by, one, other)).resolves.toBeUndefined();
  const foreign: readonly Parameters<typeof named>[] = [
    [{ ...by, account: newId() }, one],
    [{ ...by, site: '330382' }, one],
    [by, one, { ...other, mediaType: 'text/csv' }],
    [by, { ...one, bytes: one.bytes + 1 }],
    [by, { ...one, sha256: 'a'.repeat(64) }],
  ];
  for (const naming of foreign) await expect(named(...naming)).rejects.toThrow('file.unknown');
  const second = { ...by, account: newId() };
  await uploaded('凭证', 'text/csv', second);
  for (const as of [by, second, { ...by, account: null }])
    await expect(named(as, one)).resolves.toBeUndefined();
  expect((await place.names()).join()).not.toMatch(new RegExp(`${by.account}|330381`));
}); // oxfmt-ignore

test('a changed byte, a cut and a swap of segments are noticed', async () => {
  const content = Buffer.alloc(300_000, 'ab');
  const { sha256, bytes } = await place.store.write(inChunks(content, 65_536), limit);
  const good = await place.sealed(sha256);
  const read = () => place.store.readWhole({ sha256, bytes }, 1_000_000);

  const flipped = Buffer.from(good);
  flipped[1000]! ^= 1;
  await place.replace(sha256, flipped);
  await expect(read()).rejects.toThrow(/authenticate/);

  await place.replace(sha256, good.subarray(0, 36 + 65_552 * 2));
  await expect(read()).rejects.toThrow(/authenticate/);

  const [first, second] = [good.subarray(36, 36 + 65_552), good.subarray(36 + 65_552, 36 + 65_552 * 2)];
  const swapped = [good.subarray(0, 36), second, first, good.subarray(36 + 65_552 * 2)];
  await place.replace(sha256, Buffer.concat(swapped as Buffer[]));
  await expect(read()).rejects.toThrow(/authenticate/);
});

test('a stream that breaks off leaves nothing', async () => {
  async function* broken() {
    yield Buffer.alloc(300_000);
    await Promise.reject(new Error('torn'));
  }
  const before = await place.names();
  await expect(place.store.write(broken(), limit)).rejects.toThrow('torn');
  expect(await place.names()).toEqual(before);
});

test('where files are kept is there', async () => {
  expect(await place.store.isThere()).toBe(true);
});
