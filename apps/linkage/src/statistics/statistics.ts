/** The figures of one period, as they were sent and as they arrived: small records that never change (ALL-2, SZ-8). */
import {
  decide,
  statisticsArrived,
  statisticsSent,
  type Decision,
  type listFigures,
  type Out,
  type Period,
  type SentFigure,
} from '@xuncha/contracts';
import { idFrom, refuseIf, type BusinessDate, type Id } from '@xuncha/domain-kit';

export interface Statistics {
  readonly id: Id;
  readonly direction: 'out' | 'in';
  readonly peerSite: string;
  readonly number: number;
  readonly period: Period;
  readonly figures: readonly SentFigure[];
  readonly on: BusinessDate;
}
/** What of it goes to the other site. */
export type Report = Pick<Statistics, 'period' | 'figures'>;
/** To or from which site, under which number between the two. */
export type Way = Pick<Statistics, 'peerSite' | 'number'>;

/**
 * Whoever is recused from an organization is told figures without it, and would hand up too little; so somebody else sends them.
 */
export function refuseUnsent(period: Period, isRecused: boolean, today: BusinessDate): void {
  refuseIf(period.from > period.to, 'statistics.period-reversed');
  refuseIf(period.to > today, 'statistics.period-not-over', { to: period.to, today });
  refuseIf(isRecused, 'statistics.sender-recused');
}

/** Every figure there is, those that are zero included: what is missing would look like what was not sent. */
export function reportOf(period: Period, figures: Out<typeof listFigures>['figures']): Report {
  return { period, figures: figures.map(({ indicator, value }) => ({ id: indicator, value })) };
}

export function send(id: Id, report: Report, to: Way, on: BusinessDate): Decision<Statistics> {
  const { peerSite: toSite, number } = to;
  const fact = statisticsSent({ statisticsId: id, toSite, number, period: report.period });
  return decide({ id, direction: 'out', ...to, ...report, on }, fact);
}

export function arrive(
  sentId: Id,
  { period, figures }: Report,
  from: Way,
  on: BusinessDate,
): Decision<Statistics> {
  const id = idFrom(sentId, 'arrived');
  const { peerSite: fromSite, number } = from;
  const fact = statisticsArrived({ statisticsId: id, fromSite, number, period, figures: [...figures] });
  return decide({ id, direction: 'in', peerSite: fromSite, number, period, figures, on }, fact);
}
