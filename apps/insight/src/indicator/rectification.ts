/** Figures of what rectification brought about. */
import * as is from './conditions.js';
import { count, sum, type Indicator } from './indicator.js';

const of = 'rectification.outcome' as const;

export const rectificationIndicators: readonly Indicator[] = [
  count('systemsImproved', {
    sentence: '整改中新建或修订的制度数（不含乡镇自巡）',
    of,
    where: [is.recorded, is.ownRound, is.isOutcome('systemImproved')],
  }),
  count('townshipLed.systems', {
    sentence: '乡镇自巡整改中新建或修订的制度数',
    of,
    where: [is.recorded, is.townshipLed, is.isOutcome('systemImproved')],
  }),
  count('accountabilityCases', {
    sentence: '整改中问责的件数（不含乡镇自巡）',
    of,
    where: [is.recorded, is.ownRound, is.isOutcome('accountability')],
  }),
  count('accountabilityPersons', {
    sentence: '整改中被问责的人数，一人只计一次（不含乡镇自巡）',
    of,
    where: [is.recorded, is.ownRound, is.isOutcome('accountability')],
    units: is.persons,
  }),
  count('poverty.personsHeldAccountable', {
    sentence: '扶贫领域专项巡察整改中被问责的人数，一人只计一次',
    of,
    where: [is.recorded, is.povertyRelief, is.isOutcome('accountability')],
    units: is.persons,
  }),
  sum('moneyRecovered', {
    sentence: '整改中追回的资金合计（不含乡镇自巡）',
    of,
    where: [is.recorded, is.ownRound, is.isOutcome('moneyRecovered')],
  }),
  sum('poverty.lossRecovered', {
    sentence: '扶贫领域专项巡察整改中追回的资金合计',
    of,
    where: [is.recorded, is.povertyRelief, is.isOutcome('moneyRecovered')],
  }),
];
