import { describe, expect, test } from 'vitest';
import * as organization from '../organization/organization.js';
import { asTakenOut, faultsOf, filled, on, organizationsOf, type Present } from './register.fixture.js';

describe('a ledger that was taken out', () => {
  const text = [
    '代码,名称,类别,上级代码,村社类型,分类,主要负责人,任职日期',
    '330381,演示市,县,,,,,',
    '00123,演示镇,乡镇（街道）,330381,,,演示丙,2016-12-01',
    'v1,演示一村,村,00123,村,大村,演示丁,2016-12-01',
    'v2,演示二村,村,00123,村,,,',
    'v3,演示三村,村,00123,社区,,演示戊,2016-12-01',
  ].join('\n');
  const [county, township, first, second, third] = organizationsOf(text) as [
    Present,
    Present,
    Present,
    Present,
    Present,
  ];
  const vacant = organization.changeHead(third, null, on).state;
  const merged = organization.merge(second, first, on).state;
  const registered = [county, township, first, merged, { ...vacant, version: 3 }];
  /** With one cell of the row of this code rewritten. */
  const rewritten = (code: string, title: string, cell: string, present = registered) => {
    const [titles, ...rows] = asTakenOut(present)
      .split('\n')
      .map((line) => line.split(','));
    const row = rows.find((cells) => cells.includes(code))!;
    row[titles!.indexOf(title)] = cell;
    return [titles!, ...rows].map((cells) => cells.join(',')).join('\n');
  };

  test('with those that ended, and with posts that are vacant, is read in again and nothing changes', () => {
    const none = { counts: { rows: 5, registered: 0, known: 5 }, organizations: [], changes: [] };
    expect(filled(asTakenOut(registered), registered)).toEqual(none);
    const orphaned = [county, organization.dissolve(township, on).state, first];
    const onlyActive = asTakenOut(orphaned)
      .split('\n')
      .filter((line) => !line.includes('已撤销'))
      .join('\n');
    expect(filled(onlyActive, orphaned).counts).toEqual({ rows: 2, registered: 0, known: 2 });
  });

  test.each([
    ['名称', '演示新村', { name: '演示新村' }, ['changed']],
    ['上级代码', '330381', { parentId: county.id }, ['changed']],
    ['分类', '', { category: null }, ['changed']],
    ['主要负责人', '演示己', { headName: '演示己', headSince: '2016-12-01' }, ['headChanged']],
    ['任职日期', '2017-01-01', { headName: '演示丁', headSince: '2017-01-01' }, ['headChanged']],
  ])('changes by one cell of %s just that', (title, cell, change, events) => {
    const { counts, changes } = filled(rewritten('v1', title, cell), registered);
    expect(counts).toEqual({ rows: 5, registered: 0, known: 4 });
    expect(changes.map(({ state }) => state)).toEqual([{ ...first, version: 1, ...change }]);
    expect(changes[0]!.facts.map(({ contract }) => contract.name.split('.')[2])).toEqual(events);
    const after = registered.map((one) =>
      one === first ? ({ ...one, ...change, version: 2 } as Present) : one,
    );
    expect(filled(rewritten('v1', title, cell), after).changes).toEqual([]);
  });

  test.each([
    ['of one that ended', 'v2', '名称', '演示新村', '名称 code-ended'],
    ['that ended to one that has not', 'v2', '状态', '在册', '状态 ends-in-ledger'],
    ['to one that ended', 'v1', '状态', '已撤销', '状态 ends-in-ledger'],
    ['of the state to none', 'v1', '状态', '', '状态 ends-in-ledger'],
    ['of the day on which it ended', 'v2', '结束日期', '', '结束日期 ends-in-ledger'],
    ['of whom it was merged into', 'v2', '并入', '演示三村', '并入 ends-in-ledger'],
    ['of one that was merged into none', 'v2', '并入', '', '并入 ends-in-ledger'],
    ['of one that stands to one merged', 'v1', '并入', '演示三村', '并入 ends-in-ledger'],
    ['of the version to one to come', 'v1', '版本', '9', '版本 of-system'],
    ['of the code', 'v1', '代码', 'v9', '代码 code-changed'],
    ['of the parent to a name of nobody', 'v1', '上级组织', '演示新镇', '上级组织 parent-by-code'],
    ['of the parent to none by its name alone', 'v1', '上级组织', '', '上级组织 parent-by-code'],
    ['of the parent to none by its code alone', 'v1', '上级代码', '', '上级代码 parent-code-cleared'],
    ['of the day since when there is a head to none', 'v1', '任职日期', '', '任职日期 since-cleared'],
    ['of the day of registration', 'v1', '登记日期', '2010-01-01', '登记日期 of-system'],
    ['of the parent by its name alone', 'v1', '上级组织', '演示市', '上级组织 parent-by-code'],
    ['to a parent that ended', 'v1', '上级代码', 'v2', '上级代码 parent-ended'],
    ['to a parent below it', '00123', '上级代码', 'v1', '上级代码 cycle'],
    [
      'of the day since when there is a head to an earlier one',
      'v1',
      '任职日期',
      '2010-01-01',
      '任职日期 since-before-last',
    ],
    ['of a row that was changed since', 'v3', '分类', '城市社区', '分类 changed-since'],
  ])('refuses, at its cell, a change %s', (_, code, title, cell, fault) => {
    const present = registered.map((one) => (one.code === 'v3' ? { ...one, version: 4 } : one));
    const text = code === 'v3' ? rewritten(code, title, cell) : rewritten(code, title, cell, present);
    expect(faultsOf(text, present).map((one) => one.replace(/^\d+ /, ''))).toContain(fault);
  });

  test('keeps the old name of a parent that the same file renamed, also when the file comes again', () => {
    const text = rewritten('00123', '名称', '演示新镇');
    const { changes } = filled(text, registered);
    expect(changes.map(({ state }) => state.name)).toEqual(['演示新镇']);
    const after = registered.map((one) =>
      one === township ? { ...one, name: '演示新镇', version: 2 } : one,
    );
    expect(filled(text, after).counts).toEqual({ rows: 5, registered: 0, known: 5 });
  });

  test('moves a row to another parent by the code, whichever of the two names stands beside it', () => {
    for (const name of ['演示镇', '演示市', '']) {
      const [titles, ...rows] = rewritten('v1', '上级代码', '330381')
        .split('\n')
        .map((line) => line.split(','));
      rows.find((cells) => cells.includes('v1'))![titles!.indexOf('上级组织')] = name;
      const text = [titles!, ...rows].map((cells) => cells.join(',')).join('\n');
      expect(filled(text, registered).changes).toMatchObject([{ state: { parentId: county.id } }]);
    }
  });

  test('moves those above first, so that no step on the way is a circle', () => {
    const rows = asTakenOut([county, township, first])
      .split('\n')
      .map((line) => line.split(','));
    const at = (title: string) => rows[0]!.indexOf(title);
    for (const [row, parent] of [
      [2, 'v1'],
      [3, '330381'],
    ] as const)
      rows[row]![at('上级代码')] = parent;
    const { changes } = filled(rows.map((cells) => cells.join(',')).join('\n'), [county, township, first]);
    expect(changes.map(({ state }) => state.code)).toEqual(['v1', '00123']);
  });
});
