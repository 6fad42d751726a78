/** Figures: every one defined once, computed from events alone, opened down to the records it counts (rules.md 16). */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { BusinessDate, Id, pageInput, pageOf } from '../kit/types.js';

export const IndicatorId = z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)*$/);

export const FigureView = z.object({
  indicator: IndicatorId,
  sentence: z.string().describe('这一数字数的是什么'),
  unit: z.enum(['count', 'fen']),
  value: z.int(),
});
export const listFigures = query('insight.figure.list', {
  http: 'GET /figures',
  permission: 'figure.read',
  classification: 'internal',
  summary: '全部指标及其数值；可限于一段日期',
  input: z.object({ from: BusinessDate.optional(), to: BusinessDate.optional() }),
  output: z.object({ figures: z.array(FigureView) }),
});

export const CountedRecord = z.object({
  recordId: Id,
  kind: z.string().describe('记录种类，例如 onsite.finding'),
  organizationId: Id.nullable(),
  on: BusinessDate,
  amount: z.int().nullable(),
  countedAs: z
    .array(z.string())
    .describe('这条记录计作什么：组织、番号、人（假名）或记录自身；几条记录计作同一个的，只计一次'),
});
export const listCountedRecords = query('insight.figure.records', {
  http: 'GET /figures/{indicator}/records',
  permission: 'figure.read',
  classification: 'internal',
  summary: '一个数字背后的记录',
  input: z.object({
    ...pageInput,
    indicator: IndicatorId,
    from: BusinessDate.optional(),
    to: BusinessDate.optional(),
  }),
  output: pageOf(CountedRecord),
});
