/** Looks at what is found on site. */
import { looksAt, looksOf } from '../kit/looks.js';

export const { noted: lookNoted, list: listLooks } = looksOf('onsite', 'GET /onsite/looks');

export const listPetitionLooks = looksAt('onsite.petition.listLooks', 'petitionId', {
  http: 'GET /petitions/{petitionId}/looks',
  permission: 'petition.open',
  summary: '谁看过这件信访件，供保管员查阅；不含所查看的内容',
});
export const listActivityLooks = looksAt('onsite.activity.listLooks', 'activityId', {
  http: 'GET /activities/{activityId}/looks',
  permission: 'look.read',
  summary: '谁看过这次活动的记录，供组长和巡察办查阅',
});
export const listPaperLooks = looksAt('onsite.workingPaper.listLooks', 'paperId', {
  http: 'GET /working-papers/{paperId}/looks',
  permission: 'look.read',
  summary: '谁看过这份底稿，供组长和巡察办查阅',
});
export const listFindingLooks = looksAt('onsite.finding.listLooks', 'findingId', {
  http: 'GET /findings/{findingId}/looks',
  permission: 'look.read',
  summary: '谁看过这个问题，供组长和巡察办查阅',
});
export const listReportLooks = looksAt('onsite.reportPackage.listLooks', 'reportPackageId', {
  http: 'GET /report-packages/{reportPackageId}/looks',
  permission: 'look.read',
  summary: '谁看过这套报告，供组长和巡察办查阅',
});
