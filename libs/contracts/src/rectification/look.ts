/** Looks at what is put right. */
import { looksAt, looksOf } from '../kit/looks.js';

export const { noted: rectificationLookNoted, list: listRectificationLooks } = looksOf(
  'rectification',
  'GET /rectification/looks',
);

export const listCaseLooks = looksAt('rectification.case.listLooks', 'caseId', {
  http: 'GET /cases/{caseId}/looks',
  permission: 'case.review',
  summary: '谁看过这次整改，供巡察办查阅',
});
export const listItemLooks = looksAt('rectification.item.listLooks', 'itemId', {
  http: 'GET /items/{itemId}/looks',
  permission: 'item.close',
  summary: '谁看过这一整改事项，供巡察办查阅',
});
