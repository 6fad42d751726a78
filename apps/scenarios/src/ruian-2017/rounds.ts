import { parseDate } from '@xuncha/domain-kit';
import { chunks, grouped } from '../chance.js';
import type { Allocation, CountyCampaign, TownshipLed } from './allocation.js';
import { comesFrom, standingTeam, townshipTeam } from './corps.js';
import type { Assignment, Inspection, Organization, Round, Team } from './plan.types.js';
import { campaigns, type Campaign, type CampaignKey } from './year.js';

/** One round with everything that was issued in it. */
export interface Outing {
  readonly campaign: CampaignKey;
  readonly round: Round;
  readonly assignments: readonly Assignment[];
  readonly visits: readonly Visit[];
}

/** One inspection with whom and what it joins. */
export interface Visit {
  readonly inspection: Inspection;
  readonly organization: Organization;
  readonly team: Team;
  readonly round: Round;
  readonly campaign: Campaign;
  /** Index of the batch in the campaign's timetable. */
  readonly batch: number;
}

interface Group {
  readonly batch: number;
  readonly organizations: readonly Organization[];
  /** The township it lies in; unset outside the villages. */
  readonly township?: string;
}

/** How many organizations of a kind one assignment takes. */
const assignmentSize: Readonly<Record<string, number>> = { township: 8, village: 8, keyProject: 2 };

/** The rounds of the year with teams and assignments, every organization of the allocation in one of them. */
export function makeOutings(allocation: Allocation, townships: readonly Organization[]) {
  const load = [0, 0, 0, 0, 0, 0];
  const county = Object.entries(allocation.county).map(([key, batches]) =>
    countyOuting(key as CountyCampaign, batches, townships, load),
  );
  const township = allocation.townshipLed.map((led) => townshipOuting(led, townships));
  return {
    outings: [...county, ...township.map(({ outing }) => outing)],
    people: township.flatMap(({ people }) => people),
  };
}

function makeRound(key: string, campaign: Campaign, lead?: Organization): Round {
  const { title, kind, ways, theme, joint, batches } = campaign;
  return {
    key,
    title: lead ? `${lead.name}${title}` : title,
    kind,
    ways,
    theme,
    ledBy: lead ? 'township' : 'county',
    leadOrganization: lead?.key,
    joint: joint ?? false,
    batches: batches.map(({ enter, leave }) => ({ entersOn: enter[0], leavesOn: leave[1] })),
    examinedSince: parseDate('2012-12-01'),
    profile: 'national-2017',
  };
}

function countyOuting(
  key: CountyCampaign,
  batches: readonly (readonly Organization[])[],
  townships: readonly Organization[],
  load: number[],
): Outing {
  const round = makeRound(key, campaigns[key]);
  const teams = new Map<number, Team>();
  const assignments = groupsOf(batches).map((group, index) => {
    const chosen = leastLoaded(campaigns[key].teams, group, townships, load);
    load[chosen]! += group.organizations.length;
    const team = teams.get(chosen) ?? standingTeam(chosen, round);
    teams.set(chosen, team);
    return makeAssignment(round, group, team, index);
  });
  return assembled(key, round, assignments, batches.flat());
}

function townshipOuting(led: TownshipLed, townships: readonly Organization[]) {
  const round = makeRound(`${led.campaign}-${led.lead.key}`, campaigns[led.campaign], led.lead);
  const { team, people } = townshipTeam(round, led.lead, townships);
  const assignment = makeAssignment(round, { batch: 0, organizations: led.villages }, team, 0);
  const outing = assembled(led.campaign, round, [assignment], led.villages);
  return { outing, people };
}

function makeAssignment(round: Round, group: Group, team: Team, index: number): Assignment {
  return {
    key: `${round.key}/assignment-${index + 1}`,
    round: round.key,
    batch: group.batch + 1,
    team,
    organizations: group.organizations.map((row) => row.key),
  };
}

function assembled(
  campaign: CampaignKey,
  round: Round,
  assignments: readonly Assignment[],
  organizations: readonly Organization[],
): Outing {
  const visits = assignments.flatMap((assignment) =>
    assignment.organizations.map((key) => ({
      inspection: { key: `${round.key}/${key}`, assignment: assignment.key, organization: key },
      organization: organizations.find((row) => row.key === key)!,
      team: assignment.team,
      round,
      campaign: campaigns[campaign],
      batch: assignment.batch - 1,
    })),
  );
  return { campaign, round, assignments, visits };
}

/** What one assignment takes: a township and its villages together (ALL-10), or units of one kind. */
function groupsOf(batches: readonly (readonly Organization[])[]): Group[] {
  return batches.flatMap((organizations, batch) => {
    return grouped(organizations, subject).flatMap((rows) =>
      chunks(rows, assignmentSize[rows[0]!.kind] ?? 3).map((part) => ({
        batch,
        organizations: part,
        township: townshipOf(part[0]!),
      })),
    );
  });
}

function subject(row: Organization): string {
  return townshipOf(row) ?? row.kind;
}

function townshipOf(row: Organization): string | undefined {
  if (row.kind === 'township') return row.key;
  return row.kind === 'village' ? row.parent : undefined;
}

/** The team with the fewest organizations so far, of those without a member from that township (rules.md 2). */
function leastLoaded(
  teams: readonly number[],
  group: Group,
  townships: readonly Organization[],
  load: readonly number[],
): number {
  const free = teams.filter((team) => !group.township || !comesFrom(team, group.township, townships));
  return free.reduce((best, team) => (load[team]! < load[best]! ? team : best), free[0]!);
}
