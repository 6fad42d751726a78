import { expect, test } from 'vitest';
import { groupsOf, headlines, shownFigure, wordsOf, type Figure } from './figures.js';

const figure = (indicator: string, more: Partial<Figure> = {}): Figure => ({
  indicator,
  sentence: '已有巡察组进驻的村（社区）数，一村只计一次',
  unit: 'count',
  value: 3,
  ...more,
});

test.each([
  ['joint.findings', '联动、交叉与提级'],
  ['countyLevel.findings', '各县（市、区）报送'],
  ['organizationsInspected.village', '巡察覆盖'],
  ['poverty.lossRecovered', '整改成效'],
  ['poverty.personsJudicial', '线索与处理'],
  ['routine.violationFindings', '发现问题'],
  ['trainees', '队伍'],
  ['somethingNew', '其他'],
])('%s stands under %s', (indicator, title) => {
  expect(groupsOf([figure(indicator)])).toEqual([{ title, figures: [figure(indicator)] }]);
});

test.each([
  [{ value: 1234 }, '1,234', ''],
  [{ unit: 'percent', value: 6 }, '6', '%'],
  [{ unit: 'fen', value: 52_600_000_000 }, '5.26', '亿元'],
  [{ unit: 'fen', value: 31_456_742 }, '31.46', '万元'],
  [{ value: 0, step: 5 }, '少于 5', ''],
  [{ value: 10, step: 5 }, '10–14', ''],
] as const)('%j is read as %s%s', (more, number, unit) => {
  expect(shownFigure(figure('x', more))).toEqual({ number, unit });
});

test.each([
  ['已移交的问题线索数，合并的只计一次', '已移交的问题线索数', '合并的只计一次'],
  ['整改中追回的资金合计（不含乡镇自巡）', '整改中追回的资金合计', '不含乡镇自巡'],
  ['期末在册的村（社区）数', '期末在册的村（社区）数', ''],
  [
    '各县（市、区）报送的合计：被立案的人数，一人只计一次',
    '被立案的人数',
    '一人只计一次；各县（市、区）报送的合计',
  ],
])('%s says first what is counted', (sentence, what, how) => {
  expect(wordsOf(figure('x', { sentence }))).toEqual([what, how]);
});

test('a leader sees first what there is of coverage, findings, rectification, money and people, in that order', () => {
  const figures = ['personsFiled', 'hearings.total', 'moneyRecovered', 'findings', 'villageCoveragePercent'];
  const shown = headlines(figures.map((indicator) => figure(indicator)));
  expect(shown.map(([{ name }]) => name)).toEqual(['村（社区）覆盖率', '发现问题', '追回资金', '立案']);
});
