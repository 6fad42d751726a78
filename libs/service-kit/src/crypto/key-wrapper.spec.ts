import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileKeyWrapper } from './key-wrapper.js';
import { suite } from './suite.js';

const folder = mkdtempSync(join(tmpdir(), 'xuncha-wrapper-'));
afterAll(() => rmSync(folder, { recursive: true }));
const wrapper = new FileKeyWrapper(folder);
const dataKey = suite.makeKey();
const site = '330381';
const first = { site, version: 1 };
let wrapped: Buffer;
beforeAll(async () => {
  await wrapper.newest(site);
  wrapped = await wrapper.wrap(first, dataKey, 'record.1');
});

test("a record's key unwraps with the key of its own site and version, as its own alone", async () => {
  expect((await wrapper.unwrap(first, wrapped, 'record.1')).equals(dataKey)).toBe(true);
  await expect(wrapper.unwrap(first, wrapped, 'record.2')).rejects.toThrow('unable to authenticate');
  await wrapper.newest('330382');
  const elsewhere = wrapper.unwrap({ site: '330382', version: 1 }, wrapped, 'record.1');
  await expect(elsewhere).rejects.toThrow('unable to authenticate');
});

test('another process finds the same key, and whoever is not its owner reads nothing', async () => {
  expect((await new FileKeyWrapper(folder).unwrap(first, wrapped, 'record.1')).equals(dataKey)).toBe(true);
  expect(statSync(join(folder, 'seal-330381-1.key')).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

test('nothing wraps by a key that is not here; none is made in its place', async () => {
  const unknown = { site, version: 9 };
  await expect(wrapper.wrap(unknown, dataKey, 'record.1')).rejects.toThrow('is not here');
  await expect(wrapper.unwrap(unknown, wrapped, 'record.1')).rejects.toThrow('is not here');
  expect(await wrapper.versions(site)).toEqual([1]);
});

test('versions are of one site alone, also where the name of another begins alike', async () => {
  await wrapper.newest('330381-7');
  await wrapper.newest('33038');
  expect(await wrapper.make(site)).toBe(2);
  expect(await wrapper.versions(site)).toEqual([1, 2]);
  expect(await wrapper.versions('330381-7')).toEqual([1]);
  expect(await wrapper.newest(site)).toBe(2);
});

test('a destroyed version is gone, here and in the folder', async () => {
  await wrapper.destroy(first);
  await expect(wrapper.unwrap(first, wrapped, 'record.1')).rejects.toThrow('is not here');
  expect(() => readFileSync(join(folder, 'seal-330381-1.key'))).toThrow('ENOENT');
  expect(await wrapper.make(site)).toBe(3);
});
