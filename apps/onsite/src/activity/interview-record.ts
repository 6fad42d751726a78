/** 个别谈话记录, of what the team wrote down; with whom it was is not recorded and written in by hand (rules.md 13). */
import type { Out, readActivity } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

export function interviewRecordOf(
  { organizationId, title, notes, doneOn, recordedBy }: Out<typeof readActivity>,
  { organization, account }: Names,
): typeof forms.interviewRecord.example {
  return {
    被巡察党组织: organization(organizationId),
    谈话日期: dayInWords(doneOn),
    记录人: account(recordedBy),
    事由: title,
    谈话内容: notes ?? '',
  };
}
