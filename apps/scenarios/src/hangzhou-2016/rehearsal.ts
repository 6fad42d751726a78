import type { Rehearsal } from '../replay/rehearsal.js';
import { rehearse } from '../year/rehearsal.js';
import { expectedFigures } from './figures.js';
import { makePlan } from './plan.js';

export function rehearseHangzhou2016(options: { seed: number; scale: number }): Rehearsal {
  return rehearse(makePlan(options), { abbreviation: '杭', expected: expectedFigures(options.scale) });
}
