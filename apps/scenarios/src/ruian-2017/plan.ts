import { parseDate } from '@xuncha/domain-kit';
import { Chance } from '../chance.js';
import { inspectionTracks, type LocalCustom } from '../year/inspections.js';
import type { Activities, Outing, Visit } from '../year/outing.js';
import { makeDesk, partiesOf } from '../year/people.js';
import type { ActivityKind, Assignment, Organization } from '../year/plan.types.js';
import { beginningTracks, hearingsTrack, roundTracks, type Detours } from '../year/round.track.js';
import type { Plan } from '../year/steps.js';
import { allocate } from './allocation.js';
import { makeClues } from './clues.js';
import { makeInspectors } from './corps.js';
import { expectedFigures, ruian2017 } from './figures.js';
import { makeFindings } from './findings.js';
import { makeGains } from './outcomes.js';
import { makeRegister } from './register.js';
import { makeOutings } from './rounds.js';
import { sessions } from './year.js';

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
  const allocation = allocate(organizations, figures, scale, chance.fork('who'));
  const { outings, people: lentByTownships } = makeOutings(allocation, townships);
  const drafts = makeFindings(outings, figures, scale, chance.fork('findings'));
  const gains = makeGains(drafts, figures, scale, chance.fork('gains'));
  const clues = makeClues(drafts, figures, scale, chance.fork('clues'));
  const { desk, people } = makeDesk();
  const inspectors = [...makeInspectors(townships), ...lentByTownships];
  const beginning = {
    people: inspectors,
    on: parseDate('2017-01-03'),
    term: ['2017-01-01', '2021-12-31'] as const,
    level: 'county' as const,
  };
  const spare = spareStation(organizations, outings);
  return {
    siteName: organizations[0]!.name,
    from: parseDate(ruian2017.period[0]),
    until: parseDate(ruian2017.period[1]),
    organizations,
    people: [...people, ...inspectors, ...partiesOf(outings)],
    tracks: [
      ...beginningTracks(desk, beginning),
      hearingsTrack(desk, sessions),
      ...outings.flatMap((outing) => roundTracks(outing, desk, detoursOf(outing, spare))),
      ...inspectionTracks(outings, { drafts, gains, clues }, desk, customOf(outings), chance),
    ],
  };
}

const usual: readonly ActivityKind[] = [
  'interview',
  'discussionMeeting',
  'householdVisit',
  'undercoverVisit',
];
const byTheme: Readonly<Record<string, readonly ActivityKind[]>> = {
  'poverty-relief': ['interview', 'phoneSpotCheck', 'householdVisit', 'siteSurvey'],
  'key-project': ['interview', 'siteSurvey', 'discussionMeeting', 'undercoverVisit'],
};

function customOf(outings: readonly Outing[]): LocalCustom {
  const lookBacks = outings.filter(({ round }) => round.kind === 'lookBack').flatMap(({ visits }) => visits);
  return {
    activities: ({ round }, chance): Activities[] => {
      const kinds = byTheme[round.theme?.code ?? ''] ?? usual;
      const count = round.ledBy === 'township' ? 2 : chance.between(3, 4);
      return kinds.slice(0, count).map((kind) => ({ kind, count: chance.between(1, 2) }));
    },
    mishaps: 1,
    petition: ({ round }, chance) => round.ledBy === 'county' && chance.percent(12),
    lookBack: (visit) => lookBacks.find((later) => looksBackAt(later, visit)),
  };
}

function looksBackAt(later: Visit, earlier: Visit): boolean {
  const rounds = later.round.key === 'lookBack1' ? ['routine1'] : ['poverty', 'keyProject'];
  return rounds.includes(earlier.round.key) && earlier.organization.key === later.organization.key;
}

/** The first round's draft is returned; in the second an assignment is withdrawn after its issue. */
function detoursOf(outing: Outing, spare: Organization): Detours {
  if (outing.campaignKey === 'routine1') return { returned: true };
  return outing.campaignKey === 'routine2' ? { withdrawn: withdrawnAssignment(outing, spare) } : {};
}

/** Issued and cancelled before entry: its organization counts as inspected nowhere. */
function withdrawnAssignment({ round, assignments }: Outing, spare: Organization): Assignment {
  return {
    key: `${round.key}/assignment-withdrawn`,
    round: round.key,
    batch: round.batches.length,
    team: assignments[0]!.team,
    organizations: [spare.key],
  };
}

function spareStation(organizations: readonly Organization[], outings: readonly Outing[]): Organization {
  const met = new Set(outings.flatMap(({ visits }) => visits.map((visit) => visit.organization.key)));
  return organizations.find((row) => row.kind === 'grassrootsStation' && !met.has(row.key))!;
}
