// A large file over a network that breaks: it goes on by itself, and after the page was left from where it was.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { Visitors } from './console.fixture.js';

const visitors = new Visitors();
const folder = mkdtempSync(join(tmpdir(), 'xuncha-upload-'));
const path = join(folder, '演示登记册.csv');
const MEGABYTE = 1024 * 1024;
const SIZE = 2.5 * MEGABYTE;
const UPLOADS = '**/uploads/*';

beforeAll(async () => {
  // No text, which is found when all of it has come.
  writeFileSync(path, Buffer.alloc(SIZE));
  await visitors.open();
}, 300_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await visitors.close();
});

/** Offsets from which parts were sent; those that `breaks` are torn on the way. */
async function partsOf(page: Page, breaks: (sent: number) => boolean): Promise<number[]> {
  const offsets: number[] = [];
  await page.unroute(UPLOADS);
  await page.route(UPLOADS, async (route: Route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    offsets.push(Number(request.headers()['upload-offset']));
    return breaks(offsets.length) ? route.abort('connectionreset') : route.continue();
  });
  return offsets;
}
const choose = (page: Page) => page.setInputFiles('input[type=file]', path);
const arrived = (page: Page) => page.waitForSelector('text=演示登记册.csv：没有导入', { timeout: 60_000 });

test('an upload that breaks goes on by itself; one that was left goes on when the file is chosen again', async () => {
  const { page, go } = await visitors.person('office-1');
  await go('/register/import');
  const first = await partsOf(page, (sent) => sent === 2);
  await choose(page);
  await arrived(page);
  expect(first.map((offset) => offset / MEGABYTE)).toEqual([0, 1, 1, 2]);

  await page.getByRole('button', { name: '知道了' }).click();
  await partsOf(page, (sent) => sent > 1);
  await choose(page);
  await page.waitForSelector('text=网络断了');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const again = await partsOf(page, () => false);
  await choose(page);
  await arrived(page);
  expect(again[0]).toBe(MEGABYTE);
});
