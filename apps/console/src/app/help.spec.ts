import { expect, test } from 'vitest';
import { general, helpFor } from './help.js';
import { pages } from './pages.js';

test('every page of the menu has words of its own in the handbook, and a record page those of its ledger', () => {
  const menu = pages.filter(({ title }) => title !== undefined);
  expect(menu.filter(({ path }) => helpFor(path) === general).map(({ path }) => path)).toEqual([]);
  expect(helpFor('/rounds/0199')).toBe(helpFor('/rounds'));
  expect(helpFor('/nowhere')).toBe(general);
});
