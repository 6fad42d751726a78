import { describe, expect, test } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { EXCEL, linesOf } from './lines.js';
import { workbookOf } from './sheet/workbook.js';

/** A day by Excel's count; the tag of a cell as a program wrote it, where `@` is its place. */
type Cell = string | number | { day: number } | { tag: string };

const NAMES = 'http://schemas.openxmlformats.org';
const part = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const relations = (type: string, target: string) =>
  part(
    `<Relationships xmlns="${NAMES}/package/2006/relationships"><Relationship Id="rId1" Type="${NAMES}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`,
  );

const csv = (content: Buffer | string) => linesOf(Buffer.from(content as string), 'text/csv');
/** 代码,名称 and 1,村 as Chinese Excel saves them. */
const gb18030 = Buffer.from('b4fac2eb2cc3fbb3c60a312cb4e50a', 'hex');

describe('a CSV file', () => {
  const expected = [
    { row: 1, cells: ['代码', '名称'] },
    { row: 2, cells: ['1', '村'] },
  ];
  test.each([
    ['UTF-8', Buffer.from('代码,名称\n1,村\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF代码,名称\r\n1,村\r\n')],
    ['GB18030', gb18030],
  ])('in %s is read', async (_, content) => {
    expect(await csv(content)).toEqual(expected);
  });

  test('keeps names with characters of four bytes, in either encoding', async () => {
    expect(await csv('名称\n演示𠮷村🏠\n')).toContainEqual({ row: 2, cells: ['演示𠮷村🏠'] });
    const rare = Buffer.concat([Buffer.from('c3fbb3c60a', 'hex'), Buffer.from('95329031', 'hex')]);
    expect((await csv(rare))[1]).toEqual({ row: 2, cells: ['\u{20087}'] });
  });

  test('counts rows as an editor does, over blank ones and line breaks within quotes', async () => {
    const lines = await csv('代码,名称\n\n,,\n1,"演示\n村"\n2,乙\n');
    expect(lines.map(({ row }) => row)).toEqual([1, 4, 6]);
  });

  test('counts rows alike where lines end as on Windows, also within quotes', async () => {
    const lines = await csv('代码,名称\r\n\r\n1,"演示\r\n村"\r\n2,乙\r\n');
    expect(lines.map(({ row }) => row)).toEqual([1, 3, 5]);
  });

  test('keeps a code that a program wrote as ="007", and a quote in the middle of a cell', async () => {
    const lines = await csv('代码,名称\n="007",叫"甲"的村\n');
    expect(lines[1]!.cells).toEqual(['007', '叫"甲"的村']);
  });

  test('with an open quote is refused with its row', async () => {
    await expect(csv('代码\n1\n"2\n')).rejects.toMatchObject({ code: 'table.csv-malformed' });
  });

  test('that is no text is not what it says', async () => {
    await expect(csv(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).rejects.toThrow('file.not-what-it-says');
  });

  test('of more than a hundred thousand rows, or of millions, is refused before it fills the memory', async () => {
    await expect(csv('x\n'.repeat(4_000_000))).rejects.toThrow('table.too-many-rows');
  }, 20_000);

  test('is given up at once by whoever does not want it any more', async () => {
    const wanted = new AbortController();
    const reading = linesOf(Buffer.from('x\n'.repeat(50_000)), 'text/csv', wanted.signal);
    wanted.abort(new Error('not wanted'));
    await expect(reading).rejects.toThrow('not wanted');
  });
});

describe('an Excel file', () => {
  const read = (content: Uint8Array) => linesOf(Buffer.from(content), EXCEL);

  test('gives codes typed as numbers as their digits and days as days, by the rows of the sheet', async () => {
    const lines = await read(
      workbook({ 1: ['代码', '任职日期'], 2: [330381222203, { day: 42705 }], 5: ['K001'] }),
    );
    expect(lines).toEqual([
      { row: 1, cells: ['代码', '任职日期'] },
      { row: 2, cells: ['330381222203', '2016-12-01'] },
      { row: 5, cells: ['K001', ''] },
    ]);
  });

  test('gives what a formula shows and works nothing out; what is not worked out is the formula itself', async () => {
    const cells = [
      { tag: '<c @><f>1+1</f><v>2</v></c>' },
      { tag: '<c @ t="str"><f>A1&amp;"甲"</f><v>村甲</v></c>' },
      { tag: '<c @><f>SUM(A1:A2)&lt;3</f></c>' },
      '=HYPERLINK("x")',
      '@甲',
    ];
    const [line] = await read(workbook({ 1: cells }));
    expect(line!.cells).toEqual(['2', '村甲', '=SUM(A1:A2)<3', '=HYPERLINK("x")', '@甲']);
  });

  test('gives errors, and numbers whose digits are lost, as Excel shows them, also in the last row', async () => {
    const long = { tag: '<c @><v>3.3038119900101101E+17</v></c>' };
    const error = { tag: '<c @ t="e"><f>VLOOKUP(1,B:C,2)</f><v>#N/A</v></c>' };
    const lines = await read(workbook({ 1: ['代码', '名称'], 2: [long, '村'], 3: [error] }));
    expect(lines.slice(1).map(({ cells }) => cells)).toEqual([['3.30381E+17', '村'], ['#N/A']]);
    const fifteen = await read(workbook({ 1: [330381222203999] }));
    expect(fifteen[0]!.cells).toEqual(['330381222203999']);
  });

  test('gives a number with the zeros that its format shows, and a day that is written as text as that day', async () => {
    const format = '<numFmts count="1"><numFmt numFmtId="176" formatCode="000000"/></numFmts>';
    const styles = `${format}<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>`;
    const cells = [
      { tag: '<c @ s="1"><v>123</v></c>' },
      { tag: '<c @ s="1"></c>' },
      { tag: '<c @ s="0"><v>45</v></c>' },
      { tag: '<c @ s="1" t="inlineStr"><is><t>6</t></is></c>' },
      { tag: '<c @ t="d"><v>2017-05-04T00:00:00</v></c>' },
    ];
    const [line] = await read(workbook({ 1: cells }, { styles }));
    expect(line!.cells).toEqual(['000123', '', '45', '6', '2017-05-04']);
  });

  test('is the sheet that is seen first, not one that is hidden before it', async () => {
    const sheets = ['旧', '新'].map((title) => ({ name: title, columns: [{ title }], rows: [] }));
    const parts = unzipSync(await workbookOf(sheets));
    const listed = strFromU8(parts['xl/workbook.xml']!).replace('sheetId="1"', 'sheetId="1" state="hidden"');
    const [line] = await read(zipSync({ ...parts, 'xl/workbook.xml': strToU8(listed) }));
    expect(line!.cells).toEqual(['新']);
  });

  test('says where cells are merged', async () => {
    const merges = '<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>';
    const lines = await read(
      workbook({ 1: ['代码', '名称', '类别'], 2: ['1', '村', ''], 3: ['2'] }, { after: merges }),
    );
    expect(lines.map(({ merged }) => merged)).toEqual([
      undefined,
      [{ index: 1, rows: 3, columns: 2 }],
      undefined,
    ]);
  });

  test('that is locked, or from before 2007, says so', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    await expect(read(old)).rejects.toThrow('file.old-or-locked');
  });

  test.each([
    ['text', Buffer.from('代码,名称\n')],
    ['nothing', Buffer.alloc(0)],
    ['half a file', workbook({ 1: ['代码'] }).subarray(0, 300)],
  ])('that holds %s is not what it says', async (_, content) => {
    await expect(read(content)).rejects.toThrow('file.not-what-it-says');
  });

  test('that unpacks to more than any register is refused before it fills the memory', async () => {
    const bomb = workbook({ 1: ['0'.repeat(65 * 1024 * 1024)] });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(read(bomb)).rejects.toThrow('file.unpacks-too-large');
  }, 20_000);

  test('whose directory states gigabytes is refused before room is made for them', async () => {
    const stating = Buffer.from(workbook({ 1: ['1'] }));
    stating.writeUInt32LE(3_000_000_000, stating.indexOf('PK\x01\x02') + 24);
    await expect(read(stating)).rejects.toThrow('file.unpacks-too-large');
  });
});

