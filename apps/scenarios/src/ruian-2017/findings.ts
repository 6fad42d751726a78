import { split, type Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import { dealWithdrawn, draftsOf, isWithdrawn, slots, type Draft, type Slot } from '../year/draft.js';
import type { Outing, Visit } from '../year/outing.js';
import { keyProject, livelihood, violation } from '../year/taxonomies.js';
import { expressway } from './register.js';

const withdrawnOneIn = 40;
const solved = (count: number, ...marks: string[]) => slots(count, 'solved', ...marks);
const unsolved = (count: number, ...marks: string[]) => slots(count, 'unsolved', ...marks);

/** The findings of the year, dealt to its inspections so that every class comes to its published number. */
export function makeFindings(
  outings: readonly Outing[],
  figures: Figures,
  scale: number,
  chance: Chance,
): Draft[] {
  const pool = pools(figures, scale, chance.fork('pools'));
  const drafts = Object.entries(pool).flatMap(([population, drawn]) => {
    const visits = outings
      .filter((outing) => populationOf(outing.campaignKey) === population)
      .flatMap((one) => one.visits);
    return dealt(drawn, visits, scale, chance.fork(population));
  });
  return withAmounts(drafts, figures, chance.fork('amounts'));
}

export type Population =
  | 'routine'
  | 'poverty'
  | 'keyProject'
  | 'joint'
  | 'lookBack1'
  | 'lookBack2'
  | 'townshipLed';

/** Of a campaign of the year. */
export function populationOf(campaign: string): Population {
  if (campaign === 'routine1' || campaign === 'routine2') return 'routine';
  if (campaign === 'townshipSpring' || campaign === 'townshipAutumn') return 'townshipLed';
  return campaign as Population;
}

/** What each population finds. Shares of the two classes over the rounds are ours; their sums are the published ones. */
function pools(figures: Figures, scale: number, chance: Chance): Record<Population, Slot[]> {
  const [routineLives = 0, poorLives = 0, ...lookBackLives] = split(
    target(figures, 'livelihoodProblemsSolved'),
    [141, 104, 8, 4],
  );
  const [routineProjects = 0, projects = 0, lookBackProjects = 0] = split(
    target(figures, 'keyProjectProblemsSolved'),
    [36, 514, 14],
  );
  const few = (count: number) => scaled(count, scale);
  return {
    routine: routine(target(figures, 'routine.violationFindings'), routineLives, routineProjects, chance),
    poverty: [
      ...solved(Math.ceil(poorLives / 3), livelihood, violation),
      ...solved(poorLives - Math.ceil(poorLives / 3), livelihood),
      ...unsolved(few(8), livelihood),
    ],
    keyProject: [...solved(projects, keyProject), ...unsolved(few(12), keyProject, violation)],
    joint: mostlySolved(target(figures, 'joint.findings'), violation),
    lookBack1: solved(lookBackLives[0]!, livelihood),
    lookBack2: [...solved(lookBackProjects, keyProject), ...solved(lookBackLives[1]!, livelihood)],
    townshipLed: townshipLed(target(figures, 'townshipLed.findings')),
  };
}

/** Violations and one finding in ten without; some are about livelihood, some about key projects, a few about both. */
function routine(violations: number, lives: number, projects: number, chance: Chance): Slot[] {
  const plain = Math.ceil(violations / 10);
  const both = Math.floor(Math.min(lives, projects) / 6);
  const open = Math.ceil(violations / 16);
  const counted = lives - both + projects;
  const pool = chance.shuffled([...mostlySolved(violations, violation), ...mostlySolved(plain)]);
  return pool.map(({ marks, fate }, index) => {
    if (index >= counted + open) return { marks, fate };
    if (index >= counted) return { marks: [...marks, livelihood], fate: 'unsolved' };
    const lively = index < lives ? [livelihood] : [];
    return { marks: [...marks, ...lively, ...(index < lives - both ? [] : [keyProject])], fate: 'solved' };
  });
}

/** Livelihood findings here stand beside the county's (FIGURES.md). */
function townshipLed(count: number): Slot[] {
  const lives = Math.ceil(count / 3);
  return [...mostlySolved(lives, livelihood), ...mostlySolved(count - lives, violation)];
}

function mostlySolved(count: number, ...marks: string[]): Slot[] {
  const open = Math.floor(count / 15);
  return [...solved(count - open, ...marks), ...unsolved(open, ...marks)];
}

/** Every inspection finds something, and solves it; the rest is dealt by chance, and a few are withdrawn. */
function dealt(pool: readonly Slot[], visits: readonly Visit[], scale: number, chance: Chance): Draft[] {
  const bySolved = [
    ...chance.shuffled(pool.filter((slot) => slot.fate === 'solved')),
    ...pool.filter((slot) => slot.fate !== 'solved'),
  ];
  const hands = visits.map((visit) => ({ visit, slots: [] as Slot[] }));
  const settled = hands.find(
    ({ visit }) => visit.organization.key === expressway && visit.round.key === 'keyProject',
  );
  settled?.slots.push(...bySolved.splice(0, scaled(29, scale)));
  const others = hands.filter((hand) => hand !== settled);
  for (const hand of others) hand.slots.push(bySolved.shift() ?? { marks: [], fate: 'solved' });
  for (const slot of bySolved) chance.pick(others).slots.push(slot);
  dealWithdrawn(others, pool, withdrawnOneIn, chance);
  return draftsOf(hands, chance);
}

/** The joint round's amounts add up to the published one; elsewhere a third of the findings states one. */
function withAmounts(drafts: readonly Draft[], figures: Figures, chance: Chance): Draft[] {
  const counted = drafts.filter((draft) => draft.visit.round.joint && !isWithdrawn(draft));
  const total = target(figures, 'joint.amountInvolvedYuan') * 100;
  const shares = split(
    total - counted.length,
    counted.map(() => 1 + chance.between(0, 40) ** 2),
  );
  const amounts = new Map(counted.map((draft, index) => [draft.key, shares[index]! + 1]));
  return drafts.map((draft) => {
    const amount =
      amounts.get(draft.key) ?? (chance.percent(33) ? chance.between(1_000_00, 200_000_00) : undefined);
    return { ...draft, amountInvolved: amount };
  });
}
