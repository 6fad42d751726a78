// What an organization handed in is looked at in the page, by whoever closes it out on that: pictures, PDF, Word and Excel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeEvidence, listItems, readItem, uploadItemFile } from '@xuncha/contracts';
import { eventually } from '@xuncha/testing';
import type { Page } from 'playwright-core';
import { Api } from '../replay/api.js';
import { installationFrom } from '../replay/installation.js';
import { playedYear } from '../scenario/residents.fixture.js';
import { faultsOf, laptop, phone, Visitors, type Size, type Visitor } from './console.fixture.js';
import { says, someFiles } from './files.fixture.js';

const installation = installationFrom(process.env);
const visitors = new Visitors();
let reviewer: Visitor;

beforeAll(async () => {
  await visitors.open();
  const itemId = await itemWithFiles();
  reviewer = await visitors.person('office-1');
  await reviewer.go(`/items/${itemId}`);
}, 300_000);
afterAll(() => visitors.close());

/** Handed in anew, on files of every kind, by the organization whose item it is. */
async function itemWithFiles(): Promise<string> {
  const api = new Api(installation.address);
  const year = await playedYear(installation);
  const office = await year.settle(['office'], {});
  const listed = () => api.ask(listItems, { state: 'closed', limit: 1 }, office);
  const { items } = await eventually(() => listed().catch(() => undefined));
  const { id: itemId, organizationId } = items[0]!;
  const liaison = await year.settle(['organizationLiaison'], { organizationId });
  const read = () => api.ask(readItem, { itemId }, liaison);
  const { version: seen, submissions } = await eventually(() => read().catch(() => undefined));
  const evidence = [];
  for (const file of await someFiles()) {
    const kept = await api.upload(uploadItemFile, file, liaison);
    evidence.push({ title: file.name.split('.')[0]!, file: kept });
  }
  const { result } = submissions.at(-1)!;
  await api.ask(changeEvidence, { itemId, seen, evidence, result }, liaison);
  return itemId;
}

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForSelector('.ant-drawer-open', { state: 'detached' });
}

/** By axe, where there is least room. */
const faults = (size: Size, page: Page) => (size === phone ? faultsOf(page) : []);

describe.each([laptop, phone])('at $width', (size) => {
  beforeAll(() => reviewer.page.setViewportSize(size));

  test('a picture is shown whole, turned and enlarged', async () => {
    const { page } = reviewer;
    await open(page, '整改后照片.png');
    const shown = page.locator('.picture img');
    await shown.waitFor();
    const before = (await shown.boundingBox())!;
    expect(before.width).toBeLessThanOrEqual(Math.min(640, size.width));
    expect(before.width / before.height).toBeCloseTo(1.6, 1);
    await page.keyboard.press('r');
    await eventually(async () => (await shown.boundingBox())!.height > (await shown.boundingBox())!.width);
    await page.keyboard.press('+');
    await eventually(async () => (await shown.boundingBox())!.height > before.height);
    expect(await faults(size, page)).toEqual([]);
    await close(page);
  });

  test('a PDF is drawn page by page, and the keys turn over', async () => {
    const { page } = reviewer;
    await open(page, '缴款回单.pdf');
    await page.getByRole('region', { name: '第 1 页' }).getByText(says.pdf).waitFor({ state: 'attached' });
    await eventually(() => hasInk(page));
    await page.keyboard.press('ArrowRight');
    await page.getByText('第 2 / 2 页').waitFor();
    expect(await faults(size, page)).toEqual([]);
    await close(page);
  });

  test('a Word file is shown as text on paper', async () => {
    const { page } = reviewer;
    await open(page, '情况说明.docx');
    await page.locator('section.docx').getByText(says.word).first().waitFor();
    expect(await page.locator('section.docx a[href]').count()).toBe(0);
    expect(await faults(size, page)).toEqual([]);
    await close(page);
  });

  test('an Excel file is shown as its tables, and where they are cut it is said', async () => {
    const { page } = reviewer;
    await open(page, '清退台账.xlsx');
    await page.getByRole('cell', { name: `${says.sheet}299`, exact: true }).waitFor();
    await page.getByText('前 300 行（共 401 行）').waitFor();
    expect(await faults(size, page)).toEqual([]);
    await page.getByRole('button', { name: '说明', exact: true }).click();
    await page.getByRole('cell', { name: '以房产证为准' }).waitFor();
    await close(page);
  });

  test('of a broken file it is said that it is one, and the next is a leaf away', async () => {
    const { page } = reviewer;
    await open(page, '扫描件.pdf');
    await page.getByText('这个文件打不开').waitFor();
    expect(await faults(size, page)).toEqual([]);
    await page.getByRole('button', { name: '上一个文件' }).click();
    await page.getByRole('cell', { name: '项目' }).waitFor();
    await close(page);
  });
});

test('a file is saved without being looked at first', async () => {
  const { page, complaints } = reviewer;
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 缴款回单.pdf' }).first().click(),
  ]);
  expect(saved.suggestedFilename()).toBe('缴款回单.pdf');
  expect(complaints).toEqual([]);
});

/** Not of the paper, but of what is written on it. */
async function hasInk(page: Page): Promise<boolean> {
  return page.evaluate(`(() => {
    const canvas = document.querySelector('.pdf-page canvas');
    if (!canvas) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 === 0 && value < 100 && data[index + 3] === 255);
  })()`);
}
