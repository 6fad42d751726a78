/** What every plan keeps, whichever place it is of: days, deadlines, order between tracks, roles, signatures and teams. */
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, addWorkdays, chinaCalendar, isWorkday, profileOf } from '@xuncha/domain-kit';
import type { Key, Team } from './plan.types.js';
import type { Plan, Step, StepOf, Track } from './steps.js';

const of = <A extends Step['act']>(track: Track, act: A) =>
  track.steps.filter((step): step is StepOf<A> => step.act === act);
const first = <A extends Step['act']>(track: Track, act: A) => of(track, act)[0];

class Reading {
  readonly steps: readonly Step[];
  readonly inspections: readonly Track[];
  readonly teams: ReadonlyMap<Key, Team>;
  /** By the key of the assignment. */
  readonly sent: ReadonlyMap<Key, Team>;

  constructor(readonly plan: Plan) {
    this.steps = plan.tracks.flatMap((track) => track.steps);
    this.inspections = plan.tracks.filter((track) => first(track, 'enter'));
    this.teams = new Map(this.all('authorizeTeam').map(({ team }) => [team.key, team]));
    this.sent = new Map(this.all('planAssignment').map(({ assignment: { key, team } }) => [key, team]));
  }

  all<A extends Step['act']>(act: A) {
    return this.steps.filter((step): step is StepOf<A> => step.act === act);
  }

  /** Which day each was done, by its key. */
  days<A extends Step['act']>(act: A, keyOf: (step: StepOf<A>) => Key): Map<Key, string> {
    return new Map(this.all(act).map((step) => [keyOf(step), step.on]));
  }
}

export function testLawful(plan: Plan): void {
  const reading = new Reading(plan);
  describe('time', () => {
    testTime(reading);
  });
  describe('order', () => {
    testOrder(reading);
  });
  describe('presence', () => {
    testPresence(reading);
  });
  describe('clues', () => {
    testClues(reading);
  });
  describe('people', () => {
    testPeople(reading);
  });
}

function testTime(reading: Reading) {
  const { plan, inspections } = reading;
  const { durations } = profileOf('national-2017');

  test('every step is on a workday of the year, and every track in order', () => {
    const days = new Set(reading.steps.map(({ on }) => on));
    const isOutside = (on: (typeof plan)['from']) =>
      on < plan.from || on > plan.until || !isWorkday(chinaCalendar, on);
    expect([...days].filter(isOutside)).toEqual([]);
    const isMixed = ({ steps }: Track) => steps.some(({ on }, at) => at > 0 && on < steps[at - 1]!.on);
    expect(plan.tracks.filter(isMixed)).toEqual([]);
  });

  test('a notice comes three workdays before the entry', () => {
    const issued = reading.days('issueAssignment', ({ assignment }) => assignment);
    const late = inspections.filter((track) => {
      const { inspection, on } = first(track, 'enter')!;
      const notice = addWorkdays(chinaCalendar, on, -durations['notice.before.entry'].count);
      return issued.get(inspection.assignment)! > notice;
    });
    expect(late).toEqual([]);
  });

  test('feedback, plan and reports keep the deadlines of national-2017', () => {
    const late = inspections.filter((track) => {
      const decided = first(track, 'decide')!.on;
      const feedback = first(track, 'signFeedback')!.on;
      const latest = (act: 'signPlan' | 'submitHeadReport') => of(track, act).at(-1)?.on ?? '';
      return (
        feedback <= decided ||
        feedback > addWorkdays(chinaCalendar, decided, durations['feedback.after.decision'].count) ||
        latest('signPlan') > addDays(feedback, durations['plan.due'].count) ||
        latest('submitHeadReport') > addMonths(feedback, durations['report.due'].count)
      );
    });
    expect(late).toEqual([]);
  });
}

function testOrder(reading: Reading) {
  test('what a step needs of another track was done on an earlier day', () => {
    const assignments = reading.days('issueAssignment', ({ assignment }) => assignment);
    const hearings = reading.days('holdHearing', ({ hearing }) => hearing.key);
    const entries = reading.days('enter', ({ inspection }) => inspection.key);
    const early = reading.steps.filter((step) => {
      if (step.act === 'enter') return assignments.get(step.inspection.assignment)! >= step.on;
      if (step.act === 'hearReport') return hearings.get(step.hearing)! >= step.on;
      return step.act === 'reopenItem' && step.lookBack && entries.get(step.lookBack)! >= step.on;
    });
    expect(early).toEqual([]);
  });

  test('a report is reviewed before it is heard, and a round closed after every feedback', () => {
    const closings = reading.days('closeRound', ({ round }) => round);
    const mixed = reading.inspections.filter((track) => {
      const round = reading.sent.get(first(track, 'enter')!.inspection.assignment)!.round;
      return (
        first(track, 'reviewReport')!.on >= first(track, 'hearReport')!.on ||
        first(track, 'signFeedback')!.on >= (closings.get(round) ?? '9')
      );
    });
    expect(mixed).toEqual([]);
  });

  test('a team is authorized before its assignments are issued (rules.md 1)', () => {
    const authorized = reading.days('authorizeTeam', ({ team }) => team.key);
    const unauthorized = reading
      .all('issueAssignment')
      .filter(({ assignment, on }) => !(authorized.get(reading.sent.get(assignment)!.key)! < on));
    expect(unauthorized).toEqual([]);
  });
}

