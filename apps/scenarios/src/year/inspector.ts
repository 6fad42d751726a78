/** Records of invented inspectors: different enough that teams can be composed of them. */
import { parseDate } from '@xuncha/domain-kit';
import type { Force, Inspector, Key, Rank, Speciality, Training } from './plan.types.js';

const specialities: readonly Speciality[] = [
  'discipline',
  'finance',
  'audit',
  'law',
  'engineering',
  'organization',
];
const ranks: readonly Rank[] = ['section', 'deputySection', 'deputySection', 'staff', 'staff'];

/** Whoever stands ready for teams has learnt what they do (SP-5). */
const basics: Training = { course: 'inspection-basics', heldBy: 'site' };

interface Special {
  readonly of: Inspector['of'];
  readonly force: Force;
  readonly home?: Key;
  readonly trainings?: readonly Training[];
}

/** The record of the nth inspector; every third is a woman, ages are from 28 to 55 in the years that are played. */
export function inspectorRecord(index: number, { of, force, home, trainings = [] }: Special): Inspector {
  return {
    of,
    force,
    home,
    sex: index % 3 === 0 ? 'female' : 'male',
    born: parseDate(`${1962 + ((index * 7) % 27)}-0${1 + (index % 9)}-15`),
    rank: ranks[index % ranks.length]!,
    specialities: [specialities[index % specialities.length]!],
    trainings: force === 'standing' ? [basics, ...trainings] : trainings,
  };
}
