/** Figures of people: the pool, training, promotions, and teams as they were authorized. */
import type { Traits } from '../record/record.js';
import * as is from './conditions.js';
import { count, countEach, standing, type Indicator } from './indicator.js';

type Training = NonNullable<Traits['trainings']>[number];

const trained = (id: string, sentence: string, counted: (training: Training) => boolean): Indicator =>
  countEach(id, {
    sentence,
    of: 'talent.inspector',
    where: [],
    contributions: ({ id: unit, traits }) =>
      (traits.trainings ?? []).filter(counted).map(({ on }) => ({ unit, on })),
  });

/** 处级: deputy division heads are of that rank as well. */
const divisionRanks = ['deputyDivision', 'division'];

export const talentIndicators: readonly Indicator[] = [
  count('teamsFormed', {
    sentence: '授权的巡察组数，同一组在每一轮各计一次（不含乡镇自巡）',
    of: 'talent.team',
    where: [is.ownRound],
  }),
  countEach('inspectorParticipations', {
    sentence: '授权的巡察组人员人次，一人参加一个组计一次（不含乡镇自巡）',
    of: 'talent.team',
    where: [is.ownRound],
    contributions: ({ id, traits }) =>
      (traits.members ?? []).map(({ inspectorId, since }) => ({ unit: `${inspectorId}/${id}`, on: since })),
  }),
  standing('inspectorsInPool', {
    sentence: '期末在库的人数',
    of: 'talent.inspector',
    as: ['fullTime', 'standing', 'borrowed'],
  }),
  standing('fullTimeInspectors', {
    sentence: '期末在库的专职巡察人员数',
    of: 'talent.inspector',
    as: ['fullTime'],
  }),
  trained('trainees', '参加过培训的人数，一人只计一次', () => true),
  trained('trainedByCity', '参加过市级培训的人数，一人只计一次', ({ heldBy }) => heldBy === 'city'),
  trained(
    'inspectorsSentToTraining',
    '派往外地（本级和市级以外）培训的人数，一人只计一次',
    ({ heldBy }) => heldBy === 'outside',
  ),
  countEach('promotedToDivisionRank', {
    sentence: '任巡察岗位后晋升处级职务的人数，一人只计一次',
    of: 'talent.inspector',
    where: [],
    contributions: ({ id: unit, traits }) =>
      (traits.promotions ?? [])
        .filter(({ rank, afterInspectionPost }) => afterInspectionPost && divisionRanks.includes(rank))
        .map(({ on }) => ({ unit, on })),
  }),
];
