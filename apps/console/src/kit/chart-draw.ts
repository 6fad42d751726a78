/** How charts are drawn; the only file that knows the library, of which it takes what it draws with. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartData, Tone } from './chart.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

const MOST_BAR = 22;

/** Follows the size of its box until it is disposed of. */
export function draw(box: HTMLElement, data: ChartData): { dispose(): void } {
  const chart = init(box);
  chart.setOption(optionOf(data));
  const sizes = new ResizeObserver(() => chart.resize());
  sizes.observe(box);
  return {
    dispose: () => {
      sizes.disconnect();
      chart.dispose();
    },
  };
}

const variable = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const colourOf = (tone: Tone) => variable(tone);

function optionOf({ kind, categories, series }: ChartData): EChartsCoreOption {
  const [ink, second, light] = [variable('ink'), variable('second'), variable('border-light')];
  const font = getComputedStyle(document.body).fontFamily;
  const names = {
    type: 'category',
    data: categories,
    inverse: kind === 'rows',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: light } },
    axisLabel: { color: ink, fontSize: 13 },
  };
  const values = {
    type: 'value',
    minInterval: 1,
    splitLine: { lineStyle: { color: light } },
    axisLabel: { color: second },
  };
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily: font },
    grid: { left: 8, right: 28, top: series.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
    // A tooltip of markup would need styles in attributes, which the page's policy forbids.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: kind === 'lines' ? 'line' : 'shadow' },
    },
    legend: {
      show: series.length > 1,
      left: 0,
      top: 0,
      itemWidth: 14,
      itemHeight: 10,
      textStyle: { color: ink },
    },
    xAxis: kind === 'rows' ? values : names,
    yAxis: kind === 'rows' ? names : values,
    series: series.map(({ name, values: own, tone }) => ({
      name,
      type: kind === 'lines' ? 'line' : 'bar',
      data: own,
      color: colourOf(tone),
      barMaxWidth: MOST_BAR,
      label: { show: kind === 'rows', position: 'right', color: ink },
      symbolSize: 7,
    })),
  };
}
