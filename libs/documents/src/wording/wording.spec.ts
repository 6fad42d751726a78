import { describe, expect, test } from 'vitest';
import { check, fill, type Fields } from './fill.js';
import { parse } from './parse.js';

const known: Fields = {
  文号: '试巡反〔2017〕3号',
  意见: '公开不及时。',
  抄送: '',
  问题: [{ 标题: '未公开', 依据: '第九条' }],
};
const written = (wording: string, fields: Fields = known) => fill(parse('letter.txt', wording), fields);
const bare = { rows: [], widths: [], heights: [], filledIn: [] };
const refused =
  (wording: string, needed: string[] = []) =>
  () =>
    check('letter.txt', parse('letter.txt', wording), { known, needed });
const refusal = (code: string, facts: object) =>
  expect.objectContaining({ code, facts: { file: 'letter.txt', ...facts } });

test('a clerk writes the words, the system fills in what stands in double braces', () => {
  expect(written('# 说明\n\n【标题】反馈意见\n【正文】\n{{文号}}：\n  意见是{{ 意见 }}\n')).toEqual([
    { ...bare, mark: '标题', texts: ['反馈意见'] },
    {
      ...bare,
      mark: '正文',
      texts: ['试巡反〔2017〕3号：', '意见是公开不及时。'],
      filledIn: ['试巡反〔2017〕3号', '公开不及时。'],
    },
  ]);
});

test('a row to be written in by hand is as high as the wording says', () => {
  const [table] = written('【表格】30 70\n| 收到日期 | |\n| 办理情况 | | 40');
  expect(table).toMatchObject({
    rows: [
      ['收到日期', ''],
      ['办理情况', ''],
    ],
    heights: [0, 40],
  });
});

test('what a clerk indents by is left out, the room for a year to be written in is not', () => {
  const wording = '【正文】\n　　现予督办。\n【落款】\n　　　　年　　月　　日\n{{文号}}';
  const [body, signature] = written(wording, { ...known, 文号: '　　　　年　　月　　日' });
  expect(body!.texts).toEqual(['现予督办。']);
  expect(signature!.texts).toEqual(['　　　　年　　月　　日', '　　　　年　　月　　日']);
});

test('lines for each are repeated and counted, also as rows of a table', () => {
  const [text, table] = written(
    '【正文】\n{{每个 问题}}\n{{序号}}.{{标题}}\n{{完}}\n【清单】20 80\n|序号|问题|\n{{每个 问题}}\n|{{序号}}|{{标题}}，{{依据}}|\n{{完}}',
    {
      ...known,
      问题: [
        { 标题: '甲', 依据: '一' },
        { 标题: '乙', 依据: '二' },
      ],
    },
  );
  expect(text!.texts).toEqual(['1.甲', '2.乙']);
  expect(table).toMatchObject({
    widths: [20, 80],
    rows: [
      ['序号', '问题'],
      ['1', '甲，一'],
      ['2', '乙，二'],
    ],
  });
});

test('lines for what may be missing are left out with it', () => {
  const wording = '【正文】\n{{如有 抄送}}\n抄送{{抄送}}\n{{完}}\n{{如有 问题}}\n有问题\n{{完}}';
  expect(written(wording)[0]!.texts).toEqual(['有问题']);
  expect(written(wording, { ...known, 抄送: '纪委', 问题: [] })[0]!.texts).toEqual(['抄送纪委']);
});

test('what a field says is never read as wording', () => {
  const 意见 = '【标题】假的\n{{文号}}\n| a | b |\n# 不是说明';
  const parts = written('【正文】\n{{意见}}\n【清单】50 50\n|{{意见}}|{{文号}}|', { ...known, 意见 });
  expect(parts.map(({ mark }) => mark)).toEqual(['正文', '清单']);
  expect(parts[0]!.texts).toEqual(意见.split('\n'));
  expect(parts[1]!.rows).toEqual([[意见, '试巡反〔2017〕3号']]);
});

describe('a wording is refused', () => {
  test('that asks for what the form does not have, by the name of it', () => {
    expect(refused('【正文】\n{{文号}}{{姓名}}')).toThrow(
      refusal('form.field-unknown', { line: 2, blank: '姓名' }),
    );
    expect(refused('【正文】\n{{标题}}')).toThrow(refusal('form.field-unknown', { line: 2, blank: '标题' }));
    expect(refused('【正文】\n{{问题}}')).toThrow(refusal('form.field-unknown', { line: 2, blank: '问题' }));
    expect(refused('【正文】\n{{每个 文号}}\n{{完}}')).toThrow(
      refusal('form.field-unknown', { line: 2, blank: '文号' }),
    );
  });
  test('that leaves out what the form needs, by the name of it', () => {
    expect(refused('【正文】\n{{意见}}', ['文号'])).toThrow(refusal('form.field-missing', { blank: '文号' }));
    expect(refused('【正文】\n{{文号}}', ['文号'])).not.toThrow();
  });
  test('with a mark that there is not', () => {
    expect(refused('【题目】反馈')).toThrow(refusal('form.mark-unknown', { line: 1, mark: '题目' }));
  });
  test.each([
    ['a brace left open', '【正文】\n{{文号', 2],
    ['words before any mark', '文号', 1],
    ['an end without a beginning', '【正文】\n{{完}}', 2],
    ['a beginning without an end', '【正文】\n{{每个 问题}}', 2],
    ['a row that is none', '【清单】50 50\n文号', 2],
    ['columns that do not make a hundred', '【清单】50 40', 1],
    ['more cells than columns', '【清单】50 50\n|一|二|三|', 2],
  ])('with %s', (_, wording, line) => {
    expect(refused(wording)).toThrow(refusal('form.malformed', { line }));
  });
});
