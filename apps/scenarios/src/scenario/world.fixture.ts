/**
 * A small world that chance makes: a few organizations inspected in one round, with petitions, findings, clues, transfers, cases and
 * outcomes. Its twin is the same world in which one of the organizations never was.
 */
import { parseDate } from '@xuncha/domain-kit';
import { Chance } from '../chance.js';
import { nameSomebody, OpenClue, Suspects, type ClueDraft, type ClueEnd } from '../year/clue.draft.js';
import { draftsOf, isWithdrawn, slots, type Draft, type Hand, type Slot } from '../year/draft.js';
import { gainful, GainBook } from '../year/gain.js';
import { inspectionTracks } from '../year/inspections.js';
import { inspectorRecord } from '../year/inspector.js';
import { laidOut, makeOuting, makeRound, type Campaign, type Visit } from '../year/outing.js';
import { makeDesk, partiesOf } from '../year/people.js';
import type { Assignment, Key, Person, Round, Team } from '../year/plan.types.js';
import { inventedUnits, organUnits, withHeads } from '../year/register.js';
import { beginningTracks, hearingsTrack, roundTracks } from '../year/round.track.js';
import { TrackBook, type Desk } from '../year/scene.js';
import type { Plan, Track } from '../year/steps.js';
import { livelihood } from '../year/taxonomies.js';

const county = '330381';
const from = parseDate('2017-01-03');
const hearing = 'hearing-1';
/** Whoever the twin has, and whoever it has not. */
export const spared: Key = 'M001';
export const hidden: Key = 'M002';
export const teamName = '县委第一巡察组';

const campaign: Campaign = {
  title: '演示轮次',
  kind: 'routine',
  ways: ['comprehensive'],
  ...laidOut(from),
};

/** All inspected organizations are one team's, each by an assignment of its own. */
export function makeWorld(seed: number): Plan {
  const chance = new Chance(`world/${seed}`);
  const units = inventedUnits({ kind: 'municipalUnit', letter: 'M', count: 3, name: '演示单位' }, county);
  const root = { key: county, name: '演示县', kind: 'county' as const };
  const organizations = withHeads([root, ...units, ...organUnits(county)], parseDate('2016-12-01'));
  const inspectors = makeInspectors();
  const round = makeRound('round', campaign);
  const team = makeTeam(round, inspectors);
  const inspected = organizations.filter(({ key }) => units.some((unit) => unit.key === key));
  const assignments = inspected.map(({ key }) => assignmentFor(key, round, team));
  const outing = makeOuting({ campaignKey: 'round', campaign, round, assignments, hearing }, organizations);
  const drafts = draftsOf(
    outing.visits.map((visit) => handOf(visit, chance)),
    chance.fork('drafts'),
  );
  const { desk, people } = makeDesk();
  const custom = {
    activities: (visit: Visit, draw: Chance) => [
      { kind: 'interview' as const, count: draw.between(1, 2) },
      { kind: 'siteSurvey' as const, count: 1 },
    ],
    petition: () => true,
    mishaps: 1,
  };
  const found = { drafts, gains: gainsOf(drafts, chance), clues: cluesOf(drafts, chance) };
  return {
    siteName: '演示县',
    from,
    until: parseDate('2017-06-30'),
    organizations,
    people: [...people, ...inspectors, ...partiesOf([outing])],
    tracks: [
      ...beginningTracks(desk, {
        people: inspectors,
        on: from,
        term: ['2017-01-01', '2021-12-31'],
        level: 'county',
      }),
      hearingsTrack(desk, [
        { key: hearing, body: 'fivePersonGroup', heard: [round.key], on: campaign.heardOn },
      ]),
      ...roundTracks(outing, desk),
      ...inspectionTracks([outing], found, desk, custom, chance.fork('inspections')),
      ...inspected.map(({ key }) => adviceTrack(key, desk)),
      ...assignments.map((assignment) => archiveTrack(assignment, desk)),
    ],
  };
}

