/** The handbook as a book: a chapter for each stage of the work, a section for each page of it that has words of its own. */
import type { Help } from './help.js';
import type { Page, Stage } from './stage.js';

export interface Section {
  readonly page: Page;
  readonly help: Help;
}
export interface Chapter {
  readonly title: string;
  readonly sections: readonly Section[];
}

export function chaptersOf(
  stages: readonly Pick<Stage, 'title' | 'pages'>[],
  helpFor: (path: string) => Help,
): Chapter[] {
  return stages.map(({ title, pages }) => ({
    title,
    sections: pages
      .filter(({ path }) => !path.includes('$'))
      .map((page) => ({ page, help: helpFor(page.path) }))
      .filter(({ help }, index, all) => all.findIndex((one) => one.help === help) === index),
  }));
}
