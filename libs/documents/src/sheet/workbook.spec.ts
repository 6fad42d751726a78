import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { EXCEL, linesOf } from '../lines.js';
import type { Cell } from './cells.js';
import type { Column } from './sheet.js';
import { workbook, workbookOf } from './workbook.js';

const written = async (columns: readonly Column[], rows: readonly (readonly Cell[])[]) =>
  workbookOf([{ name: '表', columns, rows }]);
const readBack = async (content: Buffer) => (await readWorkbook(content))[0]!.data;

/** A single column of texts, as it is read by whoever imports it. */
async function textsOf(texts: readonly string[]): Promise<unknown[]> {
  const content = await written(
    [{ title: '内容' }],
    texts.map((text) => [text]),
  );
  return (await readBack(content)).slice(1).map(([cell]) => cell);
}

describe('what is written is read back alike:', () => {
  test.each([
    ['codes with zeros', '007'],
    ['numbers of sixteen and more digits', '330381199001011234'],
    ['line breaks', '第一行\n第二行\r\n第三行'],
    ['characters of every plane', '演示𠮷一👩‍👩‍👧'],
    ['what looks like a formula', '=HYPERLINK("http://x.example","点我")'],
    ['what other programs take for a formula', '@SUM(A1) +1 -1'],
    ['marks of XML', `<b>"甲" & '乙'</b> ]]>`],
    ['control characters', '铃\u0007声\u0000\u001b[31m'],
    ['what is written like one', '_x0041_ 与 _x005F_'],
    ['what looks like a day', '2017-05-04'],
    ['a text as long as a cell', '长'.repeat(32_767)],
  ])('%s', async (_, text) => {
    expect(await textsOf([text, 'x'])).toEqual([text, 'x']);
  });

  test('spaces around a text', async () => {
    const content = await written([{ title: '内容' }], [['  缩进 ']]);
    expect(await readWorkbook(content, { trim: false })).toMatchObject([{ data: [['内容'], ['  缩进 ']] }]);
  });

  test('days, instants by the clock of China, numbers, and money in yuan', async () => {
    const columns: Column[] = [
      { title: '日期', kind: 'day' },
      { title: '时间', kind: 'instant' },
      { title: '数', kind: 'number' },
      { title: '金额', kind: 'money' },
    ];
    const rows = await readBack(
      await written(columns, [['2017-05-04', '2017-05-04T16:30:05.250Z', -12.5, 123_456]]),
    );
    expect(rows[1]).toEqual([new Date('2017-05-04'), expect.any(Date), -12.5, 1234.56]);
    expect((rows[1]![1] as unknown as Date).toISOString().slice(0, 19)).toBe('2017-05-05T00:30:05');
  });

  test.each<[Column['kind'], string | number]>([
    ['day', '2017-02-30'],
    ['day', '一七年五月'],
    ['day', '1899-01-01'],
    ['number', '约十个'],
    ['number', 12_345_678_901_234_567n.toString()],
  ])('in a column of the kind %s also what is none: %s', async (kind, value) => {
    const rows = await readBack(await written([{ title: '栏', kind }], [[value]]));
    expect(rows[1]).toEqual([value]);
  });

  test('rows with blanks, by whoever imports them', async () => {
    const content = await written(
      [{ title: '编号' }, { title: '姓名' }, { title: '专长' }],
      [
        ['007', null, '财务、审计'],
        ['008', '演示二', ''],
      ],
    );
    expect(await linesOf(content, EXCEL)).toEqual([
      { row: 1, cells: ['编号', '姓名', '专长'] },
      { row: 2, cells: ['007', '', '财务、审计'] },
      { row: 3, cells: ['008', '演示二', ''] },
    ]);
  });
});

test('a text longer than any cell is cut, and says so', async () => {
  const [text] = (await textsOf(['𠮷'.repeat(20_000)])) as string[];
  expect(text!.length).toBeLessThanOrEqual(32_767);
  expect(text).toMatch(/^𠮷+……（.*后略）$/u);
});

/** The parts of a file by their paths. */
const partsOf = (content: Buffer) =>
  Object.fromEntries(
    Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)] as const),
  );

