import { Chance, grouped } from '../chance.js';
import { allocate } from './allocation.js';
import { firstDay, lastDay } from './calendar.js';
import { writeCase } from './case.track.js';
import { makeCorps, type Corps } from './corps.js';
import { expectedFigures, ruian2017 } from './figures.js';
import { makeFindings, type Draft } from './findings.js';
import { beginningTrack, hearingOf, hearingsTrack, roundTrack } from './office.tracks.js';
import { writeOnsite } from './onsite.track.js';
import { makeGains, type Gains } from './outcomes.js';
import type { Key, Organization, Person } from './plan.types.js';
import { makeRegister } from './register.js';
import { makeOutings, type Outing, type Visit } from './rounds.js';
import { TrackBook } from './scene.js';
import type { Plan, Track } from './steps.js';

/**
 * The year 2017 of Ruian as it may have been: every step of every inspection, such that the published figures come out.
 * The figures are targets here and nowhere else; seed and scale decide everything.
 */
export function makePlan({ seed, scale }: { seed: number; scale: number }): Plan {
  if (!(scale >= 0.05 && scale <= 1)) throw new Error('the scale is from 0.05 to 1');
  const chance = new Chance(`ruian-2017/${seed}`);
  const figures = expectedFigures(scale);
  const organizations = makeRegister(ruian2017.division);
  const townships = organizations.filter((row) => row.kind === 'township');
  const corps = makeCorps(townships);
  const { outings, people } = makeOutings(
    allocate(organizations, figures, scale, chance.fork('who')),
    townships,
  );
  const drafts = makeFindings(outings, figures, scale, chance.fork('findings'));
  const gains = makeGains(drafts, figures, scale, chance.fork('gains'));
  const spare = spareStation(organizations, outings);
  return {
    seed,
    scale,
    division: ruian2017.division,
    siteName: organizations[0]!.name,
    from: firstDay,
    until: lastDay,
    organizations,
    people: [...corps.people, ...people, ...partiesOf(outings)],
    tracks: [
      beginningTrack(corps),
      hearingsTrack(corps),
      ...outings.map((outing) => roundTrack(outing, corps, spare)),
      ...inspectionTracks(outings, drafts, gains, corps, chance),
    ],
  };
}

function inspectionTracks(
  outings: readonly Outing[],
  drafts: readonly Draft[],
  gains: Gains,
  corps: Corps,
  chance: Chance,
): Track[] {
  const byInspection = new Map(
    grouped(drafts, (draft) => draft.visit.inspection.key).map((group) => [
      group[0]!.visit.inspection.key,
      group,
    ]),
  );
  const lookBacks = outings.filter(({ round }) => round.kind === 'lookBack').flatMap(({ visits }) => visits);
  return outings.flatMap((outing) =>
    outing.visits.map((visit, index) => {
      const { key } = visit.inspection;
      const book = new TrackBook(key);
      const scene = {
        visit,
        findings: byInspection.get(key) ?? [],
        gains,
        corps,
        office: corps.office[index % corps.office.length]!,
        head: headOf(visit.organization),
        liaison: liaisonOf(visit.organization),
        hearing: hearingOf(outing),
        lookBack: lookBacks.find((later) => looksBackAt(later, visit)),
        chance: chance.fork(key),
      };
      writeCase(book, scene, writeOnsite(book, scene));
      return book.done();
    }),
  );
}

function looksBackAt(later: Visit, earlier: Visit): boolean {
  const rounds = later.round.key === 'lookBack1' ? ['routine1'] : ['poverty', 'keyProject'];
  return rounds.includes(earlier.round.key) && earlier.organization.key === later.organization.key;
}

/** Heads and liaisons of all organizations on the way; in a village the head does the liaison's work as well. */
function partiesOf(outings: readonly Outing[]): Person[] {
  const met = new Map(
    outings.flatMap(({ visits }) => visits.map((visit) => [visit.organization.key, visit.organization])),
  );
  return [...met.values()].flatMap((row): Person[] => {
    const head = { role: 'organizationHead', organization: row.key } as const;
    const liaison = { role: 'organizationLiaison', organization: row.key } as const;
    if (row.kind === 'village') return [{ key: headOf(row), name: row.head, grants: [head, liaison] }];
    return [
      { key: headOf(row), name: row.head, grants: [head] },
      { key: liaisonOf(row), name: row.head.replace('丙', '丁'), grants: [liaison] },
    ];
  });
}

function headOf(row: Organization): Key {
  return `head-${row.key}`;
}

function liaisonOf(row: Organization): Key {
  return row.kind === 'village' ? headOf(row) : `liaison-${row.key}`;
}

function spareStation(organizations: readonly Organization[], outings: readonly Outing[]): Organization {
  const met = new Set(outings.flatMap(({ visits }) => visits.map((visit) => visit.organization.key)));
  return organizations.find((row) => row.kind === 'grassrootsStation' && !met.has(row.key))!;
}
