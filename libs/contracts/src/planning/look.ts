/** Looks at what is archived. */
import { looksAt, looksOf } from '../kit/looks.js';

export const { noted: planningLookNoted, list: listPlanningLooks } = looksOf(
  'planning',
  'GET /planning/looks',
);

export const listArchiveFileLooks = looksAt('planning.archive-file.listLooks', 'archiveFileId', {
  http: 'GET /archive-files/{archiveFileId}/looks',
  permission: 'archive.write',
  summary: '谁看过这个案卷，供巡察办查阅',
});
