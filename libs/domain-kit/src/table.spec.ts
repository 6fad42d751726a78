import { expect, test } from 'vitest';
import { DomainError } from './refusal.js';
import { TableRow } from './table-row.js';
import { columnsOf, Faults } from './table.js';

const titles = { code: ['code', '编号'], words: ['words', '专长'], day: ['day', '日期'] };
const header = { row: 1, cells: ['* 编号', '', 'Words'] };
const columns = columnsOf<keyof typeof titles>(header, titles, [['code']]);
const vocabulary = new Map([
  ['财务', 'finance'],
  ['审计', 'audit'],
]);

function rowOf(...cells: string[]) {
  const faults = new Faults();
  return { faults, row: new TableRow(columns, { row: 2, cells }, faults) };
}

const dayColumns = columnsOf<keyof typeof titles>({ row: 1, cells: ['日期'] }, titles, [['day']]);
const rowOfDay = (cell: string) =>
  new TableRow(dayColumns, { row: 2, cells: [cell] }, new Faults()).date('day');

test('a column is known by any of its titles, whatever the case and marks', () => {
  expect(columns).toEqual({ code: { index: 0, title: '* 编号' }, words: { index: 2, title: 'Words' } });
});

test('several words are set apart by any mark, and each counts once', () => {
  const { row } = rowOf('a', '', '财务、审计， 财务;审计');
  expect(row.several('words', vocabulary)).toEqual(['finance', 'audit']);
  expect(row.sound).toBe(true);
});

test('a word that nobody knows is a fault of its cell, and the known ones are kept', () => {
  const { row, faults } = rowOf('a', '', '财务 占卜');
  expect(row.several('words', vocabulary)).toEqual(['finance']);
  expect(row.sound).toBe(false);
  const refused = () => faults.refuseAny();
  expect(refused).toThrow(DomainError);
  expect(refused).toThrow('table.rows-invalid');
});

test('what stands under no title is told once, by the letters of its column: nobody would read it', () => {
  const faults = new Faults();
  for (const row of [2, 3]) {
    const cells = ['a', 'b', '财务', ...Array.from({ length: 24 }, () => ''), '角落'];
    expect(new TableRow(columns, { row, cells }, faults).sound).toBe(false);
  }
  const errors = [
    { row: 2, column: '', code: 'table.cell-untitled', nearest: 'B' },
    { row: 2, column: '', code: 'table.cell-untitled', nearest: 'AB' },
  ];
  expect(() => faults.refuseAny()).toThrow(expect.objectContaining({ facts: { total: 2, errors } }));
});

test('a day is read however it is written, and no 30th of February', () => {
  for (const day of ['2016-12-01', '2016/12/1', '2016.12.1', '2016年12月1日', '20161201'])
    expect(rowOfDay(day)).toBe('2016-12-01');
  for (const day of ['2016-02-30', '2016121', '42705', '十二月']) expect(rowOfDay(day)).toBeNull();
});

test('a column that is not there is a blank cell in every row', () => {
  expect(rowOf('a').row.date('day')).toBeNull();
});

test('of a hundred thousand faults the first rows are answered, and how many there are', () => {
  const faults = new Faults();
  for (let row = 100_000; row > 0; row--) faults.add({ row, column: '编号', code: 'table.cell-missing' });
  const refused = () => faults.refuseAny();
  const errors = Array.from({ length: 500 }, (_, index) => expect.objectContaining({ row: index + 1 }));
  expect(refused).toThrow(expect.objectContaining({ facts: { total: 100_000, errors } }));
});

test('a first row that is no header is not repeated: a name may stand there', () => {
  const refused = () => columnsOf({ row: 1, cells: ['p1', '演示甲001'] }, titles, [['code']]);
  const errors = [
    { row: 1, column: '', code: 'table.no-header' },
    { row: 1, column: '编号', code: 'table.column-missing' },
  ];
  expect(refused).toThrow(expect.objectContaining({ facts: { total: 2, errors } }));
});

test('an unknown title is named with the one that is missing and most like it, if any is', () => {
  const near = { code: ['code', '编号'], since: ['since', '任职日期'], head: ['head', '负责人'] };
  const cells = ['编号', '负责人姓名', '任职时间', '备注'];
  const refused = () => columnsOf({ row: 1, cells }, near, []);
  const errors = [
    { row: 1, column: '负责人姓名', code: 'table.column-unknown-near', nearest: '负责人' },
    { row: 1, column: '任职时间', code: 'table.column-unknown-near', nearest: '任职日期' },
    { row: 1, column: '备注', code: 'table.column-unknown' },
  ];
  expect(refused).toThrow(expect.objectContaining({ facts: { total: 3, errors } }));
});

test.each([
  ['#N/A', 'table.cell-error'],
  ['#DIV/0!', 'table.cell-error'],
  ['3.30381E+17', 'table.digits-lost'],
  ['1.23E+17', 'table.digits-lost'],
  ['#1 村', null],
  ['1E+3', null],
  ['=1+1', null],
])('%s in a cell is %s', (text, code) => {
  const { row, faults } = rowOf('a', '', text);
  expect(row.sound).toBe(code === null);
  if (code === null) return expect(row.text('words')).toBe(text);
  // Whatever else would be said of it: nothing stands there.
  expect(row.needed('words', row.several('words', vocabulary))).toEqual([]);
  const errors = [{ row: 2, column: 'Words', code }];
  expect(() => faults.refuseAny()).toThrow(expect.objectContaining({ facts: { total: 1, errors } }));
});

test('of merged cells each that is read is a fault, in the header too', () => {
  const faults = new Faults();
  const merged = [{ index: 0, rows: 2, columns: 3 }];
  const row = new TableRow(columns, { row: 2, cells: ['a', '', ''], merged }, faults);
  expect(row.text('code')).toBeNull();
  const at = (column: string, line: number) => ({ row: line, column, code: 'table.merged' });
  const errors = [at('* 编号', 2), at('Words', 2)];
  expect(() => faults.refuseAny()).toThrow(expect.objectContaining({ facts: { total: 2, errors } }));
  expect(() => columnsOf({ ...header, merged }, titles, [])).toThrow(
    expect.objectContaining({ facts: { total: 1, errors: [at('* 编号', 1)] } }),
  );
});

test('a title as long as a book is named by its beginning', () => {
  const refused = () => columnsOf({ row: 1, cells: ['编号', '书'.repeat(100_000)] }, titles, []);
  const errors = [{ row: 1, column: '书'.repeat(60), code: 'table.column-unknown' }];
  expect(refused).toThrow(expect.objectContaining({ facts: { total: 1, errors } }));
});