test('no cell is ever a formula', async () => {
  const parts = partsOf(await written([{ title: '=1', kind: 'number' }], [['=1+1'], ['+1'], ['-1']]));
  expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<f>|t="str"/);
});

test('a faulty cell is coloured and says in a note what is wrong', async () => {
  const parts = partsOf(
    await written([{ title: '日期', kind: 'day' }], [[{ value: '2017-02-30', fault: '没有“这一天” <' }]]),
  );
  expect(parts['xl/comments1.xml']).toContain(
    'ref="A2" authorId="0"><text><t xml:space="preserve">没有“这一天” &lt;',
  );
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<legacyDrawing r:id="r1"/>');
  expect(parts['[Content_Types].xml']).toContain('/xl/comments1.xml');
});

test('what may be chosen opens as a list, from a sheet that nobody sees', async () => {
  const content = await written([{ title: '编号' }, { title: '类别', choices: ['乡镇', '部门'] }], []);
  const parts = partsOf(content);
  expect(parts['xl/worksheets/sheet1.xml']).toContain("<formula1>'选项'!$A$2:$A$3</formula1>");
  expect(parts['xl/worksheets/sheet1.xml']).toContain('sqref="B2:B1048576"');
  expect(parts['xl/workbook.xml']).toContain('name="选项" sheetId="2" state="hidden"');
  expect((await readWorkbook(content)).map(({ data }) => data)).toEqual([
    [['编号', '类别']],
    [['类别'], ['乡镇'], ['部门']],
  ]);
});

describe('rows come as they are written:', () => {
  const many = async function* (told: { asked: number; isOver: boolean }) {
    try {
      for (; told.asked < 1_000_000; told.asked++) yield [`第 ${told.asked} 行 ${Math.random()}`];
    } finally {
      told.isOver = true;
    }
  };
  const sheetOf = (rows: AsyncIterable<readonly Cell[]>) => [
    { name: '表', columns: [{ title: '栏' }], rows },
  ];

  test('whoever stops taking the file ends them', async () => {
    const told = { asked: 0, isOver: false };
    for await (const chunk of workbook(sheetOf(many(told)))) if (chunk.length > 1_000) break;
    await expect.poll(() => told.isOver).toBe(true);
    expect(told.asked).toBeLessThan(100_000);
  });

  test('what fails in the middle fails for whoever takes the file', async () => {
    const failing = async function* () {
      yield ['第一行'];
      throw new Error('the service is away');
    };
    await expect(workbookOf(sheetOf(failing()))).rejects.toThrow('the service is away');
  });
});

test('rows that one sheet does not hold go on in another, with the same head, and what follows stays behind them', async () => {
  const columns = [{ title: '编号' }, { title: '类别', choices: ['村', '社区'] }];
  const rows = Array.from({ length: 5 }, (_, index) => [`${index}`, '村']);
  const after = { name: '导出说明', columns: [{ title: '项目' }], rows: [['行数']] };
  const content = await workbookOf([{ name: '台账', columns, rows }, after], 3);
  const sheets = await readWorkbook(content);
  expect(sheets.map(({ sheet, data }) => [sheet, ...data.map(([first]) => first)])).toEqual([
    ['台账', '编号', '0', '1'],
    ['台账 2', '编号', '2', '3'],
    ['台账 3', '编号', '4'],
    ['导出说明', '项目', '行数'],
    ['选项', '类别', '村', '社区'],
  ]);
  const full = await readWorkbook(
    await workbookOf([{ name: '台账', columns: [{ title: '编号' }], rows: [['0'], ['1']] }], 3),
  );
  expect(full).toHaveLength(1);
});

test('whoever goes away in the middle of another sheet ends what the rows come from', async () => {
  let hasEnded = false;
  function* rows() {
    try {
      for (;;) yield ['演示'];
    } finally {
      hasEnded = true;
    }
  }
  const chunks = workbook([{ name: '台账', columns: [{ title: '名称' }], rows: rows() }], 40_000);
  await chunks.next();
  await chunks.return(undefined);
  await expect.poll(() => hasEnded).toBe(true);
});
