/** Files that plans, reports and close-outs name as evidence; whoever uploads one is answered the `FileRef` to name it by. */
import { file } from '../kit/builders.js';
import { EVIDENCE_MEDIA_TYPES, MAX_FILE_BYTES } from '../kit/types.js';

export const uploadItemFile = file('rectification.evidence.upload', {
  http: 'POST /items/files',
  permission: 'file.upload',
  summary: '上传整改方案、报告、销号和巡察建议书所附的材料',
  mediaTypes: EVIDENCE_MEDIA_TYPES,
  maxBytes: MAX_FILE_BYTES,
});
