/** People and needs for the tests of composition: small ones written out, larger ones made from a seed. */
import { Rank, Speciality } from '@xuncha/contracts';
import type { Candidate, Needs, TeamNeed } from './composition.js';

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    chance: (share: number) => next() < share,
    one: <T>(choices: readonly T[]): T => choices[below(choices.length)]!,
  };
}
