import { expect, test } from 'vitest';
import { EXCEL, linesOf } from './lines.js';
import { sheetOf } from './sheet.js';

test('what is written out is read in again alike: codes with zeros, blank cells, rare characters, no formulas', async () => {
  const rows = [
    ['007', '演示𠮷一', null],
    ['008', '=1+1', '财务、审计'],
  ];
  const content = await sheetOf(['人员编号', '姓名', '专长'], rows);
  expect(await linesOf(content, EXCEL)).toEqual([
    { row: 1, cells: ['人员编号', '姓名', '专长'] },
    { row: 2, cells: ['007', '演示𠮷一', ''] },
    { row: 3, cells: ['008', '=1+1', '财务、审计'] },
  ]);
});
