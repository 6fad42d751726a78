// Twenty thousand organizations, as many as a city and its counties have: brought in from one file, and the tree opens at once (ui.md, Budgets).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Visitors, type Visitor } from '../browser/console.fixture.js';
import { installationFrom } from '../replay/installation.js';
import { settled as everythingApplied } from '../scenario/worlds.fixture.js';

const visitors = new Visitors();
let office: Visitor;
beforeAll(async () => {
  await visitors.open();
  office = await visitors.person('office-1');
}, 300_000);
afterAll(() => visitors.close());

const TOWNS = 400;
const VILLAGES_OF_EACH = 49;
const OPENS_WITHIN_MS = 1_000;
const PATIENCE_MS = 180_000;

const twoDigits = (index: number) => String(index).padStart(2, '0');
const townOf = (town: number) => [
  `T${town},演示大镇${town},乡镇,`,
  ...Array.from(
    { length: VILLAGES_OF_EACH },
    (_, village) => `T${town}V${twoDigits(village)},演示大镇${town}村${village},村,T${town}`,
  ),
];
const rows = Array.from({ length: TOWNS }, (_, town) => townOf(town)).flat();

test(`${rows.length} organizations come in from a file`, async () => {
  const { page, go } = office;
  await go('/register/import');
  const content = ['代码,名称,类别,上级代码', ...rows].join('\n');
  const file = { name: '演示大登记册.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector('text=导入完成', { timeout: PATIENCE_MS });
  await expect.poll(() => page.locator('main').innerText()).toContain('新登记 20,000 个组织');
}, 400_000);

test('the tree of the register shows its first level within a second, and a town its villages', async () => {
  // What twenty thousand registrations bring about elsewhere takes the machine for a while.
  await everythingApplied(installationFrom(process.env));
  const { page, go, complaints } = office;
  await go('/');
  const opened = performance.now();
  await page.locator('nav.menu a[href="/register"]').click();
  const tree = page.getByRole('tree', { name: '组织' });
  await tree.getByRole('treeitem').first().waitFor();
  const treeMs = performance.now() - opened;
  const town = tree.getByRole('button', { name: '展开演示大镇' }).first();
  const asked = performance.now();
  await town.click();
  await tree.locator('[aria-level="2"]').first().waitFor();
  const townMs = performance.now() - asked;
  console.log(`tree ${Math.round(treeMs)} ms, one town ${Math.round(townMs)} ms`);
  expect(treeMs).toBeLessThan(OPENS_WITHIN_MS);
  expect(townMs).toBeLessThan(OPENS_WITHIN_MS);
  expect(complaints).toEqual([]);
}, 300_000);
