/** Files that working papers and reports name as evidence; whoever uploads one is answered the `FileRef` to name it by. */
import { file } from '../kit/builders.js';
import { EVIDENCE_MEDIA_TYPES, MAX_FILE_BYTES } from '../kit/types.js';

export const uploadPaperFile = file('onsite.evidence.upload', {
  http: 'POST /papers/files',
  permission: 'file.upload',
  summary: '上传底稿和报告所附的材料',
  mediaTypes: EVIDENCE_MEDIA_TYPES,
  maxBytes: MAX_FILE_BYTES,
});
