/** 反馈意见, of what the reader is shown of a feedback (NB17-5): neither persons nor who signs stand in that (rules.md 5, 11). */
import type { Out, readFeedback } from '@xuncha/contracts';
import { dayInWords, durationInWords, type forms } from '@xuncha/documents';
import { profileOf } from '@xuncha/domain-kit';
import type { Names } from '@xuncha/service-kit';

export function letterOf(
  feedback: Out<typeof readFeedback>,
  { organization }: Names,
): typeof forms.feedbackLetter.example {
  const { durations } = profileOf(feedback.profile);
  return {
    文号: feedback.number,
    被巡察党组织: organization(feedback.organizationId),
    反馈意见: feedback.opinion,
    问题数: String(feedback.findings.length),
    整改方案期限: durationInWords(durations['plan.due']),
    整改报告期限: durationInWords(durations['report.due']),
    反馈日期: dayInWords(feedback.presentedOn),
    签收日期: dayInWords(feedback.deliveredOn),
    问题: feedback.findings.map(({ title, clause, immediate }) => ({
      标题: title,
      依据: clause,
      立行立改: immediate ? '是' : '',
    })),
  };
}
