import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { secretFile } from './key-files.js';

const folder = mkdtempSync(join(tmpdir(), 'xuncha-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a secret is made once and is the same for whoever asks later', () => {
  expect(secretFile(folder, 'a.key')).toEqual(secretFile(folder, 'a.key'));
});

test.each([0o640, 0o604, 0o660])('a key file of mode %o is refused, because others can read it', (mode) => {
  const name = `${mode}.key`;
  secretFile(folder, name);
  chmodSync(join(folder, name), mode);
  expect(() => secretFile(folder, name)).toThrow(/can be read by others.*chmod 600/);
});
