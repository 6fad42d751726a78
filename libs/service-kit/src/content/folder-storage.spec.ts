import { afterAll, beforeAll, expect, test } from 'vitest';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeFrom, type Place } from './content-place.fixture.js';

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
