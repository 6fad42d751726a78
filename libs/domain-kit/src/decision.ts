import type { BusinessDate } from './date.js';

/** Who may learn of something at most (rules.md, regulation of data). */
export const classifications = ['open', 'internal', 'restricted', 'sealed'] as const;
export type Classification = (typeof classifications)[number];

/** Something that happened, ready for the journal: facts and ids, no person's name, no free text. */
export interface Fact {
  readonly type: string;
  readonly body: object;
  /** The day it happened, which may lie before the day it is recorded. */
  readonly effective: BusinessDate;
  readonly classification?: Classification;
}

/** What a pure domain function answers: the new state, and what the journal says about it. */
export interface Decision<T> {
  readonly state: T;
  readonly facts: readonly Fact[];
}

export function decide<T>(state: T, ...facts: Fact[]): Decision<T> {
  return { state, facts };
}
