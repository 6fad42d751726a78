/** 工作底稿 as it is printed: what was found, by which evidence, and who signed when. */
import type { EvidenceSource, Out, readPaper } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import type { Names } from '@xuncha/service-kit';

const sources: Readonly<Record<EvidenceSource, string>> = {
  document: '查阅资料',
  interview: '个别谈话',
  siteCheck: '实地踏勘',
  householdVisit: '入户走访',
  phoneSpotCheck: '电话问询',
  dataComparison: '数据比对',
  petition: '信访反映',
};

export function documentOf(
  paper: Out<typeof readPaper>,
  { organization, account }: Names,
): typeof forms.workingPaper.example {
  const signed = (by: Id | null, on: BusinessDate | null) => `${account(by)}\n${dayInWords(on)}`;
  return {
    被巡察党组织: organization(paper.organizationId),
    佐证: paper.corroborated ? '证据来源不少于两类' : '证据来源只有一类',
    事项: paper.matter,
    情况: paper.content,
    证据: paper.evidence.map(({ source, note, file }) => ({
      来源: sources[source],
      说明: note,
      附件: file?.name ?? '',
    })),
    起草: signed(paper.authorId, paper.draftedOn),
    审核: signed(paper.reviewerId, paper.reviewedOn),
    签批: signed(paper.approverId, paper.signedOn),
  };
}
