/** Looks at the records of people. */
import { looksAt, looksOf } from '../kit/looks.js';

export const { noted: talentLookNoted, list: listTalentLooks } = looksOf('talent', 'GET /talent/looks');

export const listInspectorLooks = looksAt('talent.inspector.listLooks', 'inspectorId', {
  http: 'GET /inspectors/{inspectorId}/looks',
  permission: 'inspector.write',
  summary: '谁看过这名人员的档案，含导出名册，供巡察办查阅',
});
