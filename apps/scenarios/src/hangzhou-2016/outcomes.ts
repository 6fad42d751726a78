/** What rectification brought about in the year, and in which finding. */
import { split, type Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import type { Draft } from '../year/draft.js';
import { gainful, GainBook, type Gains } from '../year/gain.js';
import { townshipOf } from '../year/outing.js';
import type { Key } from '../year/plan.types.js';

const rentYuan = 6_875_000;
const contracts = 52;

export function makeGains(drafts: readonly Draft[], figures: Figures, scale: number, chance: Chance): Gains {
  const solved = gainful(drafts);
  const gains = new GainBook(chance);
  gains.systems(solved, target(figures, 'systemsImproved'));
  gains.accountableCases(solved, {
    cases: target(figures, 'accountabilityCases'),
    persons: target(figures, 'accountabilityPersons'),
  });
  const oneTown = ofOneTown(solved);
  split(
    scaled(rentYuan, scale) * 100,
    oneTown.map(() => 1),
  ).forEach((amount, index) =>
    gains.add(oneTown[index]!, { kind: 'moneyRecovered', title: '追回村集体资产租金', amount }),
  );
  for (let index = 0; index < scaled(contracts, scale); index += 1)
    gains.add(oneTown[index % oneTown.length]!, { kind: 'contractResigned', title: '重新签订租赁合同' });
  return gains.byFinding;
}

/** Of the villages of that town which has the most to tell. */
function ofOneTown(drafts: readonly Draft[]): Draft[] {
  const towns = new Map<Key, Draft[]>();
  for (const draft of drafts) {
    const town = townshipOf(draft.visit.organization);
    if (town) towns.set(town, [...(towns.get(town) ?? []), draft]);
  }
  return [...towns.values()].reduce((most, town) => (town.length > most.length ? town : most));
}
