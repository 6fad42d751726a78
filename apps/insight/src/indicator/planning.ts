/** Figures of what planning records: the register and hearings. */
import { count, standing, type Condition, type Indicator } from './indicator.js';

const before =
  (...bodies: readonly string[]): Condition =>
  (record) =>
    bodies.includes(record.traits.hearingBody ?? '');

export const planningIndicators: readonly Indicator[] = [
  count('hearings.standingCommittee', {
    sentence: '常委会会议听取巡察汇报的次数',
    of: 'planning.hearing',
    where: [before('standingCommittee')],
  }),
  count('hearings.leadingOrFivePersonGroup', {
    sentence: '领导小组或五人小组听取巡察汇报的次数',
    of: 'planning.hearing',
    where: [before('leadingGroup', 'fivePersonGroup')],
  }),
  standing('villagePopulation', {
    sentence: '期末在册的村（社区）数',
    of: 'planning.organization',
    as: ['village'],
  }),
];
