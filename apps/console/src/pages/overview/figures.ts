/** How figures are read: their groups, their words and their numbers. The definitions are insight's; nothing is computed here. */
import type { Answer } from '../../api/names.js';
import { FEN_PER_YUAN, shownNumber } from '../../kit/numbers.js';

export type Figure = Answer<'listFigures'>['figures'][number];

/** In the order of the work; the first that fits. */
const groups: readonly (readonly [title: string, fits: RegExp])[] = [
  ['各县（市、区）报送', /^countyLevel\./],
  ['联动、交叉与提级', /^(joint|cross|upgraded)\./],
  ['乡镇（街道）自行巡察', /^townshipLed\./],
  [
    '巡察覆盖',
    /organizationsInspected|villagesInspected|villagePopulation|Coverage|lookBackRounds|^organizations/i,
  ],
  ['线索与处理', /clue|persons(Filed|Handled|Judicial)|casesOf|officialsAdjusted/i],
  ['整改成效', /Rectified|Solved|systems|accountab|money|lossRecovered|income|contract|facilit/i],
  ['发现问题', /finding|amountInvolved|problem/i],
  ['深入了解', /^activities\.|petition|interview/i],
  ['听取汇报', /^hearings\./],
  ['队伍', /team|inspector|train|promoted|talentPool/i],
];
const OTHERS = '其他';
const order = [
  '巡察覆盖',
  '发现问题',
  '整改成效',
  '线索与处理',
  '深入了解',
  '听取汇报',
  '队伍',
  '联动、交叉与提级',
  '乡镇（街道）自行巡察',
  '各县（市、区）报送',
  OTHERS,
];

type Indicated = Pick<Figure, 'indicator'>;
export interface Group<F extends Indicated> {
  readonly title: string;
  readonly figures: readonly F[];
}

export function groupsOf<F extends Indicated>(figures: readonly F[]): readonly Group<F>[] {
  const titleOf = ({ indicator }: Indicated) =>
    groups.find(([, fits]) => fits.test(indicator))?.[0] ?? OTHERS;
  return order
    .map((title) => ({ title, figures: figures.filter((figure) => titleOf(figure) === title) }))
    .filter((group) => group.figures.length > 0);
}

/** What a leader with five minutes looks at first, by a short name; the sentence of each stands below its number. */
const first: readonly Headline[] = [
  { indicator: 'villageCoveragePercent', name: '村（社区）覆盖率' },
  { indicator: 'organizationsInspected', name: '已巡察党组织', unit: '家' },
  { indicator: 'findings', name: '发现问题', unit: '个' },
  { indicator: 'findingsRectified', name: '整改到位', unit: '个' },
  { indicator: 'moneyRecovered', name: '追回资金' },
  { indicator: 'personsFiled', name: '立案', unit: '人' },
];

export interface Headline extends Indicated {
  readonly name: string;
  /** Of what is merely counted. */
  readonly unit?: string;
}

export function headlines(figures: readonly Figure[]): readonly (readonly [Headline, Figure])[] {
  return first.flatMap((headline) => {
    const figure = figures.find(({ indicator }) => indicator === headline.indicator);
    return figure ? [[headline, figure] as const] : [];
  });
}

const SUMMED = '各县（市、区）报送的合计';

/** A sentence begins with what is counted; how it is counted follows, and last whose numbers a sum is of. */
export function wordsOf({ sentence }: Pick<Figure, 'sentence'>): readonly [what: string, how: string] {
  if (sentence.startsWith(`${SUMMED}：`)) {
    const [what, how] = wordsOf({ sentence: sentence.slice(SUMMED.length + 1) });
    return [what, how ? `${how}；${SUMMED}` : SUMMED];
  }
  const at = sentence.search(/[，：]|（(?=不?含)/);
  if (at < 0) return [sentence, ''];
  const rest = sentence.slice(at);
  return [sentence.slice(0, at), /^[，：]/.test(rest) ? rest.slice(1) : rest.replace(/^（(.*)）$/, '$1')];
}

export interface Shown {
  readonly number: string;
  readonly unit: string;
}

const WAN = 10_000;
const YI = 100_000_000;
const rounded = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

export function shownFigure({ unit, value, step }: Figure): Shown {
  if (step)
    return {
      number: value === 0 ? `少于 ${step}` : `${shownNumber(value)}–${shownNumber(value + step - 1)}`,
      unit: '',
    };
  if (unit === 'percent') return { number: shownNumber(value), unit: '%' };
  if (unit === 'count') return { number: shownNumber(value), unit: '' };
  const yuan = value / FEN_PER_YUAN;
  if (yuan >= YI) return { number: rounded.format(yuan / YI), unit: '亿元' };
  if (yuan >= WAN) return { number: rounded.format(yuan / WAN), unit: '万元' };
  return { number: rounded.format(yuan), unit: '元' };
}
