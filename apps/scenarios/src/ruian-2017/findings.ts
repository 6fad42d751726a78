import type { Fen } from '@xuncha/domain-kit';
import { split, type Chance } from '../chance.js';
import { scaled, type Figures } from '../figures.js';
import { target } from './figures.js';
import { expressway } from './register.js';
import type { Outing, Visit } from './rounds.js';
import { disciplineClasses, keyProject, livelihood, problemClasses, violation } from './taxonomies.js';
import type { CampaignKey } from './year.js';

/** What becomes of a finding: solved counts as such, unsolved and the others are there so that counting them would show. */
export type Fate = 'solved' | 'unsolved' | 'merged' | 'dropped';

export interface Draft {
  readonly key: string;
  readonly visit: Visit;
  readonly classes: readonly string[];
  readonly fate: Fate;
  readonly immediate: boolean;
  readonly amountInvolved?: Fen;
}

/** A finding before it is dealt to an inspection. */
interface Slot {
  readonly marks: readonly string[];
  readonly fate: Fate;
}

const solved = (count: number, ...marks: string[]) => slots(count, 'solved', marks);
const unsolved = (count: number, ...marks: string[]) => slots(count, 'unsolved', marks);
/** One withdrawn finding in so many; its classes would be counted if it were. */
const withdrawnOneIn = 40;

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
      .filter((outing) => populationOf(outing.campaign) === population)
      .flatMap((one) => one.visits);
    return dealt(drawn, visits, scale, chance.fork(population));
  });
  return withAmounts(drafts, figures, chance.fork('amounts'));
}

type Population = 'routine' | 'poverty' | 'keyProject' | 'joint' | 'lookBack1' | 'lookBack2' | 'townshipLed';

function populationOf(campaign: CampaignKey): Population {
  if (campaign === 'routine1' || campaign === 'routine2') return 'routine';
  if (campaign === 'townshipSpring' || campaign === 'townshipAutumn') return 'townshipLed';
  return campaign;
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

function slots(count: number, fate: Fate, marks: readonly string[]): Slot[] {
  return Array.from({ length: count }, () => ({ marks, fate }));
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
  const withdrawn = pool.length < withdrawnOneIn ? 1 : Math.floor(pool.length / withdrawnOneIn);
  for (let index = 0; index < withdrawn; index += 1) {
    const { marks } = chance.pick(pool);
    // The finding it is merged into comes first in the same inspection.
    chance.pick(others).slots.push({ marks, fate: index % 2 === 0 ? 'merged' : 'dropped' });
  }
  return hands.flatMap(({ visit, slots: hand }) =>
    hand.map((slot, index) => draft(visit, slot, index, chance)),
  );
}

function draft(visit: Visit, { marks, fate }: Slot, index: number, chance: Chance): Draft {
  const disciplines = marks.includes(violation) ? [chance.pick(disciplineClasses)] : [];
  return {
    key: `${visit.inspection.key}/finding-${index + 1}`,
    visit,
    classes: [chance.pick(problemClasses), ...disciplines, ...marks],
    fate,
    immediate: fate === 'solved' && index > 0 && chance.percent(6),
  };
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

export function isWithdrawn(draft: Draft): boolean {
  return draft.fate === 'merged' || draft.fate === 'dropped';
}
