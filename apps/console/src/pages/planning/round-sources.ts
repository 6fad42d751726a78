/** Documents that a round has many of, and the lists of what they are written of. */
import type { DocumentName, ListName } from '../../api/names.js';

export interface Source {
  readonly name: string;
  readonly list: ListName;
  readonly query: DocumentName;
  readonly key: string;
}
const ofInspections = { list: 'listInspections', key: 'inspectionId' } as const;
const ofReports = { list: 'listReportPackages', key: 'reportPackageId' } as const;
export const sources: readonly Source[] = [
  { ...ofInspections, name: '巡察通知', query: 'inspectionNotice' },
  { ...ofInspections, name: '巡察公告', query: 'publicNotice' },
  { ...ofInspections, name: '材料清单', query: 'materialList' },
  { ...ofReports, name: '巡察报告', query: 'inspectionReport' },
  { ...ofReports, name: '领导班子评价报告', query: 'leadershipEvaluation' },
  { ...ofReports, name: '问题清单', query: 'findingList' },
  { list: 'listFeedback', key: 'feedbackId', name: '反馈意见', query: 'feedbackLetter' },
  { list: 'listCases', key: 'caseId', name: '销号清单', query: 'closeOutList' },
];
