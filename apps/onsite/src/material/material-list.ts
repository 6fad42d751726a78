/** 需提供材料清单: what was asked for and by whom it was handed in and received, or what is usual where nothing was asked for yet (RA17-4). */
import { dayInWords, words, type forms } from '@xuncha/documents';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import type { Names } from '@xuncha/service-kit';
import type { Material } from './material.js';

type List = typeof forms.materialList.example;
type Line = List['材料'][number];

/** All who are named in it. */
export function accountsIn(materials: readonly Material[]): Id[] {
  return materials.flatMap(({ supply, receipt }) =>
    [supply?.by, receipt?.by].filter((id) => id !== undefined),
  );
}

export function linesOf(materials: readonly Material[], { account }: Pick<Names, 'account'>): Line[] {
  if (materials.length === 0) return words.materials.map((title) => line(title));
  return materials.map(({ title, state, supply, receipt }) => {
    if (state === 'waived') return line(title, { 份数: '免于提供' });
    if (!supply || state === 'asked') return line(title);
    return line(title, {
      份数: supply.copies === null ? '电子' : String(supply.copies),
      提供日期: dayInWords(supply.on),
      提供人: supply.handedBy ?? account(supply.by),
      接收人: receipt ? account(receipt.by) : '',
    });
  });
}

/** Until when all of it is to be there; undefined where nothing was asked for. */
export function lastDueOn(materials: readonly Material[]): BusinessDate | undefined {
  return materials
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1);
}

function line(title: string, receipted: Partial<Line> = {}): Line {
  return { 名称: title, 份数: '', 提供日期: '', 提供人: '', 接收人: '', ...receipted };
}
