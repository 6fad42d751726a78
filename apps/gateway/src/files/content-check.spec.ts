import { expect, test } from '@jest/globals';
import { allContracts } from '@xuncha/contracts';
import { contentCheck } from './content-check.js';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const zip = Buffer.concat([
  Buffer.from('PK\x03\x04'),
  Buffer.alloc(26),
  Buffer.from('[Content_Types].xml'),
  Buffer.alloc(50),
]);
/** 代码,名称 in the encoding that Excel saves in on a Chinese Windows. */
const gb18030 = Buffer.from('b4fac2eb2cc3fbb3c60a', 'hex');

function check(mediaType: string, content: Buffer, pieces: number) {
  const one = contentCheck(mediaType);
  for (let start = 0; start < content.length; start += pieces)
    one.chunk(content.subarray(start, start + pieces));
  one.end();
}

test.each([1, 2, 3, 1000])(
  'a CSV in UTF-8 or GB18030 is text, and an Excel file is one, in pieces of %i bytes',
  (pieces) => {
    const utf8 = Buffer.from('代码,名称\n330381,演示村😀\n');
    expect(() => check('text/csv', utf8, pieces)).not.toThrow();
    expect(() => check('text/csv', gb18030, pieces)).not.toThrow();
    expect(() => check(EXCEL, zip, pieces)).not.toThrow();
  },
);

test.each([
  ['application/pdf', Buffer.from('%PDF-1.7\n…')],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip],
])('evidence of the type %s is known by its content, in pieces of any size', (mediaType, content) => {
  for (const pieces of [1, 3, 1000]) expect(() => check(mediaType, content, pieces)).not.toThrow();
  expect(() => check(mediaType, Buffer.from('MZ a program'), 5)).toThrow('file.not-what-it-says');
});

test.each([
  ['an archive that says it is CSV', 'text/csv', zip],
  ['a picture that says it is CSV', 'text/csv', Buffer.from('89504e470d0a1a0affff', 'hex')],
  ['half a character at the end', 'text/csv', Buffer.from('代码').subarray(0, 5)],
  ['a CSV that says it is Excel', EXCEL, Buffer.from('a,b\n')],
  ['an archive that is no Office document', EXCEL, Buffer.concat([zip.subarray(0, 30), Buffer.alloc(100)])],
  ['nothing that says it is Excel', EXCEL, Buffer.alloc(0)],
])('%s is not what it says', (_, mediaType, content) => {
  expect(() => check(mediaType, content, 7)).toThrow('file.not-what-it-says');
});

test('every media type that a contract takes can be told by its content', () => {
  const types = allContracts().flatMap((contract) => (contract.kind === 'file' ? contract.mediaTypes : []));
  for (const type of types) expect(() => contentCheck(type)).not.toThrow();
  expect(() => contentCheck('application/x-msdownload')).toThrow('file.media-type');
});
