/** Figures: every one defined once, computed from events alone, opened down to the records it counts (rules.md 16). */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { BusinessDate, Id, pageInput, pageOf } from '../kit/types.js';

export const IndicatorId = z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)*$/);

export const IndicatorView = z.object({
  indicator: IndicatorId,
  sentence: z.string().describe('这一数字数的是什么'),
  unit: z.enum(['count', 'fen', 'percent']),
  parts: z.array(IndicatorId).optional().describe('由这些指标合成；百分比依次为分子、分母'),
});
export const listIndicators = query('insight.indicator.list', {
  http: 'GET /indicators',
  permission: 'figure.read',
  classification: 'open',
  summary: '全部指标的定义，不论有没有数值',
  input: z.object({}),
  output: z.object({ indicators: z.array(IndicatorView) }),
});

export const FigureView = IndicatorView.extend({
  value: z.int(),
  step: z
    .int()
    .optional()
    .describe('只按此数取整给出：实际值不小于 value、小于 value+step；value 为 0 即少于 step'),
});
export const listFigures = query('insight.figure.list', {
  http: 'GET /figures',
  permission: 'figure.read',
  classification: 'internal',
  summary: '各项指标及其数值，可限于一段日期；各组不一致的、下级未报送的不列',
  input: z.object({ from: BusinessDate.optional(), to: BusinessDate.optional() }),
  output: z.object({ figures: z.array(FigureView) }),
});

export const monthlyBulletin = documentOf(listFigures, { as: 'bulletin', summary: '巡察工作通报' });

export const CountedRecord = z.object({
  recordId: Id,
  kind: z.string().describe('记录种类，例如 onsite.finding'),
  organizationId: Id.nullable(),
  on: BusinessDate,
  amount: z.int().nullable().describe('有数额的，指标为各条数额之和'),
  countedAs: z
    .array(z.string())
    .describe('这条记录计作什么：组织、番号、人（假名）或记录自身；几条记录计作同一个的，只计一次'),
  team: z.string().optional().describe('按组分别计数的，记在哪一组'),
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
