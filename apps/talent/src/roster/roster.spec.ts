import { describe, expect, test } from 'vitest';
import { DomainError, parseDate, type Line } from '@xuncha/domain-kit';
import { changed, type Registered } from './known.js';
import { fill } from './roster.js';
import { rosterRows, rosterTitles } from './sheet.js';
import { rosterTemplateColumns } from './template.js';

const on = parseDate('2017-03-01');
const account = '01890a5d-ac96-774b-bcce-b302099a8057';
const organizations = new Map([
  ['U1', 'unit'],
  ['T1', 'town'],
]);
let serial = 0;
/** No cell of these holds a comma; the last line may end. */
const linesIn = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => ({ row: index + 1, cells: line.split(',') }));
function filled(text: string, registered: readonly Registered[] = []) {
  const steps = fill(linesIn(text), { registered, organizations }, on);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
const seal = (id: string, name: string) => Buffer.from(`${id}|${name}`);
/** With the name open again. */
const peopleOf = (text: string): Registered[] =>
  filled(text)
    .inspectors.map((make) => make(`id-${++serial}`, seal).state)
    .map((state) => ({ ...state, version: 1, name: state.name.toString().split('|')[1]! }));

const codes = new Map([...organizations].map(([code, id]) => [id, code]));
/** As a file; a cell of the first person may be rewritten in it. */
function writtenOut(people: readonly Registered[], to?: { title: string; cell: string }): string {
  const rows = rosterRows(people, codes).map((cells) => cells.map((cell) => cell ?? ''));
  if (to) rows[0]![rosterTitles.indexOf(to.title)] = to.cell;
  return [rosterTitles, ...rows].map((cells) => cells.join(',')).join('\n');
}

/** `row column code` of every fault. */
function faultsOf(text: string, registered: readonly Registered[] = []): string[] {
  try {
    filled(text, registered);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'table.rows-invalid') throw error;
    const { errors } = error.facts as { errors: { row: number; column: string; code: string }[] };
    return errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
  }
  return [];
}

const header = '人员编号,姓名,力量,库别,性别,出生日期,入党日期,单位代码,单位名称,籍贯代码,职级,专长,账号编号';
const row1 = `p1,演示甲001,相对固定,,女,1980-05-20,2005年7月1日,U1,,T1,乡科级正职,审计、财务,${account}`;
const row2 = 'p2,演示乙002,抽调,专家库,男,1975/1/2,,,演示大学,,县处级副职,政策,';
const text = [header, row1, row2].join('\n');

test('a roster registers everyone as a candidate, each with what the row says (HZP-5, SZ-7)', () => {
  const [one, other] = peopleOf(text);
  expect(one).toMatchObject({
    code: 'p1',
    name: '演示甲001',
    state: 'candidate',
    force: 'standing',
    expert: false,
    organizationId: 'unit',
    homeId: 'town',
    rank: 'section',
    specialities: ['audit', 'finance'],
    accountId: account,
    partySince: '2005-07-01',
  });
  expect(other).toMatchObject({ expert: true, organizationId: null, unit: '演示大学', born: '1975-01-02' });
});

test('what is written out is read in again as what it was', () => {
  const people = peopleOf(text);
  expect(filled(writtenOut(people), people)).toMatchObject({
    counts: { rows: 2, registered: 0, known: 2 },
    changes: [],
  });
});

test.each([
  ['姓名', '演示丁', {}],
  ['入党日期', '', { partySince: null }],
  ['专长', '法律', { specialities: ['law'] }],
  ['籍贯代码', '', { homeId: null }],
])('one cell of %s that is rewritten there changes just that', (title, cell, change) => {
  const people = peopleOf(text);
  const rewritten = writtenOut(people, { title, cell });
  const { counts, changes } = filled(rewritten, people);
  expect(counts).toEqual({ rows: 2, registered: 0, known: 1 });
  const [{ id, name: before, version: _, ...one }] = people as [Registered];
  const after = changed({ ...one, id, name: seal(id, before) }, changes[0]!, seal(id, 'new'), [], on).state;
  expect(after).toEqual({ ...one, ...change, id, name: seal(id, 'new') });
  expect(changes[0]!.name).toBe(title === '姓名' ? cell : undefined);
});

