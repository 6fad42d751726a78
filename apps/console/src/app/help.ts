/** The handbook: what each page is for, in words for people who do not like computers. The longest path that fits is shown. */
export interface Help {
  readonly title: string;
  readonly steps: readonly string[];
}

export const help: Readonly<Record<string, Help>> = {
  '/findings': {
    title: '问题台账',
    steps: [
      '这里列出您可以查看的全部问题，新的在前。',
      '点上方的状态，只看这一状态的；要再窄一些，在“被巡察党组织”里输入名称、拼音首字母或编号，再点“查询”。',
      '点标题打开一个问题。页面右上角深蓝色的按钮就是下一步该做的事；没有按钮，说明这一步不由您来做。',
      '问题从签批完的底稿确认：先到“底稿”里起草、审核、签批，再到巡察页面点“确认问题”。',
      '“导出 Excel”导出的正是当前筛选出来的这些。',
    ],
  },
};

export const general: Help = {
  title: '怎样使用',
  steps: [
    '左边是各项工作，按先后顺序排列；只显示您可以办理的。',
    '按 Ctrl 和 K（或点上方的“查找”），输入名称、拼音首字母或文号，直接打开要找的。',
    '页面上深蓝色的按钮是下一步。填到一半可以关掉，再打开时内容还在。',
    '日期下面写着还剩几天：七天以内是琥珀色，超期是红色。',
  ],
};

export function helpFor(path: string): Help {
  const fitting = Object.keys(help).filter((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  const best = fitting.toSorted((one, other) => other.length - one.length)[0];
  return best ? help[best]! : general;
}
