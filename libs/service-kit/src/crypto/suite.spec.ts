import { expect, test } from 'vitest';
import { suite, suiteOf } from './suite.js';

const key = suite.makeKey();
const plain = Buffer.from('举报内容😀');
const sealed = suite.seal(key, plain, 'here');

test('what is sealed opens with its key and in its place only', () => {
  expect(suite.open(key, sealed, 'here').equals(plain)).toBe(true);
  expect(() => suite.open(key, sealed, 'there')).toThrow('unable to authenticate');
  expect(() => suite.open(suite.makeKey(), sealed, 'here')).toThrow('unable to authenticate');
});

test('it names its suite first, and a suite that is not known here is refused by its number', () => {
  expect(suiteOf(sealed[0])).toBe(suite);
  for (const unknown of [0, 2, 255, undefined]) expect(() => suiteOf(unknown)).toThrow('unknown suite');
  const renamed = Buffer.concat([Buffer.of(2), sealed.subarray(1)]);
  expect(() => suite.open(key, renamed, 'here')).toThrow('another suite');
});

test('of which any byte was changed or cut off does not open', () => {
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => suite.open(key, changed, 'here')).toThrow('unable to authenticate');
    expect(() => suite.open(key, sealed.subarray(0, at), 'here')).toThrow(/./);
  }
});

test('the same words are sealed differently every time, and none of them shows', () => {
  expect(suite.seal(key, plain, 'here').equals(sealed)).toBe(false);
  expect(sealed.includes(plain)).toBe(false);
});

test('AES-256-GCM, HMAC-SHA-256 and HKDF agree with what is published of them', () => {
  // NIST GCM test case 14, RFC 4231 test case 1, RFC 5869 test case 3 (its first 32 bytes).
  const zero = (bytes: number) => Buffer.alloc(bytes);
  expect(suite.encrypt(zero(32), zero(12), zero(16), '').toString('hex')).toBe(
    'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
  );
  expect(suite.mac(Buffer.alloc(20, 0x0b), 'Hi There').toString('hex')).toBe(
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
  const derived = suite.derive(Buffer.alloc(22, 0x0b), zero(0), '');
  expect(derived.toString('hex')).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d');
});
