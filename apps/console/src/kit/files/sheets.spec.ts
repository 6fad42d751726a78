import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { areHidden, cutOff, loosened, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, shownBook } from './sheets.js';

const day = new Date('2026-03-01T00:00:00Z');
const rows = (count: number) => Array.from({ length: count }, (_, index) => [index]);

test('cells are shown as they are read, empty ones as nothing and days without an hour', () => {
  const { sheets } = shownBook([
    { sheet: '台账', data: [['名称', null], [0.1, true], [day, new Date('2026-03-01T08:30:00Z')]] },
  ]);
  expect(sheets[0]!.rows).toEqual([['名称', ''], ['0.1', 'true'], ['2026-03-01', '2026-03-01 08:30']]);
  expect(cutOff(sheets[0]!)).toBeUndefined();
}); // oxfmt-ignore

test('a large sheet is shown by its beginning, and that is said', () => {
  const wide = Array.from({ length: MOST_COLUMNS + 1 }, () => '列');
  const { sheets } = shownBook([{ sheet: '台账', data: [wide, ...rows(MOST_ROWS)] }]);
  expect(sheets[0]!.rows).toHaveLength(MOST_ROWS);
  expect(sheets[0]!.rows[0]).toHaveLength(MOST_COLUMNS);
  expect(cutOff(sheets[0]!)).toBe(
    '这里只显示前 300 行（共 301 行）、前 60 列（共 61 列），其余请下载后查看。',
  );
});

test('of a book with many sheets the first are shown, and it is known how many there are', () => {
  const book = shownBook(rows(MOST_SHEETS + 5).map(([index]) => ({ sheet: `表${index}`, data: [] })));
  expect([book.sheets.length, book.sheetCount]).toEqual([MOST_SHEETS, MOST_SHEETS + 5]);
});

test('only the tables of an archive are unpacked, and none that says it is larger than a file may be', () => {
  const parts = { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/media/image1.png': strToU8('picture') };
  expect(Object.keys(unzipSync(new Uint8Array(loosened(zipSync(parts)))))).toEqual(['xl/workbook.xml']);
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(65 * 1024 * 1024) }, { level: 0 });
  expect(() => loosened(bomb)).toThrow('tooMuch');
  expect(() => loosened(strToU8('no archive'))).toThrow('invalid zip data');
});

test('a sheet that Excel keeps out of sight is told apart', () => {
  const sheets = '<sheets><sheet name="甲" r:id="r1"/><sheet name="选项" state="hidden" r:id="r2"/></sheets>';
  const book = zipSync({ 'xl/workbook.xml': strToU8(`<workbook>${sheets}</workbook>`) });
  expect(areHidden(book)).toEqual([false, true]);
});
