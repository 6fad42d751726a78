/** The handbook: what each page is for, in words for people who do not like computers. It comes with the first that opens it. */
import { handbook as administration } from '../pages/administration/handbook.js';
import { handbook as clues } from '../pages/clues/handbook.js';
import { handbook as linkage } from '../pages/linkage/handbook.js';
import { handbook as onsite } from '../pages/onsite/handbook.js';
import { handbook as overview } from '../pages/overview/handbook.js';
import { handbook as planning } from '../pages/planning/handbook.js';
import { handbook as rectification } from '../pages/rectification/handbook.js';
import { handbook as talent } from '../pages/talent/handbook.js';

export interface Help {
  readonly title: string;
  readonly steps: readonly string[];
  /** Official documents of this step, by their keys in libs/documents. */
  readonly forms?: readonly (readonly [key: string, name: string])[];
}
/** By the path of a page; what it says holds for the record pages below it, too. */
export type Handbook = Readonly<Record<string, Help>>;

export const general: Help = {
  title: '怎样使用',
  steps: [
    '左边是各项工作，按先后顺序排列；只显示您可以办理的。',
    '按 Ctrl 和 K（或点上方的“查找”），输入名称、拼音首字母或文号，直接打开要找的。',
    '页面上深蓝色的按钮是下一步。填到一半可以关掉，再打开时内容还在。',
    '日期下面写着还剩几天：七天以内是琥珀色，超期是红色。',
    '上方的铃铛里是快到期和已经超期、还没办的，点一条就到那一件。',
  ],
};

const helps: Handbook = {
  ...overview,
  ...planning,
  ...talent,
  ...onsite,
  ...clues,
  ...rectification,
  ...linkage,
  ...administration,
};

/** Of the page itself, or of the ledger above a record's page. */
export function helpFor(path: string): Help {
  const fitting = Object.keys(helps).filter((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  const best = fitting.toSorted((one, other) => other.length - one.length)[0];
  return best === undefined ? general : helps[best]!;
}
