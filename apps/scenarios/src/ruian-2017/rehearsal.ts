import type { Rehearsal } from '../replay/rehearsal.js';
import { rehearsedSite } from '../year/rehearsal.js';
import type { Plan } from '../year/steps.js';
import { expectedFigures } from './figures.js';
import { makePlan } from './plan.js';

/** `told` puts other words into what is told, and changes no figure. */
export function rehearseRuian2017(
  options: { seed: number; scale: number },
  told = (plan: Plan): Plan => plan,
): Rehearsal {
  const site = rehearsedSite(told(makePlan(options)), { key: 'site', abbreviation: '瑞' });
  return { name: site.name, sites: [site], expected: expectedFigures(options.scale), later: {} };
}
