/** Findings before they have days: where they are found, what they are about and what becomes of them. */
import type { Fen } from '@xuncha/domain-kit';
import type { Chance } from '../chance.js';
import type { Visit } from './outing.js';
import type { Key } from './plan.types.js';
import { disciplineClasses, problemClasses, violation } from './taxonomies.js';

/** What becomes of a finding: solved counts as such, unsolved and the others are there so that counting them would show. */
export type Fate = 'solved' | 'unsolved' | 'merged' | 'dropped';

export interface Draft {
  readonly key: Key;
  readonly visit: Visit;
  readonly classes: readonly string[];
  readonly fate: Fate;
  readonly immediate: boolean;
  readonly amountInvolved?: Fen;
}

/** A finding before it is dealt to an inspection. */
export interface Slot {
  readonly marks: readonly string[];
  readonly fate: Fate;
}

/** The hand that each inspection was dealt. */
export interface Hand {
  readonly visit: Visit;
  readonly slots: Slot[];
}

export function slots(count: number, fate: Fate, ...marks: string[]): Slot[] {
  return Array.from({ length: count }, () => ({ marks, fate }));
}

/**
 * Deals a withdrawn finding out for so many of the pool; its classes would be counted if it were. One that is merged comes after
 * another of the same inspection.
 */
export function dealWithdrawn(hands: readonly Hand[], pool: readonly Slot[], oneIn: number, chance: Chance) {
  const withdrawn = Math.max(1, Math.floor(pool.length / oneIn));
  for (let index = 0; index < withdrawn; index += 1) {
    const { marks } = chance.pick(pool);
    chance.pick(hands).slots.push({ marks, fate: index % 2 === 0 ? 'merged' : 'dropped' });
  }
}

export function draftsOf(hands: readonly Hand[], chance: Chance): Draft[] {
  return hands.flatMap(({ visit, slots: hand }) =>
    hand.map((slot, index) => draft(visit, slot, index, chance)),
  );
}

function draft(visit: Visit, { marks, fate }: Slot, index: number, chance: Chance): Draft {
  const disciplines = marks.includes(violation) ? [chance.pick(disciplineClasses)] : [];
  return {
    key: `${visit.inspection.key}/finding-${index + 1}`,
    visit,
    classes: [chance.pick(problemClasses), ...disciplines, ...marks],
    fate,
    immediate: fate === 'solved' && index > 0 && chance.percent(6),
  };
}

export function isWithdrawn(draft: Draft): boolean {
  return draft.fate === 'merged' || draft.fate === 'dropped';
}
