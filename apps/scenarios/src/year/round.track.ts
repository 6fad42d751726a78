import { parseDate, type BusinessDate } from '@xuncha/domain-kit';
import { shift } from './calendar.js';
import type { Outing } from './outing.js';
import type { Assignment, Hearing, Key, Person, Team } from './plan.types.js';
import { TrackBook, type Desk } from './scene.js';
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

/** A round from its draft to its close; the inspections have tracks of their own. */
export function roundTrack(outing: Outing, desk: Desk, { returned, withdrawn }: Detours = {}): Track {
  const { round, campaign } = outing;
  const [clerk, leaders] = [desk.office[0]!, desk.leadingGroup];
  const book = new TrackBook(round.key);
  const { draftedOn, approvedOn, issuedOn, rectification } = campaign;
  book.add(draftedOn, 'office', clerk, { act: 'draftRound', round });
  book.add(draftedOn, 'office', clerk, { act: 'submitRound', round: round.key });
  if (returned) {
    const opinion = '增加村级对象';
    book.add(shift(draftedOn, 2), 'leadingGroup', leaders, { act: 'returnRound', round: round.key, opinion });
    book.add(shift(draftedOn, 3), 'office', clerk, { act: 'submitRound', round: round.key });
  }
  book.add(approvedOn, 'leadingGroup', leaders, { act: 'approveRound', round: round.key, opinion: '同意' });
  book.add(shift(approvedOn, 1), 'office', clerk, { act: 'startTeaming', round: round.key });
  const assignments = withdrawn ? [...outing.assignments, withdrawn] : outing.assignments;
  for (const assignment of assignments)
    book.add(shift(approvedOn, 2), 'office', clerk, { act: 'planAssignment', assignment });
  for (const team of teamsOf(assignments)) authorize(book, team, approvedOn, desk);
  for (const { key } of assignments)
    book.add(issuedOn, 'office', clerk, { act: 'issueAssignment', assignment: key });
  if (withdrawn) {
    const reason = '因机构调整暂缓';
    const cancel = { act: 'cancelAssignment', assignment: withdrawn.key, reason } as const;
    book.add(shift(issuedOn, 2), 'office', clerk, cancel);
  }
  if (round.ledBy === 'township') hearByTownship(book, outing, clerk);
  if (rectification)
    book.add(rectification.closedOn, 'office', clerk, { act: 'closeRound', round: round.key });
  return book.done();
}

/** Proposed by the office, checked for recusal, authorized by the leading group for this one round (rules.md 1, 2). */
function authorize(book: TrackBook, team: Team, approvedOn: BusinessDate, desk: Desk) {
  const clerk = desk.office[0]!;
  book.add(shift(approvedOn, 2), 'office', clerk, { act: 'proposeTeam', team });
  book.add(shift(approvedOn, 3), 'office', clerk, { act: 'checkTeam', team: team.key });
  book.add(shift(approvedOn, 4), 'leadingGroup', desk.leadingGroup, { act: 'authorizeTeam', team: team.key });
}

function teamsOf(assignments: readonly Assignment[]): Team[] {
  return [...new Map(assignments.map(({ team }) => [team.key, team])).values()];
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
