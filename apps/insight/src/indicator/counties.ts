/** Figures of a city and its counties: what these hand up for a period, and the city's own beside it. */
import { countyFigures } from '@xuncha/contracts';
import { addDays } from '@xuncha/domain-kit';
import type { Statistics } from '../record/record.js';
import { countEach, type Composed, type Indicator } from './indicator.js';

const statistics = (
  id: string,
  sentence: string,
  tally: 'units' | 'amounts',
  amountOf: (statistics: Statistics) => number | undefined,
): Indicator =>
  countEach(id, {
    sentence,
    of: 'linkage.statistics',
    where: [],
    dating: 'handedUp',
    tally,
    contributions: ({ traits }) => {
      const amount = traits.statistics && amountOf(traits.statistics);
      if (amount === undefined) return [];
      const { fromSite: unit, from: on, to } = traits.statistics!;
      return [{ unit, on, until: addDays(to, 1), amount }];
    },
  });
const counties = (id: string, sentence: string, figure: (typeof countyFigures)[number]): Indicator =>
  statistics(id, sentence, 'units', ({ figures }) => (figures[figure] ? 0 : undefined));

/** `own` are the figures that counties compute of themselves. */
export function countyIndicators(own: readonly Indicator[]): readonly Indicator[] {
  return [
    counties('countyLevel.counties', '已有巡察组进驻的县（市、区）数', 'organizationsInspected'),
    counties(
      'countyLevel.specialInspectionCounties',
      '专项巡察已有进驻的县（市、区）数',
      'special.organizationsInspected',
    ),
    ...countyFigures.map((figure) => {
      const { sentence } = own.find(({ id }) => id === figure)!;
      const sum = `各县（市、区）报送的合计：${sentence}`;
      return statistics(`countyLevel.${figure}`, sum, 'amounts', ({ figures }) => figures[figure]);
    }),
  ];
}

/** The city's own figure under a name that tells it from its counties'; shown where counties handed up theirs. */
const cityLevel = (id: string, name: string): Composed => ({
  id: `cityLevel.${id}`,
  sentence: `市本级的${name}，与各县（市、区）报送的并列`,
  measure: 'count',
  parts: [id],
  opensTo: [id],
  value: (values) => (values.has('countyLevel.findings') ? values.get(id) : undefined),
});
/** People of the site and of its counties; a person is an inspector of one site only. */
const withCounties = (id: string, sentence: string, of: (typeof countyFigures)[number]): Composed => {
  const parts = [of, `countyLevel.${of}`];
  const value = (values: ReadonlyMap<string, number>) =>
    parts.reduce((total, part) => total + (values.get(part) ?? 0), 0);
  return { id, sentence, measure: 'count', parts, opensTo: parts, value };
};

export const cityFigures: readonly Composed[] = [
  cityLevel('findings', '问题数'),
  cityLevel('teams', '巡察组数'),
  cityLevel('fullTimeInspectors', '专职巡察人员数'),
  cityLevel('inspectorsSentToTraining', '派往外地培训的人数'),
  withCounties('talentPool', '期末在库的人数，含各县（市、区）报送的', 'inspectorsInPool'),
  withCounties('trainedInCourses', '参加过市级培训的人数，含各县（市、区）报送的', 'trainedByCity'),
];
