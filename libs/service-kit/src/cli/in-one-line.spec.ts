import { expect, test } from 'vitest';
import { inOneLine } from './in-one-line.js';

test('a document that is named to wipe the screen, to begin a line of its own or to read backwards is told as it is named', () => {
  expect(inOneLine('\x1b[2J\x1b[H案卷: whole\r\n')).toBe('\\u{1b}[2J\\u{1b}[H案卷: whole\\u{d}\\u{a}');
  expect(inOneLine('0001 \u202efdp.exe')).toBe('0001 \\u{202e}fdp.exe');
  expect(inOneLine('文件/0002 第2件（𠮷村）.pdf is missing')).toBe('文件/0002 第2件（𠮷村）.pdf is missing');
});
