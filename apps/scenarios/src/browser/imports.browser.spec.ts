// A file of a hundred thousand rows at the console: followed, left, found again, and everything that is wrong with it shown (ui.md).
import { readFile } from 'node:fs/promises';
import { EXCEL, linesOf } from '@xuncha/documents';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, Visitors } from './console.fixture.js';

const visitors = new Visitors();
beforeAll(() => visitors.open(), 300_000);
afterAll(() => visitors.close());

const ROWS = 100_000;
const FAULTY = 300;
const EVERY = Math.floor(ROWS / FAULTY);
const isFaulty = (index: number) => index % EVERY === 0 && index < FAULTY * EVERY;
const rowOf = (index: number) => `F${index},${isFaulty(index) ? '' : `演示村${index}`},村`;
const content = ['代码,名称,类别', ...Array.from({ length: ROWS }, (_, index) => rowOf(index))].join('\n');
/** A busy machine may need more than a minute for what takes seconds by itself. */
const PATIENCE_MS = 180_000;

test('of three hundred faulty rows each is shown with row and column, also to whoever left meanwhile', async () => {
  const { page, go, complaints } = await visitors.person('office-1');
  await go('/register/import');
  const file = { name: '演示登记册.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector('text=可以离开这一页', { timeout: PATIENCE_MS });
  await go('/register');
  await go('/register/import');
  await page.waitForSelector('text=演示登记册.csv：没有导入', { timeout: PATIENCE_MS });
  await page.getByRole('heading', { name: `${FAULTY} 处要改，一条也没有导入` }).waitFor();
  const shown: string[] = [];
  for (let pages = 0; pages < FAULTY / 50; pages += 1) {
    if (pages > 0) await page.getByRole('button', { name: '下一页' }).click();
    const rows = await page.getByRole('region', { name: '错误表' }).locator('tbody tr').allInnerTexts();
    shown.push(...rows.map((row) => row.replaceAll(/\s+/g, ' ').trim()));
  }
  expect(shown).toEqual(Array.from({ length: FAULTY }, (_, index) => `${2 + index * EVERY} 名称 此格必填。`));
  const marked = await saved(page, '下载 演示登记册（标出错误）.xlsx');
  const lines = await linesOf(marked, EXCEL);
  expect(lines.length).toBe(ROWS + 1);
  expect(lines[1]!.cells.slice(0, 3)).toEqual(['F0', '', '村']);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 400_000);

test('the template has the columns that the page explains, and its example is not imported', async () => {
  const { page, go, complaints } = await visitors.person('office-1');
  await go('/register/import');
  const [header, ...rows] = await linesOf(await saved(page, '下载 Excel 模板'), EXCEL);
  expect(rows).toEqual([]);
  await page.getByText('各列怎么填').click();
  const told = await page
    .getByRole('region', { name: '各列怎么填' })
    .locator('tbody td:first-child')
    .allInnerTexts();
  expect(header!.cells.map((cell) => cell.replace('* ', ''))).toEqual(told);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

/** What the browser saves when this button is pressed. */
async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: PATIENCE_MS }),
    page.getByRole('button', { name }).click(),
  ]);
  return readFile(await download.path());
}
