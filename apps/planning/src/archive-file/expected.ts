/** What a file must have, and how long each kind of document is kept; the office may choose otherwise for one document. */
import type { ArchiveForm, Retention } from '@xuncha/contracts';
import type { Round } from '../round/round.js';

export const retentionOf: Readonly<Record<ArchiveForm, Retention>> = {
  roundPlan: 'permanent',
  callUpRequest: 'tenYears',
  teamAuthorization: 'thirtyYears',
  inspectionNotice: 'thirtyYears',
  publicNotice: 'tenYears',
  materialList: 'tenYears',
  interviewRecord: 'thirtyYears',
  workingPaper: 'thirtyYears',
  inspectionReport: 'permanent',
  leadershipEvaluation: 'permanent',
  findingList: 'permanent',
  hearingMinutes: 'permanent',
  feedbackLetter: 'permanent',
  planOpinionSlip: 'thirtyYears',
  reportsOpinionSlip: 'thirtyYears',
  supervisionOrder: 'thirtyYears',
  newHeadReminder: 'tenYears',
  closeOutList: 'permanent',
  monthlyBulletin: 'tenYears',
  coverageTable: 'permanent',
  other: 'thirtyYears',
};

export const ofRound: readonly ArchiveForm[] = ['roundPlan', 'hearingMinutes'];
export const ofTeam: readonly ArchiveForm[] = ['teamAuthorization'];
const ofOrganization: readonly ArchiveForm[] = [
  'inspectionNotice',
  'publicNotice',
  'workingPaper',
  'inspectionReport',
  'findingList',
  'feedbackLetter',
  'closeOutList',
];

/** Of each organization that is inspected; only a routine round evaluates its leadership. */
export function ofInspection({ kind }: Pick<Round, 'kind'>): readonly ArchiveForm[] {
  return kind === 'routine' ? [...ofOrganization, 'leadershipEvaluation'] : ofOrganization;
}
