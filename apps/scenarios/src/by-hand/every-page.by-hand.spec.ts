// Every page of the small year, as the people see it who work there: it opens, nothing breaks, and axe finds nothing (ui.md, Budgets).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOfEveryPage, laptop, phone, Visitors } from '../browser/console.fixture.js';

const visitors = new Visitors();
beforeAll(() => visitors.open(), 300_000);
afterAll(() => visitors.close());

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
    const { page, complaints } = await visitors.person(key);
    const heard = complaints.length;
    const wrong = await faultsOfEveryPage(page, size);
    expect([...wrong, ...complaints.slice(heard)]).toEqual([]);
  },
  480_000,
);
