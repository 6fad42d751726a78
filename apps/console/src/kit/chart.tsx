/** A chart: drawn once its page stands, described for whoever does not see it, and as a table for whoever wants the numbers. */
import { useEffect, useRef } from 'react';
import { PlainTable } from './plain-table.js';
import { shownNumber } from './numbers.js';

export type Tone = 'blue' | 'success' | 'warning' | 'red';
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly tone: Tone;
}
export interface ChartData {
  /** Bars upwards, bars to the right for long names, or lines. */
  readonly kind: 'columns' | 'rows' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}

const HEIGHT = 260;
const ROW = 34;
const AXES = 50;

export function Chart({ title, data }: { title: string; data: ChartData }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let drawing: { dispose(): void } | undefined;
    let isGone = false;
    void import('./chart-draw.js').then(({ draw }) => {
      if (!isGone && box.current) drawing = draw(box.current, data);
    });
    return () => {
      isGone = true;
      drawing?.dispose();
    };
  }, [data]);
  const height = data.kind === 'rows' ? data.categories.length * ROW + AXES : HEIGHT;
  return (
    <figure className="chart">
      <div ref={box} style={{ height }} role="img" aria-label={`${title}，数字见下面的表格`} />
      <details>
        <summary>用表格看</summary>
        <PlainTable label={`${title}的表格`} heads={['', ...data.series.map(({ name }) => name)]}>
          {data.categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {data.series.map(({ name, values }) => (
                <td key={name} className="number">
                  {shownNumber(values[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </PlainTable>
      </details>
    </figure>
  );
}
