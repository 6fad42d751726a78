import { Chance, split } from '../chance.js';
import { scaled, target } from '../figures.js';
import type { Plan } from '../year/steps.js';
import { makeCityPlan } from './city.plan.js';
import { counties, yuyaoSpecial, type County } from './counties.js';
import { makeCountyPlan, type Quota } from './county.plan.js';
import { expectedFigures } from './figures.js';

/** The plans of the city's site and of its counties'. */
export interface Plans {
  readonly city: Plan;
  readonly counties: readonly { readonly county: County; readonly plan: Plan }[];
}

/** What the rehearsal calls the city's site; a county's is called by its division. */
export const citySite = 'city';

/** Clues about officials whom the city manages are raised in so many counties. */
const countiesWithCityOfficials = 3;
/** Of those trained in courses, so many are the city's own. */
const cityTrained = 30;

/** The year 2017 of Ningbo as it may have been, county by county; seed and scale decide everything. */
export function makePlans({ seed, scale }: { seed: number; scale: number }): Plans {
  if (!(scale >= 0.05 && scale <= 1)) throw new Error('the scale is from 0.05 to 1');
  const chance = new Chance(`ningbo-2017/${seed}`);
  const figures = expectedFigures(scale);
  const quotas = quotasOf(scale);
  return {
    city: makeCityPlan(
      {
        teams: target(figures, 'cityLevel.teams'),
        findings: target(figures, 'cityLevel.findings'),
        fullTime: target(figures, 'cityLevel.fullTimeInspectors'),
        trainedByCity: cityTrained,
        trainedOutside: target(figures, 'cityLevel.inspectorsSentToTraining'),
        counties: counties.map(({ division }) => division),
      },
      chance.fork('city'),
    ),
    counties: counties.map((county, index) => ({
      county,
      plan: makeCountyPlan(county, quotas[index]!, chance.fork(county.division)),
    })),
  };
}

/** Every published sum dealt over the counties. */
function quotasOf(scale: number): Quota[] {
  const figures = expectedFigures(scale);
  const alike = counties.map(() => 1);
  const byTeams = counties.map(({ teams }) => teams);
  const dealt = (figure: string, weights = alike) => split(target(figures, `countyLevel.${figure}`), weights);
  const small = (figure: number) => scaled(figure, scale);
  const columns = {
    organizations: dealt('organizationsInspected'),
    findings: split(target(figures, 'countyLevel.findings') - small(yuyaoSpecial.findings), alike),
    cluesTransferred: dealt('cluesTransferred'),
    filed: dealt('personsFiled'),
    sanctioned: dealt('personsHandled.disciplinary'),
    judged: dealt('personsHandled.judicial'),
    fullTime: dealt('fullTimeInspectors', byTeams),
    trainedByCity: split(target(figures, 'trainedInCourses') - cityTrained, byTeams),
  };
  return counties.map((_, index) => ({
    organizations: columns.organizations[index]!,
    findings: columns.findings[index]!,
    cluesTransferred: columns.cluesTransferred[index]!,
    filed: columns.filed[index]!,
    sanctioned: columns.sanctioned[index]!,
    judged: columns.judged[index]!,
    fullTime: columns.fullTime[index]!,
    trainedByCity: columns.trainedByCity[index]!,
    movesUp: index < countiesWithCityOfficials,
    city: citySite,
    scaled: small,
  }));
}
