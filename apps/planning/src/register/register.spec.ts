import { describe, expect, test } from 'vitest';
import * as organization from '../organization/organization.js';
import { kindChoices } from './entries.js';
import { asTakenOut, faultsOf, filled, on, organizationsOf } from './register.fixture.js';
import { registerTemplateColumns } from './template.js';

describe('a register with Chinese titles', () => {
  const text = [
    '代码,名称,类别,上级代码,村社类型,分类,主要负责人,任职日期',
    '330381,瑞安市,县,,,,,',
    '330381001,安阳街道,乡镇（街道）,330381,,,演示丙001,2016年12月1日',
    '330381001001,演示社区,村,330381001,社区,城市社区,,',
    'K001,演示高速公路工程,重点工程,330381,,,,',
    'Z001,演示开发区,开发区,330381,,,,',
  ].join('\n');

  test('is read in again as it was taken out of the system, and nothing changes (ALL-5)', () => {
    const registered = organizationsOf(text);
    const { counts } = filled(asTakenOut(registered), registered);
    expect(counts).toEqual({ rows: 5, registered: 0, known: 5 });
    expect(organizationsOf(asTakenOut(registered))).toMatchObject(
      registered.map(({ code, name, kind, villageType, category, headName, headSince }) => {
        return { code, name, kind, villageType, category, headName, headSince };
      }),
    );
  });

  test('registers every organization below its parent, wherever the parent stands in the file', () => {
    const [county, township, village] = organizationsOf(text) as [
      organization.Organization,
      organization.Organization,
      organization.Organization,
    ];
    expect(county).toMatchObject({ kind: 'county', parentId: null });
    expect(township).toMatchObject({ kind: 'township', parentId: county.id });
    expect(village).toMatchObject({ villageType: 'community', category: '城市社区', parentId: township.id });
    const lines = text.split('\n');
    const upsideDown = organizationsOf([lines[0]!, ...lines.slice(1).reverse()].join('\n'));
    expect(upsideDown.find(({ code }) => code === 'K001')!.parentId).toBe(upsideDown.at(-1)!.id);
  });

  test('registers key projects and development zones without a division code (RA17-1, WH17-12)', () => {
    const others = organizationsOf(text).slice(3);
    expect(others.map(({ kind, divisionCode }) => [kind, divisionCode])).toEqual([
      ['keyProject', null],
      ['zone', null],
    ]);
  });

  test('records the head and since when, in the journal without the name', () => {
    const { state, facts } = filled(text).organizations[1]!;
    expect(state).toMatchObject({ headName: '演示丙001', headSince: '2016-12-01' });
    expect(facts.map(({ contract }) => contract.name)).toEqual([
      'planning.organization.registered',
      'planning.organization.headChanged',
    ]);
    expect(JSON.stringify(facts)).not.toContain('演示丙');
  });
});

test('the statistical divisions come as they are: level is the kind, the code is the division, a community is told by its name', () => {
  const text =
    'code,name,level,parent_code\n330381001,安阳街道,township,\n330381001001,演示社区居委会,village,330381001\n330381001201,演示村委会,village,330381001\n';
  expect(
    organizationsOf(text).map(({ kind, villageType, divisionCode }) => [kind, villageType, divisionCode]),
  ).toEqual([
    ['township', null, '330381001'],
    ['village', 'community', '330381001001'],
    ['village', 'village', '330381001201'],
  ]);
});

