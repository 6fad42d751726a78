/** The mixed-integer model of a composition, and what its solution means. */
import type { ModelData } from 'highs';
import type { Candidate, TeamNeed } from './composition.js';
import { sumsOf, type Condition, type Sum } from './condition.js';
import { pointsOfLacking, pointsOfMemberIn, total } from './points.js';
import { Sheet, type Entry } from './sheet.js';
import { has, isRecused } from './trait.js';

/** What the solver is asked for: teams that meet what is `given`, with the fewest points, or with the fewest wishes given up. */
export interface Question {
  readonly teams: readonly TeamNeed[];
  readonly pool: readonly Candidate[];
  readonly given: readonly Condition[];
  readonly for: 'fewestPoints' | { readonly wishes: readonly Condition[] };
}

export interface Model {
  readonly data: ModelData;
  readonly membersIn: (values: Float64Array) => ReadonlyMap<string, readonly Candidate[]>;
  readonly givenUpIn: (values: Float64Array) => Condition[];
  /** What rows of the model are about; a row that only says how many people there are is about none. */
  readonly conditionsOf: (rows: readonly number[]) => Condition[];
}

/** People whom the question cannot tell apart: the model decides how many of them go where, their ids then decide who. */
interface Crowd {
  readonly people: Candidate[];
  /** What each of them adds to each sum. */
  readonly weights: readonly number[];
  /** What each costs in each team; nowhere a number, the team is closed to them. */
  readonly costs: readonly (number | undefined)[];
}
interface Place {
  readonly column: number;
  readonly crowd: Crowd;
  readonly team: TeamNeed;
}

export function modelOf(question: Question): Model {
  const isPriced = question.for === 'fewestPoints';
  const wishes = isPriced ? [] : question.for.wishes;
  const sums = sumsOf([...question.given, ...wishes], question.teams, question.pool.length);
  const sheet = new Sheet();
  const places = crowdsOf(question, sums).flatMap((crowd) => addCrowd(sheet, crowd, question.teams));
  const placesOf = new Map(question.teams.map((team) => [team, places.filter((one) => one.team === team)]));
  const givenUp = new Map(wishes.map((condition) => [condition, sheet.column(1, 1)]));
  const rows = sums.map((sum, index) => {
    const counted = entriesOf(sum.team ? placesOf.get(sum.team)! : places, ({ weights }) => weights[index]!);
    return sheet.row([...counted, ...givingWay(sum, givenUp)], sum);
  });
  if (isPriced) for (const team of question.teams) addLacking(sheet, team, placesOf.get(team)!);
  return {
    data: sheet.data(),
    membersIn: (values) => membersIn(values, places),
    givenUpIn: (values) => wishes.filter((condition) => values[givenUp.get(condition)!]! > 0.5),
    conditionsOf: (some) =>
      sums.flatMap(({ because }, index) =>
        some.includes(rows[index]!) ? because.map(({ condition }) => condition) : [],
      ),
  };
}

function crowdsOf({ pool, teams, for: goal }: Question, sums: readonly Sum[]): Crowd[] {
  const crowds = new Map<string, Crowd>();
  const pointsIn = teams.map(pointsOfMemberIn);
  for (const one of pool) {
    const weights = sums.map((sum) => sum.weight(one));
    // What is closed by conditions need not be searched; but wishes keep it, so that they can be weighed one by one.
    const closing =
      goal === 'fewestPoints' ? sums.filter((sum, index) => sum.atMost === 0 && weights[index]! > 0) : [];
    const costs = teams.map((team, index) => {
      if (isRecused(one, team) || closing.some((sum) => (sum.team ?? team) === team)) return undefined;
      return goal === 'fewestPoints' ? total(pointsIn[index]!(one)) : 0;
    });
    const experience = goal === 'fewestPoints' && isOldHand(one);
    const tellingApart = `${weights.join()};${costs.join()};${experience}`;
    const crowd = crowds.get(tellingApart);
    if (crowd) crowd.people.push(one);
    else crowds.set(tellingApart, { people: [one], weights, costs });
  }
  return [...crowds.values()];
}

/** A column for each team its people may go to, and a row that they are no more than they are. */
function addCrowd(sheet: Sheet, crowd: Crowd, teams: readonly TeamNeed[]): Place[] {
  const many = crowd.people.length;
  const places = teams.flatMap((team, index): Place[] => {
    const cost = crowd.costs[index];
    return cost === undefined ? [] : [{ column: sheet.column(cost, many), crowd, team }];
  });
  if (places.length > 0) {
    sheet.row(
      entriesOf(places, () => 1),
      { atMost: many },
    );
  }
  return places;
}

function entriesOf(places: readonly Place[], weightOf: (crowd: Crowd) => number): Entry[] {
  const entries: Entry[] = [];
  for (const { column, crowd } of places) {
    const weight = weightOf(crowd);
    if (weight !== 0) entries.push([column, weight]);
  }
  return entries;
}

function givingWay({ atMost, because }: Sum, givenUp: ReadonlyMap<Condition, number>): Entry[] {
  return because.flatMap(({ condition, givesWay }): Entry[] => {
    const column = givenUp.get(condition);
    return column === undefined ? [] : [[column, atMost === undefined ? givesWay : -givesWay]];
  });
}

/** A column for each thing that may be lacking, each dearer than the one before: so the cheap ones are used first. */
function addLacking(sheet: Sheet, team: TeamNeed, places: readonly Place[]): void {
  const { experience, seats } = pointsOfLacking(team);
  const lacking = (costs: readonly number[]) => costs.map((cost): Entry => [sheet.column(cost, 1), 1]);
  const oldHands = entriesOf(places, ({ people }) => Number(isOldHand(people[0]!)));
  sheet.row([...oldHands, ...lacking(experience)], { atLeast: experience.length });
  sheet.row([...entriesOf(places, () => 1), ...lacking(seats)], { atLeast: team.size.most });
}

function membersIn(values: Float64Array, places: readonly Place[]): Map<string, Candidate[]> {
  const members = new Map<string, Candidate[]>();
  const placed = new Map<Crowd, number>();
  for (const { column, crowd, team } of places) {
    const from = placed.get(crowd) ?? 0;
    const to = from + Math.round(values[column]!);
    placed.set(crowd, to);
    members.set(team.designation, [
      ...(members.get(team.designation) ?? []),
      ...crowd.people.slice(from, to),
    ]);
  }
  return members;
}

const isOldHand = (one: Candidate): boolean => has(one, { kind: 'oldHand' });
