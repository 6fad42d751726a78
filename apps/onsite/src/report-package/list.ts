/** 问题清单及处置建议 (NB17-10): each finding with its five-see, persons included; it goes to those who read the report, to nobody else (rules.md 5). */
import type { Disposal, Out, readReportPackage } from '@xuncha/contracts';
import { amountInWords, dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';
import type { Finding } from '../finding/finding.js';

const disposals: Readonly<Record<Disposal, string>> = {
  rectification: '整改',
  clueTransfer: '移交线索',
  adviceLetter: '巡察建议书',
};

export function listOf(
  report: Out<typeof readReportPackage>,
  findings: readonly Finding[],
  { organization }: Names,
): typeof forms.findingList.example {
  return {
    被巡察党组织: organization(report.organizationId),
    报送日期: dayInWords(report.submittedOn),
    决定日期: report.decidedOn === null ? '' : dayInWords(report.decidedOn),
    问题数: String(findings.length),
    问题: findings.map(({ title, clause, amountInvolved, fiveSee, ...finding }) => ({
      标题: title,
      依据: clause,
      事实: fiveSee.matter ?? '',
      涉及金额: amountInWords(amountInvolved),
      涉及人员: (fiveSee.persons ?? []).map(({ name, post }) => `${name}（${post}）`).join('\n'),
      单位: fiveSee.unit ?? '',
      处理建议: fiveSee.proposedResult ?? '',
      问责建议: fiveSee.proposedAccountability ?? '',
      处置决定: finding.disposals.map((disposal) => disposals[disposal]).join('、'),
    })),
  };
}