function testPresence(reading: Reading) {
  test('nobody is on site in two teams at one time', () => {
    const stays = new Map<Team, { from: string; to: string }>();
    for (const track of reading.inspections) {
      const { inspection, on: from } = first(track, 'enter')!;
      const to = first(track, 'leaveSite')!.on;
      const team = reading.sent.get(inspection.assignment)!;
      const stay = stays.get(team) ?? { from, to };
      stays.set(team, { from: from < stay.from ? from : stay.from, to: to > stay.to ? to : stay.to });
    }
    const byPerson = new Map<Key, { from: string; to: string }[]>();
    for (const [{ leader, deputy, members }, stay] of stays)
      for (const person of [leader, deputy, ...members])
        byPerson.set(person, [...(byPerson.get(person) ?? []), stay]);
    const meet = [...byPerson].filter(([, some]) => {
      const inOrder = [...some].sort((a, b) => (a.from < b.from ? -1 : 1));
      return inOrder.some(({ from }, at) => at > 0 && from <= inOrder[at - 1]!.to);
    });
    expect(meet).toEqual([]);
  });
}

function testClues(reading: Reading) {
  const { durations } = profileOf('national-2017');

  test('an organ signs a transfer within three workdays and answers a clue within three months', () => {
    const late = reading.plan.tracks.filter((track) => {
      const delivered = first(track, 'deliverTransfer')?.on;
      const received = first(track, 'receiveTransfer')?.on;
      if (!delivered || !received) return false;
      return (
        received > addWorkdays(chinaCalendar, delivered, durations['clue.receipt.due'].count) ||
        track.steps.at(-1)!.on > addMonths(received, durations['clue.feedback.due'].count)
      );
    });
    expect(late).toEqual([]);
  });

  test('a clue is screened after it was raised, and merged into one that was screened before', () => {
    const raised = reading.days('raiseClue', ({ clue }) => clue.key);
    const screened = reading.days('screenClue', ({ clue }) => clue);
    expect([...screened].filter(([clue, on]) => !(raised.get(clue)! < on))).toEqual([]);
    const early = reading
      .all('mergeClue')
      .filter(({ clue, into, on }) => !(screened.get(clue)! < on && screened.get(into)! < on));
    expect(early).toEqual([]);
  });

  test('a transfer is approved by three people (rules.md 6)', () => {
    const approvals = ['leadTransfer', 'passTransfer', 'approveTransfer'];
    const wrong = reading.plan.tracks.filter(({ steps }) => {
      const people = new Set(steps.filter(({ act }) => approvals.includes(act)).map(({ by }) => by));
      return people.size !== 0 && people.size !== 3;
    });
    expect(wrong).toEqual([]);
  });
}

function testPeople(reading: Reading) {
  const { plan, teams } = reading;
  const people = new Map(plan.people.map((person) => [person.key, person]));

  test('every step is taken by somebody with that role', () => {
    const may = new Set(plan.people.flatMap(({ key, grants }) => grants.map(({ role }) => `${role} ${key}`)));
    for (const { leader, deputy, members } of teams.values()) {
      may.add(`leader ${leader}`).add(`deputy ${deputy}`);
      for (const member of members) may.add(`member ${member}`);
    }
    expect(reading.steps.filter(({ by, as }) => !may.has(`${as} ${by}`))).toEqual([]);
  });

  test('a paper is signed by three people (rules.md 3)', () => {
    const signers = new Map<Key, Set<Key>>();
    const sign = (paper: Key, by: Key) => signers.set(paper, (signers.get(paper) ?? new Set()).add(by));
    for (const step of reading.steps) {
      if (step.act === 'draftPaper') sign(step.paper.key, step.by);
      if (step.act === 'reviewPaper' || step.act === 'signPaper') sign(step.paper, step.by);
    }
    expect([...signers].filter(([, some]) => some.size !== 3)).toEqual([]);
  });

  test('teams have 5 to 8 people, and nobody inspects villages of their own township (rules.md 2)', () => {
    const register = new Map(plan.organizations.map((row) => [row.key, row]));
    const unfit = reading.all('planAssignment').filter(({ assignment: { team, organizations } }) => {
      const everyone = [team.leader, team.deputy, ...team.members];
      const homes = new Set(everyone.map((member) => people.get(member)?.inspector?.home));
      const isHome = (key: Key) => {
        const { kind, parent } = register.get(key)!;
        return (kind === 'village' && homes.has(parent)) || (kind === 'township' && homes.has(key));
      };
      return everyone.length < 5 || everyone.length > 8 || organizations.some(isHome);
    });
    expect(unfit).toEqual([]);
  });

  test('keys are unique, and no name could be taken for a real one', () => {
    expect(people.size).toBe(plan.people.length);
    expect(plan.people.filter(({ name }) => !/^演示.\d+$/.test(name))).toEqual([]);
    expect(plan.organizations.filter(({ head }) => !/^演示丙\d{4}$/.test(head))).toEqual([]);
  });
}
