/** The handbook: what each page is for, in words for people who do not like computers. Each page brings its own. */
import { pages } from './pages.js';

export interface Help {
  readonly title: string;
  readonly steps: readonly string[];
}

export const general: Help = {
  title: '怎样使用',
  steps: [
    '左边是各项工作，按先后顺序排列；只显示您可以办理的。',
    '按 Ctrl 和 K（或点上方的“查找”），输入名称、拼音首字母或文号，直接打开要找的。',
    '页面上深蓝色的按钮是下一步。填到一半可以关掉，再打开时内容还在。',
    '日期下面写着还剩几天：七天以内是琥珀色，超期是红色。',
  ],
};

/** Of the page itself, or of the ledger above a record's page. */
export function helpFor(path: string): Help {
  const fitting = pages.filter(
    ({ path: prefix, help }) => help && (path === prefix || path.startsWith(`${prefix}/`)),
  );
  const best = fitting.toSorted((one, other) => other.path.length - one.path.length)[0];
  return best?.help ?? general;
}