test('a file of another kind is refused', async () => {
  await expect(linesOf(Buffer.from('x'), 'application/pdf')).rejects.toThrow('file.media-type');
});

/** The smallest file that a reader takes: one sheet with these rows, by number. */
function workbook(
  rows: Readonly<Record<number, readonly Cell[]>>,
  { after = '', styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' } = {},
): Uint8Array {
  const main = `${NAMES}/spreadsheetml/2006/main`;
  const sheet = Object.entries(rows).map(([row, cells]) => `<row r="${row}">${cellsOf(row, cells)}</row>`);
  const parts = {
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': part(
      `<workbook xmlns="${main}" xmlns:r="${NAMES}/officeDocument/2006/relationships"><sheets><sheet name="登记册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/styles.xml': part(`<styleSheet xmlns="${main}">${styles}</styleSheet>`),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet xmlns="${main}"><sheetData>${sheet.join('')}</sheetData>${after}</worksheet>`,
    ),
  };
  return zipSync(parts, { level: 1 });
}

function cellsOf(row: string, cells: readonly Cell[]): string {
  const made = cells.map((cell, index) => {
    const place = `r="${String.fromCharCode(65 + index)}${row}"`;
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    if (typeof cell === 'object' && 'tag' in cell) return cell.tag.replace('@', place);
    if (typeof cell === 'object') return `<c ${place} s="1"><v>${cell.day}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return made.join('');
}
