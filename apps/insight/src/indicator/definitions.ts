/** Every figure, each defined once; what the words mean is settled in apps/scenarios/FIGURES.md. The id is the figure's key. */
import { clueIndicators } from './clues.js';
import { cityFigures, countyIndicators } from './counties.js';
import type { Composed, Indicator } from './indicator.js';
import { onsiteIndicators } from './onsite.js';
import { planningIndicators } from './planning.js';
import { rectificationIndicators } from './rectification.js';
import { talentIndicators } from './talent.js';

const own = [
  ...onsiteIndicators,
  ...rectificationIndicators,
  ...clueIndicators,
  ...talentIndicators,
  ...planningIndicators,
];
export const indicators: readonly Indicator[] = [...own, ...countyIndicators(own)];

export const composedFigures: readonly Composed[] = [
  ...cityFigures,
  {
    id: 'villageCoveragePercent',
    sentence: '村（社区）巡察覆盖率：已有巡察组进驻的占期末在册的百分比，四舍五入',
    measure: 'percent',
    parts: ['villagesInspected', 'villagePopulation'],
    opensTo: ['villagesInspected'],
    value: percentage('villagesInspected', 'villagePopulation'),
  },
];

function percentage(part: string, whole: string): Composed['value'] {
  return (values) => {
    const all = values.get(whole);
    return all ? Math.round((100 * (values.get(part) ?? 0)) / all) : undefined;
  };
}
