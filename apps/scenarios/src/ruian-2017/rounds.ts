import type { Allocation, CountyCampaign, TownshipLed } from './allocation.js';
import { comesFrom, standingTeam, townshipTeam } from './corps.js';
import type { Key, Organization, Team } from '../year/plan.types.js';
import { groupsOf, makeAssignment, makeOuting, makeRound, type Outing } from '../year/outing.js';
import { leastLoaded } from '../year/turns.js';
import { campaigns, sessions, type CampaignKey } from './year.js';

/** How many organizations of a kind one assignment takes. */
const assignmentSize: Readonly<Record<string, number>> = { township: 8, village: 8, keyProject: 2 };
const sizeFor = (kind: string) => assignmentSize[kind] ?? 3;

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

function countyOuting(
  key: CountyCampaign,
  batches: readonly (readonly Organization[])[],
  townships: readonly Organization[],
  load: number[],
): Outing {
  const campaign = campaigns[key];
  const round = makeRound(key, campaign);
  const teams = new Map<number, Team>();
  const assignments = groupsOf(batches, sizeFor).map((group, index) => {
    const isBarred = (team: number) => !!group.township && comesFrom(team, group.township, townships);
    const chosen = leastLoaded(campaign.teams, load, isBarred);
    load[chosen]! += group.organizations.length;
    const team = teams.get(chosen) ?? standingTeam(chosen, round);
    teams.set(chosen, team);
    return makeAssignment(round, group, team, index);
  });
  const told = { campaignKey: key, campaign, round, assignments, hearing: hearingOf(key) };
  return makeOuting(told, batches.flat());
}

/** The session that heard the campaign's package of reports. */
function hearingOf(key: CampaignKey): Key {
  return sessions.find(({ heard, on }) => on === campaigns[key].heardOn && heard.includes(key))!.key;
}

/** A township's committee hears its own round. */
function townshipOuting(led: TownshipLed, townships: readonly Organization[]) {
  const campaign = campaigns[led.campaign];
  const round = makeRound(`${led.campaign}-${led.lead.key}`, campaign, led.lead);
  const { team, people } = townshipTeam(round, led.lead, townships);
  const assignments = [makeAssignment(round, { batch: 0, organizations: led.villages }, team, 0)];
  const hearing = `hearing-${round.key}`;
  const told = { campaignKey: led.campaign, campaign, round, assignments, hearing };
  return { outing: makeOuting(told, led.villages), people };
}
