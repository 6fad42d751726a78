/** Who is inspected in which round: neighbours together, as many at once as one team takes. */
import { grouped, split, type Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import type { Key, Organization, OrganizationKind } from '../year/plan.types.js';
import { isOrgan } from '../year/register.js';
import type { CampaignKey } from './year.js';

/** What one team takes; all of one county. */
export interface Share {
  readonly campaign: CampaignKey;
  readonly county: Key;
  readonly organizations: readonly Organization[];
}

/** The county-level city whose villages a cross-region team inspected. */
const crossed = '330182';
const crossedVillages = 41;
const crossedTeams = 8;

/** How the rounds divide the year's teams; the last one has what is not rectified within the year. */
const rounds: readonly { readonly campaign: CampaignKey; readonly weight: number }[] = [
  { campaign: 'first', weight: 19 },
  { campaign: 'second', weight: 19 },
  { campaign: 'third', weight: 20 },
  { campaign: 'fourth', weight: 20 },
  { campaign: 'last', weight: 22 },
];

export function allocate(
  register: readonly Organization[],
  figures: Figures,
  scale: number,
  chance: Chance,
): Share[] {
  const chosen = inspected(register, figures, chance);
  const crossing = chosen
    .filter((row) => row.kind === 'village' && countyOf(row) === crossed)
    .slice(0, scaled(crossedVillages, scale));
  const crossTeams = Math.min(scaled(crossedTeams, scale), crossing.length);
  const others = chosen.filter((row) => !crossing.includes(row));
  return [
    ...shares(crossing, crossTeams).map((organizations) => ({
      campaign: 'cross' as const,
      county: crossed,
      organizations,
    })),
    ...byCounty(others, target(figures, 'teamsFormed') - crossTeams),
  ];
}

/** By their codes, so that a township comes with its villages and neighbours stay neighbours. */
function inspected(register: readonly Organization[], figures: Figures, chance: Chance): Organization[] {
  const population = target(figures, 'villagePopulation');
  const villages = Math.round((population * 838) / 2043);
  const small = target(figures, 'organizationsInspected.secondLevelBudgetUnitsAndVillages');
  const others = target(figures, 'organizationsInspected') - small;
  const [townships = 0, units = 0, enterprises = 0] = split(others, [40, 110, 20]);
  const counts: readonly (readonly [OrganizationKind, number])[] = [
    ['village', villages],
    ['budgetUnit', small - villages],
    ['township', townships],
    ['municipalUnit', units],
    ['stateOwnedEnterprise', enterprises],
  ];
  const taken = counts.flatMap(([kind, count]) => evenly(register, kind, count, chance.fork(kind)));
  const wanted = new Set(taken);
  return register.filter((row) => wanted.has(row)).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Every county has its share; which of its own is by chance. */
function evenly(register: readonly Organization[], kind: OrganizationKind, count: number, chance: Chance) {
  const counties = grouped(
    register.filter((row) => row.kind === kind && !isOrgan(row)),
    countyOf,
  );
  const counts = split(
    count,
    counties.map((rows) => rows.length),
  );
  return counties.flatMap((rows, index) => chance.shuffled(rows).slice(0, counts[index]));
}

/** The code of a division begins with its county's; a unit's number holds it. */
export function countyOf({ key }: Pick<Organization, 'key'>): Key {
  return /^[A-Z]/.test(key) ? key.slice(1, 7) : key.slice(0, 6);
}

function byCounty(organizations: readonly Organization[], teams: number): Share[] {
  const counties = grouped(organizations, countyOf);
  const counts = split(
    teams - counties.length,
    counties.map((rows) => rows.length),
  );
  const byWeight = rounds.flatMap(({ campaign, weight }) => Array<CampaignKey>(weight).fill(campaign));
  const every = 37;
  return counties.flatMap((rows, county) =>
    shares(rows, 1 + counts[county]!).map((group, index) => ({
      // Steps that share no divisor with the hundred weights spread every county over all rounds.
      campaign: byWeight[(county * 13 + index * every) % byWeight.length]!,
      county: countyOf(rows[0]!),
      organizations: group,
    })),
  );
}

function shares(rows: readonly Organization[], count: number): Organization[][] {
  let from = 0;
  return split(rows.length, Array<number>(count).fill(1)).map((share) => {
    from += share;
    return rows.slice(from - share, from);
  });
}
