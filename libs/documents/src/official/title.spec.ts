import { expect, test } from 'vitest';
import { titleLines } from './title.js';

const broken = (text: string, ...names: string[]) => titleLines(text, { width: 20.1, names });

test('a title that fits stands on one line', () => {
  expect(broken('关于巡察演示镇党委的反馈意见')).toEqual(['关于巡察演示镇党委的反馈意见']);
});

test('a longer one breaks between words, and not within the name of whom it is about', () => {
  expect(broken('试点市综合行政执法局党委巡察反馈问题清单', '试点市综合行政执法局党委')).toEqual([
    '试点市综合行政执法局党委',
    '巡察反馈问题清单',
  ]);
  expect(broken('关于巡察试点市综合行政执法局党委的反馈意见', '试点市综合行政执法局党委')).toEqual([
    '关于巡察试点市综合行政执法局党委的',
    '反馈意见',
  ]);
});

test('no date is broken', () => {
  expect(broken('2017年4月1日至2017年4月30日巡察工作情况')).toEqual([
    '2017年4月1日至2017年4月30日',
    '巡察工作情况',
  ]);
});

test('no line begins with 的 or ends with 和, and none of three is a waist', () => {
  const lines = broken(
    '关于进一步规范限额以下村级小额工程招标投标管理和工程建设质量安全监督检查工作的巡察建议书',
  );
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).not.toMatch(/^[的和]/);
    expect(line).not.toMatch(/(关于|和)$/);
  }
  expect(lines[1]!.length).toBeGreaterThanOrEqual(Math.min(lines[0]!.length, lines[2]!.length));
});

test('what has the length of a text is left to Word', () => {
  const text = '村级工程招投标管理'.repeat(20);
  expect(broken(text)).toEqual([text]);
});
