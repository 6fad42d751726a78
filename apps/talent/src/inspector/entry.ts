/**
 * What each force asks of those who enter its pool (SP-5). The pilots name the three forces and no numbers; these are what offices
 * commonly ask, in one place.
 */
import type { Force, Training } from '@xuncha/contracts';
import { addMonths, refuseIf, type BusinessDate } from '@xuncha/domain-kit';
import { ageOn } from './age.js';

interface Conditions {
  readonly oldest: number;
  /** Years in the party, at least. */
  readonly partyYears: number;
  readonly trained: boolean;
}
const entryConditions: Readonly<Record<Force | 'expert', Conditions>> = {
  fullTime: { oldest: 57, partyYears: 3, trained: false },
  standing: { oldest: 58, partyYears: 3, trained: true },
  borrowed: { oldest: 58, partyYears: 1, trained: false },
  // Asked for what they know, whatever force they come from (SZ-7).
  expert: { oldest: 70, partyYears: 0, trained: false },
};

interface Entrant {
  readonly force: Force;
  readonly expert: boolean;
  readonly born: BusinessDate;
  readonly partySince: BusinessDate | null;
  readonly trainings: readonly Training[];
}

export function refuseUnfitForEntry(entrant: Entrant, on: BusinessDate): void {
  const { force, expert, born, partySince, trainings } = entrant;
  const { oldest, partyYears, trained } = entryConditions[expert ? 'expert' : force];
  const age = ageOn(born, on);
  refuseIf(age > oldest, 'inspector.entry-age', { force, oldest, age });
  const longEnough = partySince !== null && addMonths(partySince, 12 * partyYears) <= on;
  refuseIf(partyYears > 0 && !longEnough, 'inspector.entry-party', { force, partyYears });
  refuseIf(trained && trainings.length === 0, 'inspector.entry-training', { force });
}
