/** The forms that there are. */
import { adviceLetter } from './advice-letter.js';
import { archiveContents } from './archive-contents.js';
import { callUpRequest } from './call-up-request.js';
import { closeOutList } from './close-out-list.js';
import { coverageTable } from './coverage-table.js';
import { feedbackLetter } from './feedback-letter.js';
import { findingList } from './finding-list.js';
import { inspectionNotice } from './inspection-notice.js';
import { inspectionReport } from './inspection-report.js';
import { interviewRecord } from './interview-record.js';
import { leadershipEvaluation } from './leadership-evaluation.js';
import { materialList } from './material-list.js';
import { monthlyBulletin } from './monthly-bulletin.js';
import { newHeadReminder } from './new-head-reminder.js';
import { planOpinionSlip, reportsOpinionSlip } from './opinion-slips.js';
import { publicNotice } from './public-notice.js';
import { roundPlan } from './round-plan.js';
import { supervisionOrder } from './supervision-order.js';
import { teamAuthorization } from './team-authorization.js';
import { transferApproval } from './transfer-approval.js';
import { transferReceipt } from './transfer-receipt.js';
import { workingPaper } from './working-paper.js';

export const forms = {
  roundPlan,
  callUpRequest,
  teamAuthorization,
  inspectionNotice,
  publicNotice,
  materialList,
  interviewRecord,
  workingPaper,
  inspectionReport,
  leadershipEvaluation,
  findingList,
  feedbackLetter,
  transferApproval,
  transferReceipt,
  planOpinionSlip,
  reportsOpinionSlip,
  supervisionOrder,
  newHeadReminder,
  adviceLetter,
  closeOutList,
  monthlyBulletin,
  coverageTable,
  archiveContents,
};
