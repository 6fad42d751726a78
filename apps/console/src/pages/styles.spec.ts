import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = dirname(dirname(fileURLToPath(import.meta.url)));
const CLASS = /\.([a-z][\w-]*)/gi;

/** Selectors of a sheet, one by one; a comma in the brackets of a pseudo-class ends none. */
function selectorsOf(sheet: string): string[] {
  const bare = sheet
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\([^()]*\)/g, (inner) => inner.replaceAll(',', ' '));
  return [...bare.matchAll(/([^{};]+)\{/g)]
    .flatMap(([, selectors]) => selectors!.split(','))
    .map((selector) => selector.trim())
    .filter((selector) => !selector.startsWith('@'));
}

const sheetsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
const classesOf = (selector: string) => [...selector.matchAll(CLASS)].map(([, name]) => name!);

test('what is styled for the pages of one stage is not styled by those of another, which may be loaded beside it', () => {
  const sheets = sheetsIn(source).map((path) => ({
    path,
    selectors: selectorsOf(readFileSync(`${source}/${path}`, 'utf8')),
  }));
  const homes = new Map<string, Set<string>>();
  for (const { path, selectors } of sheets)
    for (const name of selectors.flatMap(classesOf))
      homes.set(name, (homes.get(name) ?? new Set()).add(path));
  const isOwn = (selector: string) => classesOf(selector).some((name) => homes.get(name)!.size === 1);
  const strangers = sheets
    .filter(({ path }) => !path.startsWith('app/'))
    .flatMap(({ path, selectors }) => selectors.filter((one) => !isOwn(one)).map((one) => `${path} ${one}`));
  expect(sheets.length).toBeGreaterThan(5);
  expect(strangers).toEqual([]);
});
