// Every page of the small year, as the people see it who work there: it opens, nothing breaks, and axe finds nothing (ui.md, Budgets).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faultsHereAndWithin, menuOf, Visitors, type Visitor } from '../browser/console.fixture.js';

const visitors = new Visitors();
beforeAll(() => visitors.open(), 300_000);
afterAll(() => visitors.close());

/** Opens the page and the first record that it lists; answers what is wrong, by address. */
async function looked({ page, complaints, go }: Visitor, path: string): Promise<string[]> {
  const heard = complaints.length;
  await go(path);
  const wrong = await faultsHereAndWithin(page);
  return [...wrong, ...complaints.slice(heard)].map((fault) => `${path}: ${fault}`);
}

const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

test.each([
  ['office-1', laptop],
  ['office-1', phone],
  ['leadingGroup-4', laptop],
  ['custodian-5', laptop],
  ['custodian-6', laptop],
  ['organ-7', laptop],
] as const)(
  '%s finds no fault on any page',
  async (key, size) => {
    const visitor = await visitors.person(key);
    await visitor.page.setViewportSize(size);
    const wrong: string[] = [];
    for (const path of await menuOf(visitor.page)) wrong.push(...(await looked(visitor, path)));
    expect(wrong).toEqual([]);
  },
  480_000,
);
