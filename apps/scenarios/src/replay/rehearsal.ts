/** A year that can be played: who takes which steps when, and what figures it must come to. */
import type { BusinessDate } from '@xuncha/domain-kit';
import type { Figures } from '../figures.js';
import type { Course } from './days.js';
import type { Setting } from './setting.js';

export interface Rehearsal extends Omit<Setting, 'site'> {
  readonly name: string;
  readonly abbreviation: string;
  readonly until: BusinessDate;
  readonly courses: readonly Course[];
  readonly expected: Figures;
  /** Figures of services still to come. */
  readonly later: Readonly<Record<string, string>>;
}
