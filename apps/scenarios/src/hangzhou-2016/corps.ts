/** The inspectors of the counties, and who of them goes where. */
import { grouped, split } from '../chance.js';
import { inspectorRecord } from '../year/inspector.js';
import type { Organization, Person, Round, Team } from '../year/plan.types.js';
import { seatedTeam } from '../year/seats.js';
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

/** Its people are the composer's to find, for every round anew. */
export function teamOf({ number, size }: Post, round: Round): Team {
  return seatedTeam(round, `${round.key}/team-${number}`, `第${number}巡察组`, size);
}
