/**
 * What composing teams is about: the people of the pool, what each team of a round needs of them, and what came of it
 * (HZP-5, WH17-1, HZ16-6). Teams are named by their designation, which is unique in a round.
 */
import type { Available, CompositionNeeds, ProposedMember } from '@xuncha/contracts';
import { refuseIf, type Id } from '@xuncha/domain-kit';
import type { Clash } from './clash.js';

/** Somebody of the pool, and where they may not go. */
export interface Candidate extends Pick<
  Available,
  'inspectorId' | 'force' | 'sex' | 'age' | 'rank' | 'specialities' | 'participations' | 'daysThisYear'
> {
  /** Organizations they must stay away from (rules.md 2), for whatever reason; in cross rounds all of the place they come from (HZ16-6). */
  readonly recusedFrom: readonly Id[];
  /** Organizations they have inspected before. */
  readonly inspected: readonly Id[];
}

/** What the office asks of the teams, and what each of them will inspect. */
export type Needs = Omit<CompositionNeeds, 'teams'> & { readonly teams: readonly TeamNeed[] };
/** Of its size `most` is what is wanted, `least` what will do. Leader and deputies come from the ranks given (WH17-1). */
export type TeamNeed = CompositionNeeds['teams'][number] & { readonly organizationIds: readonly Id[] };
/** How many of a team, or what share of it, must have a trait. */
export type Quota = TeamNeed['quotas'][number];
/** What somebody can be counted for. */
export type Trait = Quota['of'];

export interface ComposedTeam {
  readonly designation: string;
  readonly members: readonly ProposedMember[];
}

/** Points are costs: the fewer the better. No teams can cost less than `bound`; `gap` is the share of the points that may be saved yet. */
export interface Composed {
  readonly teams: readonly ComposedTeam[];
  readonly points: number;
  readonly bound: number;
  readonly gap: number;
}
export type Composition =
  | ({ readonly outcome: 'proven' } & Composed)
  /** Stopped before the proof, perhaps before any teams were found. */
  | ({ readonly outcome: 'stopped' } & Partial<Composed>)
  | { readonly outcome: 'impossible'; readonly clash: Clash };

export interface Progress {
  readonly phase: 'searching' | 'explaining';
  /** Milliseconds since the beginning. */
  readonly elapsed: number;
  readonly points?: number;
  readonly bound?: number;
  readonly gap?: number;
}

/** As many pairs of a person and a team as the solver is given: its memory and time are bounded by them. */
const PAIRS = 400_000;

/** Needs that contradict themselves are refused; needs the pool cannot meet are the solver's to find out. */
export function refuseSenseless({ teams, load }: Needs, pool: readonly Candidate[]): void {
  refuseIf(teams.length === 0, 'composition.no-teams');
  refuseIf(teams.length * pool.length > PAIRS, 'composition.too-large', {
    teams: teams.length,
    people: pool.length,
  });
  const twice = repeated(teams.map(({ designation }) => designation));
  refuseIf(twice !== undefined, 'composition.team-twice', { team: twice });
  const same = repeated(pool.map(({ inspectorId }) => inspectorId));
  refuseIf(same !== undefined, 'composition.person-twice', { inspectorId: same });
  refuseIf(load !== undefined && !areCounts(load.days, load.daysAtMost), 'composition.load', { ...load });
  for (const team of teams) refuseSenselessTeam(team);
}

function refuseSenselessTeam({ designation: team, size, deputies, quotas }: TeamNeed): void {
  refuseIf(!areCounts(size.least, size.most), 'composition.size', { team, ...size });
  refuseIf(size.least > size.most, 'composition.size-reversed', { team, ...size });
  refuseIf(
    !areCounts(deputies.least, deputies.most) || deputies.least > deputies.most,
    'composition.deputies',
    { team, least: deputies.least, most: deputies.most },
  );
  refuseIf(size.most < 1 + deputies.least, 'composition.size-too-small', { team, most: size.most });
  for (const quota of quotas) refuseSenselessQuota(team, quota);
}

function refuseSenselessQuota(team: string, { of, atLeast, atMost, percentAtLeast }: Quota): void {
  const asked = [atLeast, atMost, percentAtLeast].filter((count) => count !== undefined);
  refuseIf(asked.length === 0 || !areCounts(...asked), 'composition.quota', { team });
  refuseIf((percentAtLeast ?? 0) > 100, 'composition.quota', { team });
  refuseIf((atLeast ?? 0) > (atMost ?? Infinity), 'composition.quota-reversed', { team, atLeast, atMost });
  if (of.kind !== 'ages') return;
  const { from = 0, to = Infinity } = of;
  refuseIf(from > to, 'composition.ages-reversed', { team, from, to });
}

const areCounts = (...numbers: number[]): boolean =>
  numbers.every((number) => Number.isSafeInteger(number) && number >= 0);

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) < index);
}