test('a cell that is rewritten there is refused where the record has changed since, or its own rules say no', () => {
  const people = peopleOf(text);
  const later = people.map((one) => ({ ...one, version: 2 }));
  expect(faultsOf(writtenOut(people, { title: '专长', cell: '法律' }), later)).toEqual([
    '2 专长 roster.changed-since',
  ]);
  const wrong = (title: string, cell: string) => faultsOf(writtenOut(people, { title, cell }), people);
  expect(wrong('职级', '县处级正职')).toEqual(['2 职级 roster.rank-by-promotion']);
  expect(wrong('单位名称', '演示局')).toEqual(['2 单位名称 inspector.unit-either']);
  expect(wrong('出生日期', '2015-01-01')).toEqual(['2 出生日期 roster.age']);
});

test('what no change of a record is, is told at its cell: the code, the version, no pool at all', () => {
  const people = peopleOf(text);
  const wrong = (title: string, cell: string) => faultsOf(writtenOut(people, { title, cell }), people);
  expect(wrong('人员编号', 'p9')).toContain('2 人员编号 roster.code-changed');
  expect(wrong('版本', '7')).toEqual(['2 版本 roster.version-of-system']);
  expect(wrong('库别', '')).toEqual(['2 库别 roster.pool-cleared']);
  expect(faultsOf(writtenOut(people))).toEqual([]);
});

test('everything that is wrong comes at once, with row and column, and no name in it', () => {
  const wrong = [
    header,
    row1.replace('演示甲001', ''),
    row2.replace('抽调', '长期借用'),
    row2.replace('p2', 'p3').replace('1975/1/2', '2010/1/2'),
    row2.replace('p2', 'p4').replace(',演示大学', ',').replace('政策', '政策 占卜'),
    row2.replace('p2', 'p5').replace(',,演示大学', ',U9,'),
    row2.replace('p2', 'p6').replace('演示大学', ''),
    row2.replace('p2', 'p7'),
    row2.replace('p2', 'p7'),
  ].join('\n');
  expect(faultsOf(wrong)).toEqual([
    '2 姓名 table.cell-missing',
    '3 力量 table.cell-unknown',
    '4 出生日期 roster.age',
    '5 专长 table.cell-unknown',
    '6 单位代码 talent.organization-unknown',
    '7 单位名称 inspector.unit-either',
    '9 人员编号 roster.code-twice',
  ]);
});

describe('people who are registered already', () => {
  const people = peopleOf(text);

  test('are passed over where the row says the same, also with fewer cells', () => {
    const fewer = `人员编号,姓名,力量,性别,出生日期,职级\np1,演示甲001,相对固定,女,1980-05-20,乡科级正职\n`;
    expect(filled(fewer, people).counts).toMatchObject({ registered: 0, known: 1 });
  });

  test('are refused, cell by cell, where the row says something else', () => {
    const otherwise = text.replace('审计、财务', '审计').replace('县处级副职', '县处级正职');
    expect(faultsOf(otherwise, people)).toEqual([
      '2 专长 roster.registered-otherwise',
      '3 职级 roster.registered-otherwise',
    ]);
  });

  test('keep their account: one account is one person (rules.md 17)', () => {
    expect(faultsOf(text.replace('p1,', 'p9,'), people)).toEqual(['2 账号编号 inspector.account-taken']);
    const twice = [header, row1, row1.replace('p1', 'p8')].join('\n');
    expect(faultsOf(twice)).toEqual(['3 账号编号 roster.account-twice']);
  });
});

test('the example of the template is a row as it should be, and what it offers is understood', () => {
  const titles = rosterTemplateColumns.map(({ title }) => title);
  const example = rosterTemplateColumns.map(({ example: cell }) => cell);
  const most = Math.max(...rosterTemplateColumns.map(({ choices = [] }) => choices.length));
  const offered = Array.from({ length: most }, (_, index) =>
    rosterTemplateColumns.map(({ choices, example: cell, title }) =>
      title === '人员编号' ? `p${index}` : (choices?.[index % choices.length] ?? cell),
    ),
  );
  const text = [titles, example, ...offered].map((cells) => cells.join(',')).join('\n');
  expect(faultsOf(text)).toEqual([]);
});
