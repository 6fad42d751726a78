import { parseDate, type BusinessDate } from '@xuncha/domain-kit';
import { chunks, grouped } from '../chance.js';
import { shift } from './calendar.js';
import type { Campaign, Outing } from './outing.js';
import type { Assignment, Hearing, Key, Person, Team } from './plan.types.js';
import { TrackBook, type Desk } from './scene.js';
import { seatOf } from './seats.js';
import type { Track } from './steps.js';

/** With what a site's year begins. */
export interface Beginning {
  readonly on: BusinessDate;
  readonly term: readonly [from: string, until: string];
  readonly people: readonly Person[];
  /** Up to which level's officials the site may deal with clues (rules.md 7). */
  readonly level: 'county' | 'city';
}

/** The first day of the year: the term that all rounds belong to, where clues go, and who can be called into a team. */
export function beginningTracks(desk: Desk, { on, term, people, level }: Beginning): Track[] {
  const clerk = desk.office[0]!;
  const book = new TrackBook('beginning');
  const [from, until] = term.map(parseDate) as [BusinessDate, BusinessDate];
  book.add(on, 'office', clerk, { act: 'proposeTerm', from, until });
  book.add(on, 'leadingGroup', desk.leadingGroup, { act: 'approveTerm' });
  book.add(on, 'office', clerk, { act: 'setRouting', level, organs: desk.organs });
  return [book.done(), ...people.flatMap((person) => poolTrack(person, clerk, on))];
}

function poolTrack({ key, inspector }: Person, clerk: Key, on: BusinessDate): Track[] {
  if (!inspector) return [];
  const book = new TrackBook(`pool/${key}`);
  book.add(on, 'office', clerk, { act: 'registerInspector', person: key, inspector });
  for (const training of inspector.trainings)
    book.add(on, 'office', clerk, { act: 'trainInspector', person: key, training });
  book.add(on, 'office', clerk, { act: 'poolInspector', person: key });
  return [book.done()];
}

/** What happens in a round beside its course: the draft is returned once, an assignment is withdrawn after its issue. */
export interface Detours {
  readonly returned?: true;
  readonly withdrawn?: Assignment;
}

/** A round from its draft to its close, and each of its teams; the inspections have tracks of their own. */
export function roundTracks(outing: Outing, desk: Desk, detours: Detours = {}): Track[] {
  const { assignments, campaign } = outing;
  const all = detours.withdrawn ? [...assignments, detours.withdrawn] : assignments;
  const teams = grouped(all, ({ team }) => team.key);
  const composed = teams.map(([first]) => first!.team).filter(({ leader }) => seatOf(leader));
  return [
    roundTrack(outing, desk, detours),
    ...(composed.length > 0 ? [compositionTrack(composed, campaign, desk)] : []),
    ...teams.map((some) => teamTrack(some, campaign, desk, detours)),
  ];
}

function roundTrack(outing: Outing, desk: Desk, { returned }: Detours): Track {
  const { round, campaign } = outing;
  const [clerk, leaders] = [desk.office[0]!, desk.leadingGroup];
  const book = new TrackBook(round.key);
  const { draftedOn, approvedOn, rectification } = campaign;
  book.add(draftedOn, 'office', clerk, { act: 'draftRound', round });
  book.add(draftedOn, 'office', clerk, { act: 'submitRound', round: round.key });
  if (returned) {
    const opinion = '增加村级对象';
    book.add(shift(draftedOn, 2), 'leadingGroup', leaders, { act: 'returnRound', round: round.key, opinion });
    book.add(shift(draftedOn, 3), 'office', clerk, { act: 'submitRound', round: round.key });
  }
  book.add(approvedOn, 'leadingGroup', leaders, { act: 'approveRound', round: round.key, opinion: '同意' });
  book.add(shift(approvedOn, 1), 'office', clerk, { act: 'startTeaming', round: round.key });
  if (round.ledBy === 'township') hearByTownship(book, outing, clerk);
  if (rectification)
    book.add(rectification.closedOn, 'office', clerk, { act: 'closeRound', round: round.key });
  return book.done();
}

/** Composed so many together: more would take longer to prove than they gain. */
const composedTogether = 20;

/** One after another, so that nobody is taken twice; all on the day after the assignments were planned. */
function compositionTrack(teams: readonly Team[], { approvedOn }: Campaign, desk: Desk): Track {
  const clerk = desk.office[0]!;
  const { round } = teams[0]!;
  const book = new TrackBook(`${round}/compositions`);
  chunks(teams, composedTogether).forEach((some, index) => {
    const composition = { key: `${round}/composition-${index + 1}`, round, teams: some };
    const on = shift(approvedOn, 3);
    book.add(on, 'office', clerk, { act: 'composeTeams', composition });
    book.add(on, 'office', clerk, { act: 'proposeComposed', composition: composition.key });
  });
  return book.done();
}

/** Proposed by the office, checked for recusal, authorized by the leading group for this one round (rules.md 1, 2), and sent. */
function teamTrack(
  assignments: readonly Assignment[],
  { approvedOn, issuedOn }: Campaign,
  desk: Desk,
  { withdrawn }: Detours,
): Track {
  const clerk = desk.office[0]!;
  const { team } = assignments[0]!;
  const book = new TrackBook(team.key);
  for (const assignment of assignments)
    book.add(shift(approvedOn, 2), 'office', clerk, { act: 'planAssignment', assignment });
  const isComposed = seatOf(team.leader) !== undefined;
  const checkedOn = shift(approvedOn, isComposed ? 4 : 3);
  if (!isComposed) book.add(shift(approvedOn, 2), 'office', clerk, { act: 'proposeTeam', team });
  book.add(checkedOn, 'office', clerk, { act: 'checkTeam', team });
  book.add(shift(checkedOn, 1), 'leadingGroup', desk.leadingGroup, { act: 'authorizeTeam', team });
  for (const { key } of assignments) {
    book.add(issuedOn, 'office', clerk, { act: 'issueAssignment', assignment: key });
    const cancel = { act: 'cancelAssignment', assignment: key, reason: '因机构调整暂缓' } as const;
    if (key === withdrawn?.key) book.add(shift(issuedOn, 2), 'office', clerk, cancel);
  }
  return book.done();
}

/** A township's committee hears its own round. */
function hearByTownship(book: TrackBook, { round, campaign, hearing: key }: Outing, clerk: Key) {
  const hearing: Hearing = {
    key,
    body: 'townshipCommittee',
    rounds: [round.key],
    decisions: ['逐一研究问题处置意见'],
  };
  book.add(campaign.heardOn, 'office', clerk, { act: 'holdHearing', hearing });
}

/** A session of one of the committee's bodies that heard several rounds. */
export interface Session {
  readonly key: Key;
  readonly body: Hearing['body'];
  readonly heard: readonly Key[];
  readonly on: BusinessDate;
}

/** Sessions of the standing committee, the five-person group and the leading group (RA17-12). */
export function hearingsTrack({ office }: Desk, sessions: readonly Session[]): Track {
  const book = new TrackBook('hearings');
  for (const { key, body, heard, on } of sessions) {
    const decisions =
      body === 'standingCommittee' ? ['同意专题报告', '举一反三开展整治'] : ['逐一研究问题处置意见'];
    const hearing: Hearing = { key, body, rounds: heard, decisions };
    book.add(on, 'office', office[0]!, { act: 'holdHearing', hearing });
  }
  return book.done();
}
