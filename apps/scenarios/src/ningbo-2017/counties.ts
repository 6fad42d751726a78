/** The ten counties and what each of them did, as far as a share of the published sums and the source's examples say. */
import type { BusinessDate } from '@xuncha/domain-kit';
import { daysIn } from '../year/calendar.js';
import type { Activities } from '../year/outing.js';
import type { RoundKind } from '../year/plan.types.js';

const { day } = daysIn(2017);

export interface Theme {
  readonly code: string;
  readonly name: string;
}
/** A round that the county's committee sends. */
export interface CountyRound {
  readonly key: string;
  readonly title: string;
  readonly kind: RoundKind;
  readonly theme?: Theme;
  readonly draftedOn: BusinessDate;
  /** Its part of the county's organizations. */
  readonly weight: number;
}
export interface County {
  readonly division: string;
  readonly abbreviation: string;
  /** Each county has 2 to 4. */
  readonly teams: number;
  readonly rounds: readonly CountyRound[];
}

export const yuyao = '330281';
export const ninghai = '330226';
const poverty: Theme = { code: 'poverty-relief', name: '扶贫领域' };
const finance: Theme = { code: 'state-funds', name: '国有资金' };
const projects: Theme = { code: 'key-project', name: '重点工程' };

const spring = routine('spring', '2017年上半年常规巡察', day('01-09'));
const autumn = routine('autumn', '2017年下半年常规巡察', day('07-03'));

function routine(key: string, title: string, draftedOn: BusinessDate): CountyRound {
  return { key, title, kind: 'routine', draftedOn, weight: 3 };
}

function special(key: string, theme: Theme, draftedOn: BusinessDate, weight = 2): CountyRound {
  return { key, title: `2017年${theme.name}专项巡察`, kind: 'special', theme, draftedOn, weight };
}

/** Fenghua ran five special rounds, one after the other. */
const five = [
  special('special-1', poverty, day('01-09')),
  special('special-2', finance, day('02-20')),
  special('special-3', projects, day('04-05')),
  special('special-4', finance, day('05-15')),
  special('special-5', poverty, day('06-26')),
];

/** Those of whom the source tells more come first. */
export const counties: readonly County[] = [
  {
    division: yuyao,
    abbreviation: '余姚',
    teams: 4,
    rounds: [spring, special('special', poverty, day('04-05'), 3)],
  },
  {
    division: ninghai,
    abbreviation: '宁海',
    teams: 3,
    rounds: [spring, special('special', projects, day('04-05'), 3)],
  },
  { division: '330213', abbreviation: '奉化', teams: 3, rounds: five },
  {
    division: '330282',
    abbreviation: '慈溪',
    teams: 4,
    rounds: [spring, special('special', finance, day('04-05')), autumn],
  },
  { division: '330203', abbreviation: '海曙', teams: 4, rounds: [spring, autumn] },
  { division: '330205', abbreviation: '江北', teams: 2, rounds: [spring, autumn] },
  { division: '330206', abbreviation: '北仑', teams: 3, rounds: [spring, autumn] },
  { division: '330211', abbreviation: '镇海', teams: 2, rounds: [spring, autumn] },
  { division: '330212', abbreviation: '鄞州', teams: 4, rounds: [spring, autumn] },
  { division: '330225', abbreviation: '象山', teams: 3, rounds: [spring, autumn] },
];

/** What the source tells of Yuyao's special inspection of poverty relief (NB17-1). */
export const yuyaoSpecial = {
  findings: 124,
  activities: [
    { kind: 'interview', count: 339 },
    { kind: 'phoneSpotCheck', count: 180 },
    { kind: 'householdVisit', count: 329 },
    { kind: 'siteSurvey', count: 52 },
  ] satisfies readonly Activities[],
} as const;
/** And of Ninghai's special inspection: clues transferred, a person each. */
export const ninghaiSpecial = { accountable: 60, cluesTransferred: 4 } as const;
