import { forms } from '@xuncha/documents';
import { expect, test } from 'vitest';
import { general, helpFor } from './help.js';
import { stages } from './pages.js';
import { chaptersOf } from './chapters.js';

const sections = chaptersOf(stages, helpFor).flatMap((chapter) => chapter.sections);

test('the volume has a section for every page of the menu, each once, and none that says only how the system is used', () => {
  const menu = stages.flatMap(({ pages }) => pages).filter(({ title }) => title !== undefined);
  const helps = sections.map(({ help }) => help);
  expect(menu.filter(({ path }) => !helps.includes(helpFor(path))).map(({ path }) => path)).toEqual([]);
  expect(new Set(helps).size).toBe(helps.length);
  expect(helps).not.toContain(general);
});

test('every official document has its sample at one step of the work (RA17-5)', () => {
  const shown = sections.flatMap(({ help }) => (help.forms ?? []).map(([key]) => key));
  expect(shown.toSorted()).toEqual(
    Object.values(forms)
      .map(({ key }) => key)
      .toSorted(),
  );
});
