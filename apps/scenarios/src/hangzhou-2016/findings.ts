import type { Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import { dealWithdrawn, draftsOf, slots, type Draft, type Hand, type Slot } from '../year/draft.js';
import type { Outing } from '../year/outing.js';
import { livelihood, violation } from '../year/taxonomies.js';

/** Where another county's teams went, they found more than ten each. */
const crossFindings = 11;
/** Of the rounds whose rectification is over; more are still open in the last. */
const leftOpen = 90;
const withdrawnOneIn = 300;

/** The findings of the year, and which of them were rectified within it. */
export function makeFindings(
  outings: readonly Outing[],
  figures: Figures,
  scale: number,
  chance: Chance,
): Draft[] {
  const hands = new Map(
    outings.map(({ campaignKey, visits }) => [
      campaignKey,
      visits.map((visit): Hand => ({ visit, slots: [] })),
    ]),
  );
  const last = hands.get('last') ?? [];
  const cross = hands.get('cross') ?? [];
  const others = [...hands].flatMap(([key, some]) => (key === 'last' || key === 'cross' ? [] : some));
  const solved = target(figures, 'findingsRectified');
  const open = target(figures, 'findings') - solved;
  const stillOpen = last.length === 0 ? 0 : open - scaled(leftOpen, scale);
  deal(cross, marked(cross.length * crossFindings, 'solved'), chance);
  deal(last, marked(stillOpen, 'unsolved'), chance);
  const elsewhere = [
    ...marked(solved - cross.length * crossFindings, 'solved'),
    ...marked(open - stillOpen, 'unsolved'),
  ];
  deal(others, elsewhere, chance);
  dealWithdrawn(others, elsewhere, withdrawnOneIn, chance);
  return draftsOf([...hands.values()].flat(), chance);
}

/** Half are violations, every fourth is about livelihood. */
function marked(count: number, fate: 'solved' | 'unsolved'): Slot[] {
  return slots(count, fate).map((slot, index) => ({
    ...slot,
    marks: [...(index % 2 === 0 ? [violation] : []), ...(index % 4 === 1 ? [livelihood] : [])],
  }));
}

/** Every inspection finds something, in turn; the rest by chance. */
function deal(hands: readonly Hand[], pool: readonly Slot[], chance: Chance) {
  const order = chance.shuffled(pool);
  order.forEach((slot, index) => {
    const hand = index < hands.length * 2 ? hands[index % hands.length]! : chance.pick(hands);
    hand.slots.push(slot);
  });
}
