import { expect, test } from 'vitest';
import { kindOf, refuseUnreadable, Unshown, whyOf } from './file-kind.js';

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const why = (content: Uint8Array) => {
  try {
    refuseUnreadable(content);
    return 'shown';
  } catch (error) {
    return whyOf(error);
  }
};

test.each([
  ['image/png', 'picture'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word'],
  ['text/csv', 'text'],
  ['application/zip', undefined],
  ['text/html', undefined],
  ['image/svg+xml', undefined],
])('%s is shown as %s', (mediaType, kind) => expect(kindOf(mediaType)).toBe(kind));

test.each([
  ['an archive, which Office files are', Buffer.from('PK\x03\x04'), 'shown'],
  ['a file of Word 97', Buffer.concat([compound, Buffer.from('WordDocument', 'utf16le')]), 'olderOffice'],
  ['a file behind a password', Buffer.concat([compound, Buffer.from('EEncryptedPackage', 'utf16le')]), 'encrypted'],
  ['nothing', Buffer.alloc(0), 'shown'],
])('%s is %3$s', (_, content, says) => expect(why(content)).toBe(says)); // oxfmt-ignore

test('whatever a reader stumbles over is a broken file, unless it says better', () => {
  expect(whyOf(new Error('invalid distance'))).toBe('broken');
  expect(whyOf(new Unshown('tooMuch'))).toBe('tooMuch');
});
