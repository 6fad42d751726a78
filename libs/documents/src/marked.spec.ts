import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { EXCEL, linesOf } from './lines.js';
import { markedCopy, type Remark } from './marked.js';
import { workbookOf } from './sheet/workbook.js';

const remarks: readonly Remark[] = [
  { row: 1, column: '名字', text: '不认识这一列。' },
  { row: 1, column: '类别', text: '缺少这一列。' },
  { row: 3, column: '代码', text: '此格的格式不正确。' },
  { row: 3, column: '名字', text: '此格必填。' },
];
async function copied(content: Buffer, mediaType: string, given = remarks): Promise<Buffer> {
  const chunks = [];
  for await (const chunk of markedCopy({ content, mediaType, remarks: given })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
function parts(content: Buffer) {
  const files = unzipSync(content);
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
  const notes = strFromU8(files['xl/comments1.xml']!);
  const noted = [...notes.matchAll(/<comment ref="(\w+)".*?preserve">(.*?)<\/t>/gs)].map(([, at, text]) => [
    at,
    text,
  ]);
  return { sheet, noted };
}

test('of a CSV a workbook comes back: alike but for what is marked, and each row says what to mend', async () => {
  const csv = Buffer.from('代码,名字\n007,"演示\n村"\n1.23E+17,\n\n=1+1,@甲\n');
  const lines = await linesOf(csv, 'text/csv');
  const copy = await copied(
    csv,
    'text/csv',
    remarks.map((it) => ({ ...it, row: it.row === 3 ? 4 : 1 })),
  );
  // What we put there is not read.
  const [head, ...rows] = await linesOf(copy, EXCEL);
  expect(head!.cells).toEqual(['代码', '名字', '类别']);
  expect(rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, 2) }))).toEqual(lines.slice(1));
  const { sheet, noted } = parts(copy);
  expect(sheet).toContain('代码：此格的格式不正确。\n名字：此格必填。');
  expect(noted).toEqual([
    ['B1', '不认识这一列。'],
    ['C1', '缺少这一列。'],
    ['D1', expect.stringContaining('直接上传这个文件')],
    ['A4', '此格的格式不正确。'],
    ['B4', '此格必填。'],
  ]);
});

test('what is unmended is as wrong as before: lost digits, errors and merged cells come back so', async () => {
  const merged = [{ row: 2, index: 0, rows: 2, columns: 1 }];
  const rows = [
    ['3.30381E+17', '#N/A'],
    ['', '乙'],
  ];
  const columns = [{ title: '代码' }, { title: '名字' }];
  const content = await workbookOf([{ name: '表', columns, rows, merged }]);
  const before = await linesOf(content, EXCEL);
  expect(before[1]!.merged).toEqual([{ index: 0, rows: 2, columns: 1 }]);
  const copy = await copied(content, EXCEL);
  const lines = await linesOf(copy, EXCEL);
  expect(lines.map(({ cells, ...line }) => ({ ...line, cells: cells.slice(0, 2) }))).toEqual(before);
  // And once more: remarks are not heaped up.
  expect(await linesOf(await copied(copy, EXCEL), EXCEL)).toEqual(lines);
});

test('an example in a template is nobody', async () => {
  const csv = Buffer.from('代码,名称\n（示例）330381001,演示村\n1,村\n');
  expect((await linesOf(csv, 'text/csv')).map(({ row }) => row)).toEqual([1, 3]);
});
