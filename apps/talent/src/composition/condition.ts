/**
 * The conditions teams must meet, each with the sums that it bounds. The solver's model and the check of teams changed
 * by hand are made from the same sums, so that they cannot differ.
 */
import type { Rank } from '@xuncha/contracts';
import type { Candidate, Needs, TeamNeed, Trait } from './composition.js';
import { sum } from './points.js';
import { has, hasInspected, isOfRank } from './trait.js';

/** Plain data, so that it can be stored, sent and put in words. */
export type Condition =
  | OfTeam
  | { readonly kind: 'load'; readonly days: number; readonly daysAtMost: number };
type OfTeam = { readonly team: string } & (
  | { readonly kind: 'seatsAtLeast' | 'seatsAtMost'; readonly count: number }
  | { readonly kind: 'leader'; readonly ranks: readonly Rank[] }
  | {
      readonly kind: 'deputies';
      readonly least: number;
      readonly most: number;
      readonly ranks: readonly Rank[];
    }
  | { readonly kind: 'atLeast' | 'atMost'; readonly of: Trait; readonly count: number }
  | { readonly kind: 'shareAtLeast'; readonly of: Trait; readonly percent: number }
  | { readonly kind: 'noOneTwice' }
);

/** The weights of those placed, in one team or in all of them, add up to at least or at most the bound. */
export interface Sum {
  readonly team?: TeamNeed;
  readonly weight: (candidate: Candidate) => number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** By how much the bound gives way where the condition is given up. */
  readonly because: readonly { readonly condition: Condition; readonly givesWay: number }[];
}

export function conditionsOf({ teams, noOneTwice, load }: Needs): Condition[] {
  return [
    ...teams.flatMap((team) => [
      ...ofTeam(team),
      ...(noOneTwice ? [{ kind: 'noOneTwice', team: team.designation } as const] : []),
    ]),
    ...(load ? [{ kind: 'load', ...load } as const] : []),
  ];
}

function ofTeam({ designation: team, size, leader, deputies, quotas }: TeamNeed): Condition[] {
  return [
    { kind: 'seatsAtLeast', team, count: size.least },
    { kind: 'seatsAtMost', team, count: size.most },
    { kind: 'leader', team, ranks: leader.ranks },
    { kind: 'deputies', team, ...deputies },
    ...quotas.flatMap(({ of, atLeast, atMost, percentAtLeast }): Condition[] => [
      ...(atLeast === undefined ? [] : [{ kind: 'atLeast', team, of, count: atLeast } as const]),
      ...(atMost === undefined ? [] : [{ kind: 'atMost', team, of, count: atMost } as const]),
      ...(percentAtLeast === undefined
        ? []
        : [{ kind: 'shareAtLeast', team, of, percent: percentAtLeast } as const]),
    ]),
  ];
}

/** `people` is the size of the pool. */
export function sumsOf(conditions: readonly Condition[], teams: readonly TeamNeed[], people: number): Sum[] {
  const needs = new Map(
    teams.map((team) => {
      const ours = conditions.filter((one) => one.kind !== 'load' && one.team === team.designation);
      return [team.designation, { team, ours, enough: enoughFor(ours, people) }];
    }),
  );
  return [
    ...conditions.map((condition) =>
      condition.kind === 'load' ? sumOfLoad(condition, people) : sumOf(condition, needs.get(condition.team)!),
    ),
    ...[...needs.values()].flatMap(sumOfLeadership),
  ];
}

interface Need {
  readonly team: TeamNeed;
  readonly ours: readonly Condition[];
  readonly enough: number;
}

/**
 * Whoever is not needed to meet a lower bound can be left out of a team without breaking another, so no team needs more
 * people than its lower bounds ask for; a share alone may need everybody. So far an upper bound gives way when given up.
 */
function enoughFor(conditions: readonly Condition[], people: number): number {
  const asked = conditions.map((condition) => {
    switch (condition.kind) {
      case 'seatsAtLeast':
      case 'atLeast':
        return condition.count;
      case 'leader':
        return 1;
      case 'deputies':
        return condition.least;
      case 'shareAtLeast':
        return people;
      default:
        return 0;
    }
  });
  return sum(asked);
}

function sumOfLoad(condition: Extract<Condition, { readonly kind: 'load' }>, people: number): Sum {
  const isOver = ({ daysThisYear }: Candidate) => daysThisYear + condition.days > condition.daysAtMost;
  return { weight: (one) => Number(isOver(one)), atMost: 0, because: [{ condition, givesWay: people }] };
}

function sumOf(condition: OfTeam, { team, enough }: Need): Sum {
  const because = (givesWay: number) => [{ condition, givesWay }];
  const atLeast = (count: number) => ({ team, atLeast: count, because: because(count) });
  const atMost = (count: number) => ({ team, atMost: count, because: because(enough) });
  switch (condition.kind) {
    case 'seatsAtLeast':
      return { ...atLeast(condition.count), weight: () => 1 };
    case 'seatsAtMost':
      return { ...atMost(condition.count), weight: () => 1 };
    case 'leader':
      return { ...atLeast(1), weight: (one) => Number(isOfRank(one, condition.ranks)) };
    case 'deputies':
      return { ...atLeast(condition.least), weight: (one) => Number(isOfRank(one, condition.ranks)) };
    case 'atLeast':
      return { ...atLeast(condition.count), weight: (one) => Number(has(one, condition.of)) };
    case 'atMost':
      return { ...atMost(condition.count), weight: (one) => Number(has(one, condition.of)) };
    case 'shareAtLeast':
      return {
        team,
        atLeast: 0,
        weight: (one) => (has(one, condition.of) ? 100 : 0) - condition.percent,
        because: because(enough * condition.percent),
      };
    case 'noOneTwice':
      return { ...atMost(0), weight: (one) => Number(hasInspected(one, team)) };
  }
}

/**
 * One person is not leader and deputy at once. Where there are enough for the one, for the others and for all of them
 * together, the roles can be given out (Hall's theorem); so the model needs no roles.
 */
function sumOfLeadership({ team, ours }: Need): Sum[] {
  const leader = ours.find(({ kind }) => kind === 'leader');
  const deputies = ours.find(({ kind }) => kind === 'deputies');
  if (!leader || !deputies) return [];
  return [
    {
      team,
      weight: (one) => Number(isOfRank(one, team.leader.ranks) || isOfRank(one, team.deputies.ranks)),
      atLeast: 1 + team.deputies.least,
      because: [
        { condition: leader, givesWay: 1 },
        { condition: deputies, givesWay: team.deputies.least },
      ],
    },
  ];
}
