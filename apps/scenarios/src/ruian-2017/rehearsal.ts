import type { Rehearsal } from '../replay/rehearsal.js';
import { rehearsedSite } from '../year/rehearsal.js';
import { expectedFigures } from './figures.js';
import { makePlan } from './plan.js';

export function rehearseRuian2017(options: { seed: number; scale: number }): Rehearsal {
  const site = rehearsedSite(makePlan(options), { key: 'site', abbreviation: '瑞' });
  return { name: site.name, sites: [site], expected: expectedFigures(options.scale), later: {} };
}
