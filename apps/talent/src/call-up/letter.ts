/** 抽调函, as the organization department gets it, and what it answered. */
import type { Out, readCallUp } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';

export function letterOf(
  { number, from, until, requestedOn, answer }: Out<typeof readCallUp>,
  name: string,
): typeof forms.callUpRequest.example {
  const agrees = answer !== null && answer.unitAgrees && answer.departmentAgrees;
  return {
    文号: number,
    姓名: name,
    起: dayInWords(from),
    止: dayInWords(until),
    发函日期: dayInWords(requestedOn),
    答复: answer === null ? '' : agrees ? '同意抽调' : `不同意抽调。${answer.reason ?? ''}`,
    答复日期: answer === null ? '' : dayInWords(answer.on),
  };
}
