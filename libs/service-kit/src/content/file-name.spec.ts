import { expect, test } from 'vitest';
import { nameToSave } from './file-name.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test.each([
  ['照片.JPG', 'image/jpeg', '照片.JPG'],
  ['照片.jpeg', 'image/jpeg', '照片.jpeg'],
  ['名单.hta', 'text/csv', '名单.hta.csv'],
  ['名单.csv.bat', 'text/csv', '名单.csv.bat.csv'],
  ['清单.csv ', 'text/csv', '清单.csv .csv'],
  ['决定', 'application/pdf', '决定.pdf'],
  ['底稿.docm', WORD, '底稿.docm.docx'],
  ['页面.html', 'text/html', '页面.html.bin'],
])('a file called %s, of the kind %s, is saved as %s', (name, mediaType, saved) => {
  expect(nameToSave({ name, mediaType })).toBe(saved);
});
