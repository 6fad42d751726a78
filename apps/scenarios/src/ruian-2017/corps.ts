import type { Key, Organization, Person, Role, Round, Team } from './plan.types.js';

const ordinals = ['一', '二', '三', '四', '五', '六'];
/** Six standing teams of seven, one of eight: 43 inspectors. */
const sizes = [8, 7, 7, 7, 7, 7];
const lentByCity = 2;
const jointTeams = 2;

/** The people who act for the committee. */
export interface Corps {
  readonly people: readonly Person[];
  readonly office: readonly Key[];
  readonly leadingGroup: Key;
  readonly custodian: Key;
}

/** Names are invented and look so: 演示甲 are inspectors, 演示乙 the office and those above it. */
export function makeCorps(townships: readonly Organization[]): Corps {
  const office = [1, 2, 3].map((number) => staff('office', number, 'office'));
  const leadingGroup = staff('leadingGroup', 4, 'leadingGroup');
  const custodian = staff('custodian', 5, 'petitionCustodian');
  const inspectors = sizes.flatMap((size, team) =>
    Array.from({ length: size }, (_, seat): Person => {
      const key = inspector(team, seat);
      const home = townships[homes(team)[seat % homes(team).length]!];
      return {
        key,
        name: `演示甲${key.slice(-3)}`,
        grants: [],
        inspectorOf: 'county',
        homeTownship: home?.key,
      };
    }),
  );
  const lent = Array.from({ length: jointTeams * lentByCity }, (_, index): Person => {
    const key = cityInspector(index);
    return { key, name: `演示市${key.slice(-3)}`, grants: [], inspectorOf: 'city' };
  });
  return {
    people: [...office, leadingGroup, custodian, ...inspectors, ...lent],
    office: office.map((person) => person.key),
    leadingGroup: leadingGroup.key,
    custodian: custodian.key,
  };
}

function staff(key: string, number: number, role: Role): Person {
  return { key: `${key}-${number}`, name: `演示乙${String(number).padStart(3, '0')}`, grants: [{ role }] };
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
    members: round.joint ? [...own.slice(0, -lentByCity), ...lent] : own,
  };
}

/** A township's own team of five; they serve there but come from elsewhere (rules.md 2). */
export function townshipTeam(round: Round, lead: Organization, townships: readonly Organization[]) {
  const elsewhere = townships.filter((township) => township.key !== lead.key);
  const people = Array.from({ length: 5 }, (_, seat): Person => ({
    key: `township-inspector-${lead.key}-${seat + 1}`,
    name: `演示戊${lead.key.slice(-3)}${seat + 1}`,
    grants: [],
    inspectorOf: 'township',
    homeTownship: elsewhere[seat]?.key,
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
