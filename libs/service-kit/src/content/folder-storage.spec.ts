import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newId } from '@xuncha/domain-kit';
import { placeFrom, type Place } from './content-place.fixture.js';
import { UploadsInParts } from './uploads-in-parts.js';

let place: Place;
const limit = { maxBytes: 1_000_000, pass: { chunk: () => undefined, end: () => undefined } };

beforeAll(() => {
  place = placeFrom({});
});
afterAll(() => place.leave());

async function written(text: string): Promise<{ sha256: string; path: string }> {
  const stream = async function* () {
    yield await Promise.resolve(Buffer.from(text));
  };
  const { sha256 } = await place.store.write(stream(), limit);
  return { sha256, path: join(place.folder, 'content', sha256.slice(0, 2), sha256) };
}

test('a file in the folder is not for others to read', async () => {
  const { path } = await written('线索内容');
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('what a killed process left half written is gone a day later; what is being written now is not', async () => {
  const { sha256, path: old } = await written('旧文件');
  const pathOf = (name: string) => join(place.folder, 'content', name);
  const then = new Date(Date.now() - 25 * 3_600_000);
  for (const name of ['draft-left', 'draft-on-its-way']) writeFileSync(pathOf(name), '半份');
  for (const path of [pathOf('draft-left'), old]) utimesSync(path, then, then);
  await place.store.sweep();
  const left = await place.names();
  expect(left).not.toContain('draft-left');
  expect(left).toEqual(expect.arrayContaining(['draft-on-its-way', sha256]));
});

test('a file that is there and cannot be read is not called unknown', async () => {
  const { sha256, path } = await written('读不出来的文件');
  const aside = `${dirname(path)}-aside`;
  renameSync(dirname(path), aside);
  writeFileSync(dirname(path), '不是文件夹');
  await expect(place.store.bytesOf({ sha256 })).rejects.toThrow('service.storage-away');
  await expect(place.store.bytesOf({ sha256: '0'.repeat(64) })).rejects.toThrow('file.unknown');
});

/** The limit of the process stands for that of a disk: to whoever writes they are the same. */
describe.runIf(process.platform === 'linux')('where there is no more room', () => {
  const leave = (room: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${room}:unlimited`]);
  const content = randomBytes(500_000);
  async function* sent() {
    yield await Promise.resolve(content);
  }
  afterEach(() => leave('unlimited'));

  test('a file is not taken, that is said, and nothing of it stays; afterwards it is', async () => {
    const before = await place.names();
    leave(100_000);
    await expect(place.store.write(sent(), limit)).rejects.toThrow('service.storage-full');
    expect(await place.names()).toEqual(before);
    leave('unlimited');
    const { sha256 } = await place.store.write(sent(), limit);
    expect(await place.store.bytesOf({ sha256 })).toBe(content.length);
  });

  test('an upload in parts stays where it was, and goes on when there is', async () => {
    const uploads = new UploadsInParts({ dataFolder: place.folder, keyFolder: join(place.folder, 'keys') });
    const who = { account: newId(), site: '330381' };
    const said = { contract: 'a', name: '照片.png', mediaType: 'image/png', keepPosition: false };
    const { id } = await uploads.begin(who, { ...said, bytes: content.length });
    leave(100_000);
    const refused = uploads.append(await uploads.find(who, id), sent());
    await expect(refused).rejects.toThrow('service.storage-full');
    leave('unlimited');
    const found = await uploads.find(who, id);
    expect(found.offset).toBe(0);
    expect(await uploads.append(found, sent())).toMatchObject({ offset: content.length });
  });
});
