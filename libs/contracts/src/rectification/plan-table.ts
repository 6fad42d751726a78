/** The plan of a case as a table: given out with the findings in it, and read into the form, where it is looked at and saved as ever. */
import { z } from 'zod';
import { file, query } from '../kit/builders.js';
import { ImportRefusal, ImportTemplate } from '../kit/import.js';
import { FileRef, Id, Sha256, TABLE_MEDIA_TYPES } from '../kit/types.js';
import { PlanRow } from './plan.js';

/** A plan has some hundred measures. */
export const MAX_PLAN_BYTES = 1024 * 1024;

export const uploadPlan = file('rectification.case.uploadPlan', {
  http: 'POST /cases/plan-files',
  permission: 'plan.submit',
  summary: '上传整改方案表（CSV 或 Excel）',
  mediaTypes: TABLE_MEDIA_TYPES,
  maxBytes: MAX_PLAN_BYTES,
});
export const planTemplate = query('rectification.case.planTemplate', {
  http: 'GET /cases/{caseId}/plan/template',
  permission: 'plan.submit',
  classification: 'restricted',
  summary: '整改方案表（Excel）：反馈的问题和已拟的措施已填好；查看留痕',
  input: z.object({ caseId: Id }),
  output: ImportTemplate.extend({ id: Id }),
});
/** Nothing is kept of it: what was read is for the form. */
export const readPlanFile = query('rectification.case.readPlanFile', {
  http: 'GET /cases/{caseId}/plan/file',
  permission: 'plan.submit',
  classification: 'restricted',
  summary: '读出已上传的整改方案表，不保存；有错时列出全部错误',
  input: z.object({
    caseId: Id,
    sha256: Sha256,
    bytes: z.int().min(0),
    mediaType: z.string().max(127),
  }),
  output: z.object({
    id: Id,
    rows: z.array(PlanRow).describe('有错时为空'),
    refusal: ImportRefusal.nullable(),
  }),
});
/** Made when it is asked for: nothing is kept of it either. */
export const markedPlanFile = query('rectification.case.markedPlanFile', {
  http: 'GET /cases/{caseId}/plan/file/marked',
  permission: 'plan.submit',
  classification: 'restricted',
  summary: '标出全部错误的整改方案表（Excel）：改好后原样读入；查看留痕',
  input: readPlanFile.input.extend({ name: FileRef.shape.name.describe('上传时的文件名') }),
  output: z.object({ id: Id, name: z.string(), mediaType: z.string(), base64: z.base64() }),
});
