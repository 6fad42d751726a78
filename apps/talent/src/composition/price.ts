/** What teams changed by hand cost, term by term, and which conditions they break: at once, without the solver. */
import { refuseUnless, type Id } from '@xuncha/domain-kit';
import type { Candidate, ComposedTeam, Needs, TeamNeed } from './composition.js';
import { conditionsOf, sumsOf, type Condition, type Sum } from './condition.js';
import { pointsOfTeam, sum, terms, total, type Points } from './points.js';
import { has, isOfRank, isRecused } from './trait.js';

/** What no need has to ask for: recusal (rules.md 2), and that a person is in one team at a time. */
export type Broken =
  | Condition
  | { readonly kind: 'recused'; readonly team: string }
  | { readonly kind: 'oneTeamEach' };
export interface Breach {
  readonly broken: Broken;
  /** How many there are of what the condition counts; in percent, of a share. */
  readonly actual: number;
  /** Those who should not be there; nobody where somebody is missing. */
  readonly inspectorIds: readonly Id[];
}

export interface Price {
  readonly points: number;
  readonly terms: Points;
  readonly teams: readonly { readonly designation: string; readonly terms: Points }[];
  readonly breaches: readonly Breach[];
}

interface Staffed {
  readonly team: TeamNeed;
  readonly members: readonly Member[];
}
type ConditionOfRole = Extract<Condition, { readonly kind: 'leader' | 'deputies' }>;
type Member = Candidate & Pick<ComposedTeam['members'][number], 'role'>;

/** Teams left out are empty. Two prices tell what a change costs; a price and a composition's points, how far it is from the best. */
export function price(needs: Needs, pool: readonly Candidate[], teams: readonly ComposedTeam[]): Price {
  const staffed = staffedOf(needs, pool, teams);
  const priced = staffed.map(({ team, members }) => ({
    designation: team.designation,
    terms: pointsOfTeam(members, team),
  }));
  return {
    points: sum(priced.map((one) => total(one.terms))),
    terms: Object.fromEntries(
      terms.map((term) => [term, sum(priced.map((one) => one.terms[term]))]),
    ) as Points,
    teams: priced,
    breaches: [...breachesOfRules(staffed), ...breachesOfConditions(needs, staffed)],
  };
}

function staffedOf(
  { teams: needs }: Needs,
  pool: readonly Candidate[],
  teams: readonly ComposedTeam[],
): Staffed[] {
  const people = new Map(pool.map((one) => [one.inspectorId, one]));
  for (const { designation: team } of teams) {
    refuseUnless(
      needs.some(({ designation }) => designation === team),
      'composition.unknown-team',
      { team },
    );
  }
  return needs.map((team) => ({
    team,
    members: teams
      .filter(({ designation }) => designation === team.designation)
      .flatMap(({ members }) => members)
      .map(({ inspectorId, role }) => {
        const person = people.get(inspectorId);
        refuseUnless(person, 'composition.unknown-person', { inspectorId });
        return { ...person, role };
      }),
  }));
}

function breachesOfRules(staffed: readonly Staffed[]): Breach[] {
  const recused = staffed.map(({ team, members }) =>
    breachBy(
      { kind: 'recused', team: team.designation },
      members.filter((one) => isRecused(one, team)),
    ),
  );
  const everybody = staffed.flatMap(({ members }) => members);
  const again = everybody.filter(
    (one, index) => everybody.findIndex(({ inspectorId }) => inspectorId === one.inspectorId) < index,
  );
  return [...recused, breachBy({ kind: 'oneTeamEach' }, again)].filter(({ actual }) => actual > 0);
}

function breachesOfConditions({ teams, ...needs }: Needs, staffed: readonly Staffed[]): Breach[] {
  return conditionsOf({ teams, ...needs }).flatMap((condition) => {
    const about =
      condition.kind === 'load' ? staffed : staffed.filter(({ team }) => team.designation === condition.team);
    const members = about.flatMap((one) => one.members);
    if (condition.kind === 'leader' || condition.kind === 'deputies') {
      return breachOfRole(condition, members);
    }
    const [bounded] = sumsOf([condition], teams, members.length);
    return breachOfSum(condition, members, bounded!);
  });
}

/** Whom the office gave a role must be of a rank for it, and there are as many of them as the team is to have. */
function breachOfRole(condition: ConditionOfRole, members: readonly Member[]): Breach[] {
  const role = condition.kind === 'leader' ? 'leader' : 'deputy';
  const { least, most } = condition.kind === 'leader' ? { least: 1, most: 1 } : condition;
  const having = members.filter((one) => one.role === role);
  const unfit = having.filter((one) => !isOfRank(one, condition.ranks));
  if (unfit.length === 0 && having.length >= least && having.length <= most) return [];
  return [{ ...breachBy(condition, unfit), actual: having.length - unfit.length }];
}

function breachOfSum(condition: Condition, members: readonly Member[], bounded: Sum): Breach[] {
  const { weight, atLeast = -Infinity, atMost = Infinity } = bounded;
  const reached = sum(members.map(weight));
  if (reached >= atLeast && reached <= atMost) return [];
  // Where nobody of the kind may be there, these are the ones; of too many, none is the one too many.
  if (atMost === 0)
    return [
      breachBy(
        condition,
        members.filter((one) => weight(one) > 0),
      ),
    ];
  if (condition.kind !== 'shareAtLeast') return [{ broken: condition, actual: reached, inspectorIds: [] }];
  const having = members.filter((one) => has(one, condition.of)).length;
  const actual = Math.floor((100 * having) / members.length);
  return [{ broken: condition, actual, inspectorIds: [] }];
}

function breachBy(broken: Broken, members: readonly Member[]): Breach {
  const inspectorIds = [...new Set(members.map(({ inspectorId }) => inspectorId))];
  return { broken, actual: inspectorIds.length, inspectorIds };
}
