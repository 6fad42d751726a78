// Official documents open from the page where they are needed, look like paper, and are saved as Word files (ui.md, Documents).
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linesOfWord } from '@xuncha/documents';
import type { Page } from 'playwright-core';
import { faultsOf, laptop, phone, settled, Visitors } from './console.fixture.js';

const visitors = new Visitors();
beforeAll(() => visitors.open(), 300_000);
afterAll(() => visitors.close());

/** Of the first record that the list shows. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('main table.rows tbody a').first().click();
  await settled(page);
}

/** What the preview shows, without its spaces. */
async function opened(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.waitForSelector('.document-pages section.docx p');
  return (await page.locator('.document-pages').innerText()).replaceAll(/\s/g, '');
}

async function saved(page: Page): Promise<{ name: string; lines: string[] }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 Word' }).click(),
  ]);
  return { name: download.suggestedFilename(), lines: linesOfWord(readFileSync(await download.path())) };
}

test.each([
  ['/feedback', '反馈意见', '反馈问题清单'],
  ['/inspections', '巡察通知', '巡察组组成'],
  ['/reports', '问题清单', '处置建议'],
  ['/transfers', '审批表', '问题线索移交审批表'],
])('of the first record of %s, %s is looked at and saved', async (path, button, says) => {
  const { page, complaints, go } = await visitors.person('office-1');
  await go(path);
  await openFirst(page);
  const shown = await opened(page, button);
  expect(shown).toContain(says);
  const { name, lines } = await saved(page);
  expect(name).toMatch(/\.docx$/);
  const written = lines.map((line) => line.replaceAll(/\s/g, '')).filter((line) => line !== '');
  expect(written.filter((line) => !shown.includes(line))).toEqual([]);
  expect(complaints).toEqual([]);
});

test.each([laptop, phone])('a preview has no fault at $width', async (size) => {
  const { page, go } = await visitors.person('office-1');
  await go('/feedback');
  await openFirst(page);
  await page.setViewportSize(size);
  await opened(page, '反馈意见');
  expect(await faultsOf(page)).toEqual([]);
});

test('an order is opened from the list of what is pressed', async () => {
  const { page, go } = await visitors.person('office-1');
  await go('/supervisions?kind=order');
  expect(await opened(page, '打开')).toContain('巡察整改督办单');
});
