/** A year that can be played: who takes which steps when, in one site or in several, and what figures it must come to. */
import type { BusinessDate } from '@xuncha/domain-kit';
import type { Figures } from '../figures.js';
import type { Course } from './days.js';
import type { Setting } from './setting.js';

export interface Rehearsal {
  readonly name: string;
  /** The figures are those of the first. */
  readonly sites: readonly SiteRehearsal[];
  readonly expected: Figures;
  /** Figures of services still to come. */
  readonly later: Readonly<Record<string, string>>;
}

export interface SiteRehearsal extends Omit<Setting, 'site'> {
  /** What other sites of the same rehearsal call it. */
  readonly key: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly until: BusinessDate;
  readonly courses: readonly Course[];
  /** On the last day, once everything before has had its effect everywhere. */
  readonly finale?: Course;
}
