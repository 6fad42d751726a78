import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Vault } from './vault.js';

const folder = mkdtempSync(join(tmpdir(), 'xuncha-vault-'));
afterAll(() => rmSync(folder, { recursive: true }));
const vault = new Vault(folder);
const place = 'onsite.petition.1.content';

test('what is sealed opens in its own place only, with the key of its own site', () => {
  const sealed = vault.seal('330381', place, '举报内容😀');
  expect(vault.open('330381', place, sealed)).toBe('举报内容😀');
  expect(() => vault.open('330381', 'onsite.petition.2.content', sealed)).toThrow(/authenticate/);
  expect(() => vault.open('330382', place, sealed)).toThrow(/authenticate/);
});

test('the same words are sealed differently every time, and none of them shows', () => {
  const [one, other] = [vault.seal('330381', place, 'secret'), vault.seal('330381', place, 'secret')];
  expect(one.equals(other)).toBe(false);
  expect(one.includes('secret')).toBe(false);
});

test('a sealed value of which any byte was changed does not open', () => {
  const sealed = vault.seal('330381', place, 'x');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => vault.open('330381', place, changed)).toThrow(/authenticate|unknown format/);
  }
});

test('a value can be found again by its keyed hash, in its own site only', () => {
  const hash = vault.searchHash('330381', '13800000000');
  expect(vault.searchHash('330381', '13800000000').equals(hash)).toBe(true);
  expect(vault.searchHash('330382', '13800000000').equals(hash)).toBe(false);
});

test('another process with the same key folder opens it', () => {
  const sealed = vault.seal('330381', place, 'x');
  expect(new Vault(folder).open('330381', place, sealed)).toBe('x');
});
