/** How findings and their rectification went over the period, and where the inspections of it were. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../../api/client.js';
import { callOf } from '../../api/names.js';
import { Chart, type ChartData, type Series } from '../../kit/chart.js';
import { Loading } from '../../kit/notices.js';
import { Part } from '../../kit/part.js';
import { valueWord } from '../../words/words.js';
import { bucketsOf, type Bucket } from './buckets.js';
import type { Figure } from './figures.js';
import type { Period } from './period.js';

const KEPT_MS = 600_000;

export function CockpitCharts({ figures, period }: { figures: readonly Figure[]; period: Period }) {
  const where = useMemo(() => whereOf(figures), [figures]);
  return (
    <div className="charts">
      <Part title="发现问题与整改">
        <Trend period={period} />
      </Part>
      {where.categories.length > 0 && (
        <Part title="巡察了哪些组织" aside={<span className="second">单位：家</span>}>
          <Chart title="巡察了哪些组织" data={where} />
        </Part>
      )}
    </div>
  );
}

const trends: readonly (Omit<Series, 'values'> & { readonly indicator: string })[] = [
  { indicator: 'findings', name: '确认的问题', tone: 'blue' },
  { indicator: 'findingsRectified', name: '整改到位的问题', tone: 'success' },
];

/** One answer after another: a leader's chart does not hold up what others ask for. */
async function trendOf(buckets: readonly Bucket[], signal: AbortSignal): Promise<readonly Series[]> {
  const answers: (readonly Figure[])[] = [];
  for (const { from, to } of buckets)
    answers.push((await ask('listFigures', { from, to } as never, signal)).figures);
  return trends.map(({ indicator, name, tone }) => ({
    name,
    tone,
    values: answers.map((figures) => figures.find((one) => one.indicator === indicator)?.value ?? 0),
  }));
}

function Trend({ period: { from, to } }: { period: Period }) {
  const buckets = useMemo(() => bucketsOf({ from, to }), [from, to]);
  const { data: series, isError } = useQuery({
    queryKey: [callOf('listFigures').contract, 'trend', from, to],
    queryFn: ({ signal }) => trendOf(buckets, signal),
    staleTime: KEPT_MS,
  });
  const data: ChartData | undefined = useMemo(
    () =>
      series && {
        kind: buckets.length > 1 ? 'lines' : 'columns',
        categories: buckets.map(({ name }) => name),
        series,
      },
    [series, buckets],
  );
  if (isError) return <p className="second">这张图没有读到，其他数字不受影响。</p>;
  return data ? <Chart title="发现问题与整改" data={data} /> : <Loading text="正在逐月统计…" />;
}

const KIND = /^organizationsInspected\.(\w+)$/;

/** Kinds of organizations with their numbers, the most first; figures that put several kinds together are no kind. */
function whereOf(figures: readonly Figure[]): ChartData {
  const found = figures
    .flatMap(({ indicator, value }) => {
      const kind = KIND.exec(indicator)?.[1];
      const name = kind && valueWord('OrganizationKind', kind);
      return name && name !== kind && value > 0 ? [{ name, value }] : [];
    })
    .toSorted((one, other) => other.value - one.value);
  return {
    kind: 'rows',
    categories: found.map(({ name }) => name),
    series: [{ name: '已巡察', tone: 'blue', values: found.map(({ value }) => value) }],
  };
}
