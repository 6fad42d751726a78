import { inspectorRecord } from '../year/inspector.js';
import type { Key, Organization, Person, Round, Team } from '../year/plan.types.js';

const ordinals = ['一', '二', '三', '四', '五', '六'];
/** Six standing teams of seven, one of eight: 43 inspectors. */
const sizes = [8, 7, 7, 7, 7, 7];
const lentByCity = 2;
const jointTeams = 2;

/** Names are invented and look so: 演示甲 are the county's inspectors, 演示市 those the city lends. */
export function makeInspectors(townships: readonly Organization[]): Person[] {
  const inspectors = sizes.flatMap((size, team) =>
    Array.from({ length: size }, (_, seat): Person => {
      const key = inspector(team, seat);
      const home = townships[homes(team)[seat % homes(team).length]!]?.key;
      const force = seat < 2 ? 'fullTime' : seat < 5 ? 'standing' : 'borrowed';
      const record = inspectorRecord(Number(key.slice(-3)), { of: 'county', force, home });
      return { key, name: `演示甲${key.slice(-3)}`, grants: [], inspector: record };
    }),
  );
  const lent = Array.from({ length: jointTeams * lentByCity }, (_, index): Person => {
    const key = cityInspector(index);
    const record = inspectorRecord(index, { of: 'city', force: 'borrowed' });
    return { key, name: `演示市${key.slice(-3)}`, grants: [], inspector: record };
  });
  return [...inspectors, ...lent];
}

function inspector(team: number, seat: number): Key {
  const before = sizes.slice(0, team).reduce((sum, size) => sum + size, 0);
  return `inspector-${String(before + seat + 1).padStart(3, '0')}`;
}

function cityInspector(index: number): Key {
  return `city-inspector-${String(index + 1).padStart(3, '0')}`;
}

/** Positions of the townships that members of a standing team come from; no two teams share one. */
function homes(team: number): number[] {
  return [team, team + sizes.length, team + 2 * sizes.length];
}

export function comesFrom(
  team: number,
  township: Key | undefined,
  townships: readonly Organization[],
): boolean {
  return homes(team).some((home) => townships[home]?.key === township);
}

/** A standing team as it goes into one round. In a joint one the city's inspectors take the last seats. */
export function standingTeam(team: number, round: Round): Team {
  const seats = Array.from({ length: sizes[team]! }, (_, seat) => inspector(team, seat));
  const lent = Array.from({ length: lentByCity }, (_, index) => cityInspector(team * lentByCity + index));
  const [leader, deputy, ...own] = seats as [Key, Key, ...Key[]];
  return {
    key: `${round.key}/team-${team + 1}`,
    round: round.key,
    designation: `市委第${ordinals[team]}巡察组`,
    leader,
    deputy,
    ...(round.joint ? { members: [...own.slice(0, -lentByCity), ...lent], lent } : { members: own }),
  };
}

/** A township's own team of five; they serve there but come from elsewhere (rules.md 2). */
export function townshipTeam(round: Round, lead: Organization, townships: readonly Organization[]) {
  const elsewhere = townships.filter((township) => township.key !== lead.key);
  const people = Array.from({ length: 5 }, (_, seat): Person => ({
    key: `township-inspector-${lead.key}-${seat + 1}`,
    name: `演示戊${lead.key.slice(-3)}${seat + 1}`,
    grants: [],
    inspector: inspectorRecord(seat, { of: 'township', force: 'borrowed', home: elsewhere[seat]?.key }),
  }));
  const [leader, deputy, ...members] = people.map((person) => person.key) as [Key, Key, ...Key[]];
  const team: Team = {
    key: `${round.key}/team`,
    round: round.key,
    designation: `${lead.name}巡察组`,
    leader,
    deputy,
    members,
  };
  return { team, people };
}
