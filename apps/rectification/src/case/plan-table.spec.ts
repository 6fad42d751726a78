import { expect, test } from 'vitest';
import { DomainError, type Line } from '@xuncha/domain-kit';
import { planRowsOf, planTable } from './plan-table.js';

const findings = [
  { findingId: 'f1', title: '账目未公开' },
  { findingId: 'f2', title: '补贴多领' },
];
/** No cell of these holds a comma. */
const linesIn = (...rows: string[]): Line[] =>
  rows.map((line, index) => ({ row: index + 1, cells: line.split(',') }));
const header = '序号,问题,整改措施,责任人,整改期限';

function faultsOf(...rows: string[]): string[] {
  try {
    planRowsOf(linesIn(header, ...rows), findings);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'table.rows-invalid') throw error;
    const { errors } = error.facts as { errors: { row: number; column: string; code: string }[] };
    return errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
  }
  return [];
}

test('a plan that was given out is read in alike, each measure under its finding', () => {
  const rows = planRowsOf(
    linesIn(
      header,
      '1,账目未公开,公开账目,演示甲,2017/6/30',
      '2,补贴多领,退回补贴,演示乙,2017-07-31',
      '2,,公示退款,演示乙,2017年8月1日',
    ),
    findings,
  );
  expect(rows.map(({ findingId, dueOn }) => [findingId, dueOn])).toEqual([
    ['f1', '2017-06-30'],
    ['f2', '2017-07-31'],
    ['f2', '2017-08-01'],
  ]);
  const table = planTable(findings, rows).map((cells) => cells.join(','));
  expect(planRowsOf(linesIn(header, ...table), findings)).toEqual(rows);
});

test('a finding without a measure is a row to be filled in, which says nothing as long as it is blank', () => {
  const table = planTable(findings, []).map((cells) => cells.join(','));
  expect(table).toEqual(['1,账目未公开,,,', '2,补贴多领,,,']);
  expect(planRowsOf(linesIn(header, ...table), findings)).toEqual([]);
  expect(faultsOf('1,账目已公开,,,', '5,补贴多领,,,')).toEqual([
    '2 问题 plan-table.other-finding',
    '3 序号 table.cell-unknown',
  ]);
});

test('everything that is wrong is told at once: a number of no finding, or of another one than beside it', () => {
  expect(
    faultsOf(
      '3,账目未公开,公开账目,演示甲,2017-06-30',
      '1,补贴多领,退回,演示甲,2017-06-30',
      '2,补贴多领,退回,,月底',
      ',,退回,演示甲,2017-06-30',
    ),
  ).toEqual([
    '2 序号 table.cell-unknown',
    '3 问题 plan-table.other-finding',
    '4 责任人 table.cell-missing',
    '4 整改期限 table.cell-malformed',
    '5 序号 table.cell-missing',
  ]);
});
