/** A county's figures of a period as they go to its city: all of them, zeros included, taken from insight and never typed. */
import { z } from 'zod';
import { IndicatorId } from '../insight/figure.js';
import { command, event, query } from '../kit/builders.js';
import { BusinessDate, Id, pageInput, pageOf, SiteCode, Version } from '../kit/types.js';

export const Period = z.object({ from: BusinessDate, to: BusinessDate });
export type Period = z.infer<typeof Period>;
export const SentFigure = z.object({ id: IndicatorId, value: z.int() });
export type SentFigure = z.infer<typeof SentFigure>;

const number = z.int().min(1).describe('双方之间的编号，连续无缺号；同一期以编号大的为准');
export const statisticsSent = event('linkage.statistics.sent', {
  classification: 'internal',
  summary: '统计数据已报送上级',
  body: z.object({ statisticsId: Id, toSite: SiteCode, number, period: Period }),
});
/** Published in the city's site. What is sent again for a period takes the place of what was sent before. */
export const statisticsArrived = event('linkage.statistics.arrived', {
  classification: 'internal',
  summary: '下级报送的统计数据已到达',
  body: z.object({
    statisticsId: Id,
    fromSite: SiteCode,
    number,
    period: Period,
    figures: z.array(SentFigure),
  }),
});

export const StatisticsView = z.object({
  id: Id,
  version: Version,
  direction: z.enum(['out', 'in']),
  peerSite: SiteCode,
  number,
  period: Period,
  on: BusinessDate,
});
export const sendStatistics = command('linkage.statistics.send', {
  http: 'POST /statistics',
  permission: 'statistics.send',
  summary: '向上级站点报送一段时间的统计数据，数值取自数据服务',
  input: z.object({ period: Period }),
});
export const readStatistics = query('linkage.statistics.read', {
  http: 'GET /statistics/{statisticsId}',
  permission: 'statistics.read',
  classification: 'internal',
  summary: '一次报送的统计数据',
  input: z.object({ statisticsId: Id }),
  output: StatisticsView.extend({ figures: z.array(SentFigure) }),
});
export const listStatistics = query('linkage.statistics.list', {
  http: 'GET /statistics',
  permission: 'statistics.read',
  classification: 'internal',
  summary: '报送与收到的统计数据，新的在前',
  input: z.object({ ...pageInput, peerSite: SiteCode.optional() }),
  output: pageOf(StatisticsView),
});
