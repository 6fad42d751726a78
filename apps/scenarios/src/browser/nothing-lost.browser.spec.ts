// Work that is never lost: what was typed outlives a reload and an ended session; a second press does nothing twice.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Visitors, write } from './console.fixture.js';

const visitors = new Visitors();
beforeAll(() => visitors.open(), 300_000);
afterAll(() => visitors.close());

const name = '演示第九届';

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提出届次' }).first().click();
  await page.waitForSelector('.ant-drawer form');
}

test('what was typed is there again after a reload', async () => {
  const { page, go } = await visitors.person('office-1');
  await go('/terms');
  await begin(page);
  await write(page.getByLabel('名称'), name);
  await page.waitForSelector('text=已存在本机');
  await page.reload();
  await begin(page);
  await page.waitForSelector('text=未提交的内容');
  await expect.poll(() => page.getByLabel('名称').inputValue()).toBe(name);
  await page.getByRole('button', { name: '不要了' }).click();
  await expect.poll(() => page.getByLabel('名称').inputValue()).toBe('');
});

test('what is refused is said beside its field, and what was typed stays', async () => {
  const { page, go } = await visitors.person('office-1');
  await go('/terms');
  await begin(page);
  await write(page.getByLabel('名称'), name);
  await page.locator('.ant-drawer form button[type="submit"]').click();
  await page.waitForSelector('.fault');
  await expect.poll(() => page.locator('.fault').first().innerText()).toBe('请填写');
  await expect.poll(() => page.getByLabel('名称').inputValue()).toBe(name);
});

test('whoever is signed out in the middle of a form signs in above it and goes on', async () => {
  const { page, go } = await visitors.person('office-1');
  await go('/terms');
  await begin(page);
  await write(page.getByLabel('名称'), name);
  // Another tab of the same browser signs out; this one hears of it.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: '退出登录' }).click();
  await page.waitForSelector('[role="dialog"][aria-label="重新登录"]');
  await visitors.signIn(page, 'office-1');
  await page.waitForSelector('[role="dialog"][aria-label="重新登录"]', { state: 'detached' });
  await expect.poll(() => page.getByLabel('名称').inputValue()).toBe(name);
});