/** The same without one organization, and without everything that is of it: its key stands in whatever is. */
export function withoutOrganization(plan: Plan, key: Key): Plan {
  const isOfIt = (thing: unknown) => JSON.stringify(thing).includes(key);
  return {
    ...plan,
    organizations: plan.organizations.filter((row) => row.key !== key),
    people: plan.people.filter((person) => !isOfIt(person)),
    tracks: plan.tracks.map((track) => ({ ...track, steps: track.steps.filter((step) => !isOfIt(step)) })),
  };
}

/** What was found in one place has its cause in how the whole field is run. */
function adviceTrack(organization: Key, { office: [clerk] }: Desk): Track {
  const book = new TrackBook(`advice/${organization}`);
  const [on, dueOn] = [parseDate('2017-06-20'), parseDate('2017-07-20')];
  book.add(on, 'office', clerk!, { act: 'draftAdvice', organization, subject: '规范工程招投标' });
  book.add(on, 'office', clerk!, { act: 'sendAdvice', organization, dueOn });
  return book.done();
}

function archiveTrack({ key: assignment, round }: Assignment, { office: [clerk] }: Desk): Track {
  const book = new TrackBook(`archive/${assignment}`);
  book.add(parseDate('2017-06-21'), 'office', clerk!, { act: 'openArchive', round, assignment });
  return book.done();
}

function makeInspectors(): Person[] {
  return Array.from({ length: 7 }, (_, index) => ({
    key: `inspector-${index + 1}`,
    name: `演示甲00${index + 1}`,
    grants: [],
    inspector: inspectorRecord(index + 1, { of: 'county', force: index < 2 ? 'fullTime' : 'standing' }),
  }));
}

function makeTeam(round: Round, people: readonly Person[]): Team {
  const [leader, deputy, ...members] = people.map(({ key }) => key) as [Key, Key, ...Key[]];
  return { key: 'team', round: round.key, designation: teamName, leader, deputy, members };
}

function assignmentFor(organization: Key, round: Round, team: Team): Assignment {
  const key = `${round.key}/${organization}/assignment`;
  return { key, round: round.key, batch: 1, team, organizations: [organization] };
}

function handOf(visit: Visit, chance: Chance): Hand {
  const draw = chance.fork(visit.organization.key);
  const dealt: Slot[] = [
    ...slots(draw.between(2, 3), 'solved', livelihood),
    ...slots(1, draw.pick(['merged', 'dropped', 'unsolved'])),
  ];
  return { visit, slots: dealt };
}

function gainsOf(drafts: readonly Draft[], chance: Chance) {
  const book = new GainBook(chance.fork('gains'));
  for (const draft of gainful(drafts)) {
    book.add(draft, { kind: 'systemImproved', title: '《演示管理制度》' });
    book.add(draft, { kind: 'moneyRecovered', title: '追回资金', amount: 100_000 });
    book.accountable([draft], { persons: 1, most: 1 });
  }
  return book.byFinding;
}

const ends: readonly ClueEnd[] = ['concluded', 'disposed', 'received', 'screened'];

/** One or two of every organization, by different ends. */
function cluesOf(drafts: readonly Draft[], chance: Chance): ClueDraft[] {
  const draw = chance.fork('clues');
  const standing = drafts.filter((draft) => !isWithdrawn(draft) && !draft.immediate);
  const byPlace = new Map(standing.map((draft) => [draft.visit.organization.key, draft]));
  const suspects = new Suspects();
  const clues = [...byPlace.values()].map((draft) => new OpenClue(draft, draw.pick(ends), draw));
  for (const clue of clues)
    if (isHandled(clue.end)) clue.came(draw.pick(['filed', 'sanction', 'measure']), suspects.next());
  nameSomebody(clues, suspects);
  return clues;
}

function isHandled(end: ClueEnd): boolean {
  return end === 'concluded' || end === 'disposed';
}
