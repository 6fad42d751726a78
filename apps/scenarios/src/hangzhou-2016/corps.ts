/** The inspectors of the counties, and who of them goes where. */
import { grouped, split } from '../chance.js';
import { inspectorRecord } from '../year/inspector.js';
import { townshipOf } from '../year/outing.js';
import type { Key, Organization, Person, Team } from '../year/plan.types.js';
import { countyOf, type Share } from './allocation.js';

/** A team before it has people. */
export interface Post extends Share {
  /** Its place among the teams of the round. */
  readonly number: number;
  readonly size: number;
}

/** Every team gets its size, such that the participations of the year come out. */
export function postsOf(shares: readonly Share[], participations: number): Post[] {
  const sizes = split(participations, Array<number>(shares.length).fill(1));
  const sized = shares.map((share, index) => ({ ...share, size: sizes[index]! }));
  return grouped(sized, ({ campaign }) => campaign).flatMap((round) =>
    round.map((share, index) => ({ ...share, number: index + 1 })),
  );
}

/** As many in every county as its busiest round needs, and some more, since nobody inspects where they come from; some come from next door. */
export function makeInspectors(posts: readonly Post[], register: readonly Organization[]): Person[] {
  const townships = grouped(
    register.filter(({ kind }) => kind === 'township'),
    countyOf,
  );
  let number = 0;
  return townships.flatMap((homes, place) => {
    const county = countyOf(homes[0]!);
    const ours = posts.filter((post) => post.county === county && post.campaign !== 'cross');
    const needs = grouped(ours, ({ campaign }) => campaign).map((round) =>
      round.reduce((sum, { size }) => sum + size, 0),
    );
    const count = Math.ceil(Math.max(0, ...needs) * 1.1) + 8;
    return Array.from({ length: count }, (_, index): Person => {
      number += 1;
      const neighbours = townships[(place + 1) % townships.length]!;
      const from = index % 4 === 3 ? neighbours : homes;
      const home = from[index % from.length]!.key;
      const force = index % 4 === 0 ? 'fullTime' : 'borrowed';
      return {
        key: `inspector-${county}-${String(index + 1).padStart(3, '0')}`,
        name: `演示甲${String(number).padStart(4, '0')}`,
        grants: [],
        inspector: inspectorRecord(number, { of: 'county', force, home }),
      };
    });
  });
}

/** Puts people into teams by turns: nobody twice in one round, nobody where they come from (rules.md 2). */
export class Casting {
  private readonly pools: ReadonlyMap<Key, readonly Person[]>;
  private readonly next = new Map<Key, number>();
  private readonly busy = new Set<string>();

  constructor(inspectors: readonly Person[]) {
    const byCounty = grouped(inspectors, servesIn);
    this.pools = new Map(byCounty.map((pool) => [servesIn(pool[0]!), pool]));
  }

  team({ campaign, county, organizations, number, size }: Post): Team {
    const from = campaign === 'cross' ? this.elsewhere(county, number) : county;
    const townships = new Set(organizations.map(townshipOf));
    const isBarred = (home: Key) =>
      townships.has(home) || (campaign === 'cross' && countyOf({ key: home }) === county);
    const people = Array.from({ length: size }, () => this.free(from, campaign, isBarred));
    const [leader, deputy, ...members] = people as [Key, Key, ...Key[]];
    const designation = `第${number}巡察组`;
    return { key: `${campaign}/team-${number}`, round: campaign, designation, leader, deputy, members };
  }

  /** In a cross round a team is from another county. */
  private elsewhere(county: Key, number: number): Key {
    const others = [...this.pools.keys()].filter((one) => one !== county);
    return others[number % others.length]!;
  }

  private free(county: Key, campaign: string, isBarred: (home: Key) => boolean): Key {
    const pool = this.pools.get(county)!;
    const start = this.next.get(county) ?? 0;
    for (let step = 0; step < pool.length; step += 1) {
      const at = (start + step) % pool.length;
      const { key, inspector } = pool[at]!;
      const isTaken = this.busy.has(`${campaign} ${key}`);
      if (isTaken || isBarred(inspector!.home!)) continue;
      this.busy.add(`${campaign} ${key}`);
      if (step === 0) this.next.set(county, at + 1);
      return key;
    }
    throw new Error(`nobody is left in ${county} for ${campaign}`);
  }
}

function servesIn({ key }: Person): Key {
  return key.split('-')[1]!;
}
