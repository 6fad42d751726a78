// One person at two machines: what was typed at one is found at the other, and neither overwrites the other unseen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@xuncha/domain-kit';
import { Visitors, write, type Visitor } from './console.fixture.js';

const visitors = new Visitors();
const kept = 'text=已存在本机和服务器';
const name = '演示联系点';
let laptop: Visitor;
let desk: Visitor;
beforeAll(async () => {
  await visitors.open();
  laptop = await visitors.person('office-1');
  desk = await visitors.person('office-1');
}, 300_000);
afterAll(() => visitors.close());

/** Once it is known what was left on the server. */
async function begin({ page, go }: Visitor): Promise<void> {
  await go('/register');
  const asked = page.waitForResponse(
    (response) => response.request().method() === 'GET' && /\/me\/drafts\/\w{64}$/.test(response.url()),
  );
  await page.getByRole('button', { name: '登记组织' }).first().click();
  await page.waitForSelector('.ant-drawer form');
  await (await asked).finished();
}
const nameIn = ({ page }: Visitor) => page.locator('.ant-drawer form').getByLabel('名称');
const press = ({ page }: Visitor, word: string) =>
  page.getByRole('button', { name: word, exact: true }).click();

async function type(visitor: Visitor, text: string): Promise<void> {
  await write(nameIn(visitor), text);
  await visitor.page.waitForSelector(kept, { state: 'detached' });
  await visitor.page.waitForSelector(kept);
}

test('half a form typed on the laptop is there at the desk, with from when and from where it is', async () => {
  await begin(laptop);
  await type(laptop, name);
  await begin(desk);
  await desk.page.waitForSelector('text=/已恢复 .+ 未提交的内容，来自另一台设备/');
  await expect.poll(() => nameIn(desk).inputValue()).toBe(name);
});

test('where both went on, the later one sees both and is asked, and what was left where is still there', async () => {
  await type(desk, `${name}甲`);
  await nameIn(laptop).fill(`${name}乙`);
  await laptop.page.waitForSelector('text=存了不同的内容');
  await expect.poll(() => nameIn(laptop).inputValue()).toBe(`${name}乙`);
  await laptop.page.waitForSelector(`.ant-drawer form .versions >> text=${name}甲`);
  await begin(laptop);
  await laptop.page.waitForSelector('text=存了不同的内容');
  await press(laptop, '用另一台的');
  await expect.poll(() => nameIn(laptop).inputValue()).toBe(`${name}甲`);
});

test('without a network it stays here and follows when the network is back', async () => {
  const context = laptop.page.context();
  await context.setOffline(true);
  await nameIn(laptop).fill(`${name}丙`);
  await laptop.page.waitForSelector('text=没有连上服务器，连上后再存过去');
  await context.setOffline(false);
  await laptop.page.waitForSelector(kept);
  await begin(desk);
  await desk.page.waitForSelector('text=来自另一台设备');
  await expect.poll(() => nameIn(desk).inputValue()).toBe(`${name}丙`);
});

test('one’s own account lists it; what is given up at one machine is not taken for new at the other', async () => {
  await desk.go('/me');
  await desk.page.getByRole('button', { name: '弃用草稿' }).first().waitFor();
  await begin(desk);
  await press(desk, '不要了');
  await expect.poll(() => nameIn(desk).inputValue()).toBe('');
  await begin(laptop);
  await laptop.page.waitForSelector('text=已在另一台设备上提交或弃用');
  await expect.poll(() => nameIn(laptop).inputValue()).toBe(`${name}丙`);
  await press(laptop, '不要了');
  await expect.poll(() => nameIn(laptop).inputValue()).toBe('');
  await begin(laptop);
  await expect.poll(() => nameIn(laptop).inputValue()).toBe('');
});

test('what was sent at one machine is left at neither', async () => {
  const { page } = laptop;
  await page
    .locator('.ant-drawer form')
    .getByLabel('代码')
    .first()
    .fill(`L${newId().slice(-8).toUpperCase()}`);
  await page.locator('.ant-drawer form').getByLabel('类别').press('ArrowDown');
  await page.keyboard.press('Enter');
  await type(laptop, name);
  await page.locator('.ant-drawer form button[type="submit"]').click();
  await page.waitForSelector('.ant-drawer form', { state: 'detached' });
  for (const visitor of [laptop, desk]) {
    await begin(visitor);
    await expect.poll(() => nameIn(visitor).inputValue()).toBe('');
    await visitor.page.waitForSelector('text=边写边保存');
  }
});
