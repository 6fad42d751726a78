import { idFrom, type Id } from './id.js';

/** A team is authorized anew in every round (rules.md 1): one id per round and designation, the same wherever it is worked out. */
export function teamIdOf(roundId: Id, designation: string): Id {
  return idFrom(`team of ${roundId}`, designation);
}
