/** 督办单, of a supervision order as its reader sees it: what is owed and since when, nothing of what was done about it. */
import type { Out, readSupervision, SupervisedMatter } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

const matters: Readonly<Record<SupervisedMatter, string>> = {
  plan: '报送巡察整改方案',
  reports: '报送巡察整改情况报告和主要负责人组织落实整改情况报告',
  item: '完成巡察整改事项',
  advice: '书面答复巡察建议书',
};

export function orderOf(
  { number, organizationId, matter, dueOn, on }: Out<typeof readSupervision>,
  about: string,
  { organization }: Names,
): typeof forms.supervisionOrder.example {
  return {
    文号: number ?? '',
    被督办单位: organization(organizationId),
    督办事项: matters[matter],
    所涉问题: about,
    期限: dayInWords(dueOn),
    督办日期: dayInWords(on),
  };
}
