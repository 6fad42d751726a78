import { afterAll, beforeAll, expect, test } from 'vitest';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bucketFrom } from './bucket-settings.js';

let folder: string;
const named = { XC_S3_ENDPOINT: 'https://storage.invalid:9000', XC_S3_BUCKET: 'xuncha' };
const all = { ...named, XC_S3_KEY_ID: 'key', XC_S3_SECRET: 'secret' };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-bucket-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('an installation that names no bucket keeps its files in the folder', () => {
  expect(bucketFrom({})).toBeUndefined();
  expect(bucketFrom({ XC_S3_ENDPOINT: '', XC_S3_BUCKET: '' })).toBeUndefined();
});

test('a bucket is named by its address, and stands in the path unless told otherwise', () => {
  const expected = {
    endpoint: 'https://storage.invalid:9000',
    bucket: 'xuncha',
    keyId: 'key',
    secret: 'secret',
  };
  expect(bucketFrom(all)).toEqual({ ...expected, region: 'us-east-1', isPathStyle: true });
  const told = { XC_S3_REGION: 'cn-north-1', XC_S3_PATH_STYLE: '0' };
  expect(bucketFrom({ ...all, ...told })).toEqual({ ...expected, region: 'cn-north-1', isPathStyle: false });
});

test('its secret may stand in a file, which its owner alone reads', () => {
  const path = join(folder, 'secret');
  writeFileSync(path, 'from the file\n', { mode: 0o600 });
  const told = { ...named, XC_S3_KEY_ID: 'key', XC_S3_SECRET_FILE: path };
  expect(bucketFrom(told)?.secret).toBe('from the file');
  chmodSync(path, 0o644);
  expect(() => bucketFrom(told)).toThrow('chmod 600');
});

test.each<[string, NodeJS.ProcessEnv, RegExp]>([
  ['an address without a bucket', { XC_S3_ENDPOINT: 'https://a' }, /together/],
  ['a bucket without an address', { XC_S3_BUCKET: 'a' }, /together/],
  ['what is no address', { ...all, XC_S3_ENDPOINT: 'storage:9000' }, /https:/],
  ['nobody to sign as', { ...named, XC_S3_SECRET: 'secret' }, /XC_S3_KEY_ID/],
  ['no secret to sign with', { ...named, XC_S3_KEY_ID: 'key' }, /XC_S3_SECRET/],
  ['a style that is none', { ...all, XC_S3_PATH_STYLE: 'yes' }, /XC_S3_PATH_STYLE/],
  ['a plain address where all is TLS', { ...all, XC_S3_ENDPOINT: 'http://a', XC_TLS_CA: 'ca.crt' }, /TLS/],
])('%s is told at the start', (_, told, says) => {
  expect(() => bucketFrom(told)).toThrow(says);
});
