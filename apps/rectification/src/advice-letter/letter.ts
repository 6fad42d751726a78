/** 巡察建议书, of an advice letter as its reader sees it. */
import { parse } from 'node:path';
import type { Out, readAdviceLetter } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

export function letterOf(
  { number, organizationId, subject, cause, advice, files, dueOn, sentOn }: Out<typeof readAdviceLetter>,
  { organization }: Names,
): typeof forms.adviceLetter.example {
  return {
    文号: number ?? '',
    收受部门: organization(organizationId),
    事由: subject,
    问题与成因: cause,
    建议: advice,
    附件: files.map(({ name }) => ({ 名称: parse(name).name })),
    答复期限: dayInWords(dueOn),
    发出日期: dayInWords(sentOn),
  };
}
