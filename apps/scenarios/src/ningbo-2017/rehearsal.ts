import type { Rehearsal } from '../replay/rehearsal.js';
import { rehearsedSite } from '../year/rehearsal.js';
import { expectedFigures } from './figures.js';
import { citySite, makePlans } from './plan.js';

/** The city's site comes first: it knows the figures of all. */
export function rehearseNingbo2017(options: { seed: number; scale: number }): Rehearsal {
  const plans = makePlans(options);
  const city = rehearsedSite(plans.city, { key: citySite, abbreviation: '甬' });
  const counties = plans.counties.map(({ county: { division, abbreviation }, plan }) =>
    rehearsedSite(plan, { key: division, abbreviation }),
  );
  return { name: city.name, sites: [city, ...counties], expected: expectedFigures(options.scale), later: {} };
}
