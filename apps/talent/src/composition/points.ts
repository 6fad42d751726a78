/**
 * What teams cost, in whole points, so that every point can be explained. The solver minimises their sum, and the price
 * of teams changed by hand is told in the same terms.
 */
import type { Candidate, TeamNeed } from './composition.js';
import { has } from './trait.js';

/**
 * `load`: a point for every full month somebody was in teams this year.
 * `force`: full-time people cost nothing, standing ones a point, borrowed ones three: teams of borrowed people are unstable (HZ16-14).
 * `speciality`: two points for each who knows nothing of what the team asks for, where it asks.
 * `experience`: for each old hand that a third of the full team is short of, two points more than for the one before.
 * `seats`: for each seat left empty, twenty points more than for the one before.
 *
 * Costs that rise are what spreads old hands and empty seats evenly over the teams. An empty seat costs more than the
 * dearest person, so that seats are left empty only where nobody may take them.
 */
export const terms = ['load', 'force', 'speciality', 'experience', 'seats'] as const;
export type Term = (typeof terms)[number];
export type Points = Readonly<Record<Term, number>>;

const DAYS_OF_A_MONTH = 30;
const FORCE = { fullTime: 0, standing: 1, borrowed: 3 } as const;
const NOT_ASKED_FOR = 2;
const OLD_HAND_SHORT = 2;
const SEAT_EMPTY = 20;

/** What a member costs in one team. */
export function pointsOfMemberIn(
  team: TeamNeed,
): (candidate: Candidate) => Omit<Points, 'experience' | 'seats'> {
  const asked = team.quotas.flatMap(({ of }) => (of.kind === 'speciality' ? [of.speciality] : []));
  return (candidate) => {
    const isAsked = asked.length === 0 || candidate.specialities.some((one) => asked.includes(one));
    return {
      load: Math.floor(candidate.daysThisYear / DAYS_OF_A_MONTH),
      force: FORCE[candidate.force],
      speciality: isAsked ? 0 : NOT_ASKED_FOR,
    };
  };
}

/** What the first, the second, … thing lacking costs. */
export function pointsOfLacking(team: TeamNeed): { readonly experience: number[]; readonly seats: number[] } {
  return {
    experience: rising(Math.ceil(team.size.most / 3), OLD_HAND_SHORT),
    seats: rising(team.size.most, SEAT_EMPTY),
  };
}

export function pointsOfTeam(members: readonly Candidate[], team: TeamNeed): Points {
  const each = members.map(pointsOfMemberIn(team));
  const lacking = pointsOfLacking(team);
  const sumOfFirst = (costs: readonly number[], count: number) => sum(costs.slice(0, Math.max(0, count)));
  const oldHands = members.filter((member) => has(member, { kind: 'oldHand' })).length;
  return {
    load: sum(each.map(({ load }) => load)),
    force: sum(each.map(({ force }) => force)),
    speciality: sum(each.map(({ speciality }) => speciality)),
    experience: sumOfFirst(lacking.experience, lacking.experience.length - oldHands),
    seats: sumOfFirst(lacking.seats, lacking.seats.length - members.length),
  };
}

export const total = (points: Partial<Points>): number => sum(Object.values(points));

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const rising = (count: number, by: number): number[] => Array.from({ length: count }, (_, k) => by * (k + 1));