describe('a file that is wrong', () => {
  test('is refused with every fault at once, each with row and column as the file names them', () => {
    const text = [
      '代码,名称,类别,上级代码,村社类型,任职日期',
      'a1,,县,,,',
      'a1,演示乙,县,,,',
      'a2,演示丙,公司,a1,村,2016-13-01',
      '坏 码,演示丁,村,zz,,',
      ',演示戊,村,a1,,',
    ].join('\n');
    expect(faultsOf(text)).toEqual([
      '2 名称 cell-missing',
      '3 代码 code-twice',
      '4 类别 cell-unknown',
      '4 村社类型 organization.village-type-of-no-village',
      '4 任职日期 cell-malformed',
      '5 代码 cell-malformed',
      '5 上级代码 parent-unknown',
      '6 代码 cell-missing',
    ]);
  });

  test('names every row of a circle, and no row that only hangs from it', () => {
    const text =
      'code,name,kind,parent_code\na,甲,county,c\nb,乙,county,a\nc,丙,county,b\nd,丁,county,d\ne,戊,county,a\n';
    expect(faultsOf(text)).toEqual(['2', '3', '4', '5'].map((row) => `${row} parent_code cycle`));
  });

  test('names a column that nobody would read, one that comes twice and one that is missing', () => {
    expect(faultsOf('code,名称,备注,代码\na,甲,乙,丙\n')).toEqual([
      '1 代码 column-twice',
      '1 备注 column-unknown',
      '1 类别 column-missing',
    ]);
  });

  test('answers five hundred faults and says how many there are', () => {
    const rows = Array.from({ length: 700 }, (_, index) => `c${index},,county`);
    const text = ['code,name,kind', ...rows].join('\n');
    expect(faultsOf(text)).toHaveLength(500);
    expect(() => filled(text)).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ total: 700 }) }),
    );
  });

  test('names what the system fills where a row is new, and a parent without its code', () => {
    const text = [
      '代码,名称,类别,上级代码,上级组织,状态,登记日期,结束日期,并入',
      'a1,演示县,县,,,在册,2010-01-01,,',
      'a2,演示镇,乡镇,,演示县,,,2016-01-01,演示县',
      'a3,演示村,村,a2,演示镇,已撤销,,,',
    ].join('\n');
    expect(faultsOf(text)).toEqual([
      '2 登记日期 of-system-blank',
      '3 上级组织 parent-by-code',
      '3 结束日期 of-system-blank',
      '3 并入 of-system-blank',
      '4 状态 code-ended',
    ]);
  });

  test('without any row is refused', () => {
    expect(() => filled('')).toThrow('table.empty');
  });
});

describe('codes that are registered already', () => {
  const text = 'code,name,kind,parent_code\nt,演示镇,township,\nv,演示村,village,t\n';
  const registered = filled(text).organizations.map(({ state }) => state);

  test('are passed over and counted where the row says the same', () => {
    const { counts, organizations } = filled(`${text}w,演示新村,village,t\n`, registered);
    expect(counts).toEqual({ rows: 3, registered: 1, known: 2 });
    expect(organizations.map(({ state }) => [state.code, state.parentId])).toEqual([
      ['w', registered[0]!.id],
    ]);
  });

  test('are refused, cell by cell, where the row says something else', () => {
    expect(faultsOf(text.replace('演示村', '演示新村'), registered)).toEqual(['3 name registered-otherwise']);
    expect(faultsOf(text.replace('village,t', 'village,v'), registered)).toContain(
      '3 parent_code registered-otherwise',
    );
  });

  test('of an organization that ended are no longer free, nor can anything new hang from it', () => {
    const ended = registered.map((one) => organization.dissolve(one, on).state);
    expect(faultsOf('code,name,kind,parent_code\nt,演示镇,township,\nw,演示村,village,v\n', ended)).toEqual([
      '2 code code-ended',
      '3 parent_code parent-ended',
    ]);
  });
});

test('every kind that the template offers is understood', () => {
  const rows = kindChoices.map((kind, index) => `c${index},演示,${kind}`);
  expect(organizationsOf(['代码,名称,类别', ...rows].join('\n'))).toHaveLength(kindChoices.length);
});

test('the example of the template is a row as it should be', () => {
  const titles = registerTemplateColumns.map(({ title }) => title);
  const example = registerTemplateColumns.map(({ example: cell }) => cell);
  expect(titles.filter((title) => !/^\p{Script=Han}+$/u.test(title))).toEqual([]);
  const parent = titles.map(
    (title) => ({ 代码: '330381001', 名称: '演示镇', 类别: '乡镇（街道）' })[title] ?? '',
  );
  const text = [titles, parent, example].map((cells) => cells.join(',')).join('\n');
  expect(organizationsOf(text)).toMatchObject([
    { kind: 'township' },
    { kind: 'village', headName: '演示甲' },
  ]);
});
