/** 卷内文件目录, of the file as its reader is shown it. */
import type { ArchiveForm, Out, readArchiveFile, Retention } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

type Shown = Out<typeof readArchiveFile>;
type Line = Shown['lines'][number];

const retentions: Readonly<Record<Retention, string>> = {
  permanent: '永久',
  thirtyYears: '30年',
  tenYears: '10年',
};
const titles: Readonly<Record<ArchiveForm, string>> = {
  roundPlan: '巡察工作方案',
  callUpRequest: '抽调函',
  teamAuthorization: '巡察组授权书',
  inspectionNotice: '巡察通知',
  publicNotice: '巡察公告',
  materialList: '资料清单',
  interviewRecord: '谈话记录',
  workingPaper: '工作底稿',
  inspectionReport: '巡察报告',
  leadershipEvaluation: '领导班子评价',
  findingList: '问题清单及处置建议',
  hearingMinutes: '听取汇报会议纪要',
  feedbackLetter: '反馈意见',
  planOpinionSlip: '整改方案审核意见',
  reportsOpinionSlip: '整改报告审核意见',
  supervisionOrder: '督办单',
  newHeadReminder: '新任负责人提醒函',
  closeOutList: '销号清单',
  monthlyBulletin: '巡察工作通报',
  coverageTable: '全覆盖情况表',
  other: '其他',
};

export function contentsListOf(
  file: Pick<
    Shown,
    'number' | 'title' | 'retention' | 'closedOn' | 'documents' | 'pages' | 'absences' | 'lines'
  >,
  { organization }: Pick<Names, 'organization'>,
): typeof forms.archiveContents.example {
  return {
    案卷号: file.number,
    案卷题名: file.title,
    保管期限: file.retention ? retentions[file.retention] : '',
    整理日期: dayInWords(file.closedOn),
    件数: String(file.documents),
    页数: String(file.pages),
    缺件数: String(file.absences),
    文件: file.lines.map((line) => rowOf(line, organization(line.organizationId))),
  };
}

function rowOf({ form, number, firstPage, document, absence }: Line, of: string) {
  const what = of === '' ? titles[form] : `${titles[form]}（${of}）`;
  return {
    件号: number === null ? '' : String(number),
    责任者: document?.author ?? '',
    题名: document?.title ?? what,
    日期: document?.dated.replaceAll('-', '') ?? '',
    页号: document && firstPage !== null ? pagesOf(firstPage, document.pages) : '',
    期限: document ? retentions[document.retention] : '',
    备注: absence === null ? (document ? '' : '尚缺') : `缺件：${absence}`,
  };
}

const pagesOf = (first: number, pages: number) =>
  pages === 1 ? String(first) : `${first}–${first + pages - 1}`;
