import { expect, test } from 'vitest';
import { allContracts } from '@xuncha/contracts';
import { strToU8, zipSync } from 'fflate';
import { contentCheck } from './content-check.js';
import { EXCEL, WORD } from './office-check.js';

const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') };
const archive = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files));
const zip = archive(parts);
const pdf = Buffer.from('%PDF-1.7\n…\n%%EOF\n');
const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
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
  ['application/pdf', pdf],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/png', png],
  ['image/webp', Buffer.from('RIFF\x1a\0\0\0WEBPVP8L', 'latin1')],
  [WORD, zip],
])('evidence of the type %s is known by its content, in pieces of any size', (mediaType, content) => {
  for (const pieces of [1, 3, 1000]) expect(() => check(mediaType, content, pieces)).not.toThrow();
  expect(() => check(mediaType, Buffer.from('MZ a program'), 5)).toThrow('file.not-what-it-says');
});

test.each([
  ['an archive that says it is CSV', 'text/csv', zip],
  ['a picture that says it is CSV', 'text/csv', Buffer.from('89504e470d0a1a0affff', 'hex')],
  ['half a character at the end', 'text/csv', Buffer.from('代码').subarray(0, 5)],
  ['a CSV that says it is Excel', EXCEL, Buffer.from('a,b\n')],
  ['an archive that is no Office document', EXCEL, archive({ 'a.txt': strToU8('a') })],
  ['half an Excel file', EXCEL, zip.subarray(0, zip.length / 2)],
  ['an Excel file with something before it', EXCEL, Buffer.concat([Buffer.from('MZ'), zip])],
  ['an Excel file with something behind it', EXCEL, Buffer.concat([zip, Buffer.from('MZ')])],
  ['an Excel file with an entry that its directory does not list', EXCEL, smuggled()],
  ['an Excel file whose directory calls an entry otherwise', EXCEL, relabelled()],
  ['nothing that says it is Excel', EXCEL, Buffer.alloc(0)],
])('%s is not what it says', (_, mediaType, content) => {
  expect(() => check(mediaType, content, 7)).toThrow('file.not-what-it-says');
});

test.each([
  ['a picture that is a PDF as well', 'image/png', Buffer.concat([png, pdf])],
  ['a picture that is an archive as well', 'image/png', Buffer.concat([png, zip])],
  ['a PDF that is an archive as well', 'application/pdf', Buffer.concat([pdf, zip])],
  ['an archive whose end hides behind a comment', 'application/pdf', Buffer.concat([pdf, zip, Buffer.alloc(65_000)])],
  ['a table that is a PDF as well', 'text/csv', Buffer.from('代码,名称\n%PDF-1.7\n')],
])('%s is two kinds of file', (_, mediaType, content) => {
  for (const pieces of [7, 100_000]) expect(() => check(mediaType, content, pieces)).toThrow('file.two-kinds');
}); // oxfmt-ignore

test.each(['word/vbaProject.bin', 'xl/activeX/activeX1.xml'])(
  'a document with %s holds a program',
  (name) => {
    const content = archive({ ...parts, [name]: strToU8('x') });
    expect(() => check(WORD, content, 100)).toThrow('file.program-inside');
  },
);

test('an Office file that is locked by a password, or from before 2007, is told what to do', () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  expect(() => check(EXCEL, old, 3)).toThrow('file.old-or-locked');
});

test.each(['heic', 'heix', 'mif1'])(
  'a photo in HEIC (%s) is told what to do, whatever it is called',
  (brand) => {
    const photo = Buffer.concat([Buffer.from(`\0\0\0\x18ftyp${brand}`), Buffer.alloc(600)]);
    for (const type of ['image/jpeg', 'image/webp']) expect(() => check(type, photo, 5)).toThrow('file.heic');
  },
);

test('a document that unpacks to gigabytes is refused while it streams, whatever sizes it states', () => {
  const bomb = archive({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(() => check(EXCEL, bomb, 64 * 1024)).toThrow('file.unpacks-too-large');
});

test('a document whose directory states gigabytes is refused, however little came', () => {
  const stating = Buffer.from(zip);
  stating.writeUInt32LE(3_000_000_000, stating.indexOf('PK\x01\x02') + 24);
  expect(() => check(EXCEL, stating, 100)).toThrow('file.unpacks-too-large');
});

test('a document of more entries than any has is refused while it streams', () => {
  expect(() => contentCheck(EXCEL).chunk(crowded())).toThrow('file.not-what-it-says');
});

/** What was looked at as harmless would be opened as a program. */
function relabelled(): Buffer {
  const content = archive({ ...parts, 'xl/vbaProject.pdf': strToU8('x') });
  content.write('xl/vbaProject.bin', content.lastIndexOf('xl/vbaProject.pdf'));
  return content;
}

/** Each costs thirty bytes, and to unpack sixty thousand took the process for itself for ten seconds. */
function crowded(): Buffer {
  const entry = Buffer.alloc(31, 'a');
  Buffer.from('504b03040a00'.padEnd(52, '0') + '01000000', 'hex').copy(entry);
  return Buffer.concat(Array.from({ length: 11_000 }, () => entry));
}

/** Two archives' entries with the directory of one. */
function smuggled(): Buffer {
  const hidden = archive({ 'hidden.xml': strToU8('<hidden/>') });
  return Buffer.concat([hidden.subarray(0, hidden.indexOf('PK\x01\x02')), zip]);
}

test('every media type that a contract takes can be told by its content', () => {
  const types = allContracts().flatMap((contract) =>
    contract.kind === 'file' && contract.direction === 'up' ? contract.mediaTypes : [],
  );
  for (const type of types) expect(() => contentCheck(type)).not.toThrow();
  expect(() => contentCheck('application/x-msdownload')).toThrow('file.media-type');
});
