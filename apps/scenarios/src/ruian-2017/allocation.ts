import { split, type Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import type { Organization, OrganizationKind } from '../year/plan.types.js';
import { isOrgan } from '../year/register.js';
import { expressway, welfareHome } from './register.js';
import type { CampaignKey } from './year.js';

/** Who is inspected in which campaign; of the county's own campaigns by batch. */
export interface Allocation {
  readonly county: Readonly<Record<CountyCampaign, readonly (readonly Organization[])[]>>;
  readonly townshipLed: readonly TownshipLed[];
}
export type CountyCampaign = Exclude<CampaignKey, 'townshipSpring' | 'townshipAutumn'>;

/** A township that leads a round over villages of its own (RA17-7). */
export interface TownshipLed {
  readonly campaign: 'townshipSpring' | 'townshipAutumn';
  readonly lead: Organization;
  readonly villages: readonly Organization[];
}

/** What no published figure fixes, at full scale. */
const customary = { villagesPerTownship: 28, leads: 8, villagesLed: 112, unitsOfProjects: 4, lookedBack: 8 };

interface Picks {
  readonly routine1: Organization[];
  readonly poverty: Organization[];
  readonly routine2a: Organization[];
  readonly routine2b: Organization[];
}

/** Deals the organizations of the register out, so that each kind comes to its published number of distinct ones. */
export function allocate(
  register: readonly Organization[],
  figures: Figures,
  scale: number,
  chance: Chance,
): Allocation {
  const count = (kind: OrganizationKind) => target(figures, `organizationsInspected.${kind}`);
  const take = (kind: OrganizationKind) =>
    chance.fork(kind).shuffled(register.filter((row) => row.kind === kind && !isOrgan(row)));
  const townships = take('township');
  const enterprises = take('stateOwnedEnterprise').slice(0, count('stateOwnedEnterprise'));
  const municipal = leadBy(welfareHome, take('municipalUnit')).slice(0, count('municipalUnit'));
  const inJoint = target(figures, 'joint.organizations') - enterprises.length;
  const picks = { routine1: [], poverty: [], routine2a: [], routine2b: [] } satisfies Picks as Picks;
  dealVillages(picks, villagesByTownship(register, townships), count('village'));
  dealTownships(picks, townships, count('township'));
  // The poverty-relief round comes first, so that it has the welfare home at every scale.
  deal(
    municipal.slice(0, municipal.length - inJoint),
    [picks.poverty, picks.routine1, picks.routine2a, picks.routine2b],
    [6, 6, 4, 4],
  );
  deal(
    take('grassrootsStation').slice(0, count('grassrootsStation')),
    [picks.routine1, picks.routine2a, picks.routine2b],
    [8, 5, 5],
  );
  const projects = leadBy(expressway, take('keyProject')).slice(0, count('keyProject'));
  const keyProject = [...projects, ...unitsOfProjects(picks.routine1, scale)];
  return {
    county: {
      ...lookBacks(picks, keyProject, scale, chance.fork('look-back')),
      routine1: [picks.routine1],
      poverty: [picks.poverty],
      keyProject: [keyProject],
      joint: [[...enterprises, ...municipal.slice(municipal.length - inJoint)]],
      routine2: [picks.routine2a, picks.routine2b],
    },
    townshipLed: ledByTownships(register, townships, Object.values(picks).flat(), scale),
  };
}

function leadBy(key: string, rows: readonly Organization[]): Organization[] {
  return [...rows.filter((row) => row.key === key), ...rows.filter((row) => row.key !== key)];
}

function deal(rows: readonly Organization[], to: readonly Organization[][], weights: readonly number[]) {
  let from = 0;
  split(rows.length, weights).forEach((share, index) => {
    to[index]!.push(...rows.slice(from, from + share));
    from += share;
  });
}

/** Villages township by township, so that one team takes neighbours; never a whole large township. */
function villagesByTownship(register: readonly Organization[], townships: readonly Organization[]) {
  return townships.flatMap((township) =>
    register
      .filter((row) => row.kind === 'village' && row.parent === township.key)
      .slice(0, customary.villagesPerTownship),
  );
}

function dealVillages(picks: Picks, queue: readonly Organization[], count: number) {
  const rounds = [picks.routine1, picks.poverty, picks.routine2a, picks.routine2b];
  deal(queue.slice(0, count), rounds, [70, 30, 42, 45]);
}

/** A township is inspected together with its villages (ALL-10) where the batch has some. */
function dealTownships(picks: Picks, townships: readonly Organization[], count: number) {
  const left = [...townships];
  const rounds = [picks.routine1, picks.routine2a, picks.routine2b];
  split(count, [2, 1, 1]).forEach((share, index) => {
    const round = rounds[index]!;
    for (let more = share; more > 0; more -= 1) {
      const fitting = left.findIndex((township) => round.some((row) => row.parent === township.key));
      round.push(...left.splice(Math.max(fitting, 0), 1));
    }
  });
}

/** Units answerable for key projects, inspected in the first routine round and again in that on key projects. */
function unitsOfProjects(routine1: readonly Organization[], scale: number): Organization[] {
  const candidates = [
    ...routine1.filter((row) => row.kind === 'municipalUnit'),
    ...routine1.filter((row) => row.kind === 'township'),
  ];
  return candidates.slice(0, scaled(customary.unitsOfProjects, scale));
}

/** Hard points of earlier rounds; the expressway was settled for good. */
function lookBacks(picks: Picks, keyProject: readonly Organization[], scale: number, chance: Chance) {
  const count = scaled(customary.lookedBack, scale);
  const [projects = 0, villages = 0] = split(count, [5, 3]);
  const hard = keyProject.filter((row) => row.key !== expressway);
  return {
    lookBack1: [chance.shuffled(picks.routine1).slice(0, count)],
    lookBack2: [[...hard.slice(0, projects), ...chance.shuffled(picks.poverty).slice(0, villages)]],
  };
}

/** Townships whose villages the county's teams left out lead rounds of their own, half in spring, half in autumn. */
function ledByTownships(
  register: readonly Organization[],
  townships: readonly Organization[],
  inspected: readonly Organization[],
  scale: number,
): TownshipLed[] {
  const touched = new Set(inspected.flatMap((row) => [row.key, row.parent]));
  const villagesOf = (lead: Organization) =>
    register.filter((row) => row.kind === 'village' && row.parent === lead.key);
  const leads = townships
    .filter((township) => !touched.has(township.key))
    .sort((a, b) => villagesOf(b).length - villagesOf(a).length)
    .slice(0, scaled(customary.leads, scale));
  const each = Math.ceil(scaled(customary.villagesLed, scale) / leads.length);
  return leads.map((lead, index) => ({
    campaign: index % 2 === 0 ? 'townshipSpring' : 'townshipAutumn',
    lead,
    villages: villagesOf(lead).slice(0, each),
  }));
}
