/** 巡察工作通报 (RA17-7): the figures of a time, as its reader is shown them; what is nought is not reported. */
import type { In, listFigures, Out } from '@xuncha/contracts';
import { amountInWords, dayInWords, type forms } from '@xuncha/documents';
import type { BusinessDate } from '@xuncha/domain-kit';

type Figure = Out<typeof listFigures>['figures'][number];

export function bulletinOf(
  figures: readonly Figure[],
  { from, to }: In<typeof listFigures>,
  today: BusinessDate,
): typeof forms.monthlyBulletin.example {
  const end = dayInWords(to ?? today);
  return {
    时段: from === undefined ? `截至${end}` : `${dayInWords(from)}至${end}`,
    日期: end,
    指标: figures
      .filter(({ value }) => value !== 0)
      .map((figure) => ({
        说明: figure.sentence,
        数值: valueOf(figure),
      })),
  };
}

function valueOf({ value, unit, step }: Figure): string {
  const exact = unit === 'fen' ? amountInWords(value) : unit === 'percent' ? `${value}%` : String(value);
  return step === undefined ? exact : `${exact}以上`;
}
