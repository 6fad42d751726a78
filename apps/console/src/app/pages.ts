/** Every page of the console, by stage of work. */
import { administration } from '../pages/administration/stage.js';
import { clues } from '../pages/clues/stage.js';
import { linkage } from '../pages/linkage/stage.js';
import { onsite } from '../pages/onsite/stage.js';
import { overview } from '../pages/overview/stage.js';
import { planning } from '../pages/planning/stage.js';
import { rectification } from '../pages/rectification/stage.js';
import { talent } from '../pages/talent/stage.js';
import type { Page, Stage } from './stage.js';

/** All of them, in one volume. */
const handbook: Page = {
  path: '/handbook',
  title: '工作手册',
  load: async () => (await import('./volume-page.js')).volumeOf(stages),
};

export const stages: readonly Stage[] = [
  { ...overview, pages: [...overview.pages, handbook] },
  planning,
  talent,
  onsite,
  clues,
  rectification,
  linkage,
  administration,
];

export const pages: readonly Page[] = stages.flatMap((stage) => stage.pages);
