import { addDays, addMonths, addWorkdays, chinaCalendar, isWorkday, profileOf } from '@xuncha/domain-kit';
import { describe, expect, test } from '@jest/globals';
import { expectedFigures, laterFigures, ruian2017 } from './figures.js';
import { makePlan } from './plan.js';
import type { Plan, Step, StepOf, Track } from './steps.js';
import { tally } from './tally.js';

const full = makePlan({ seed: 1, scale: 1 });
const stepsOf = (plan: Plan) => plan.tracks.flatMap((track) => track.steps);
const all = <A extends Step['act']>(plan: Plan, act: A) =>
  stepsOf(plan).filter((step): step is StepOf<A> => step.act === act);
const of = <A extends Step['act']>(track: Track, act: A) =>
  track.steps.filter((step): step is StepOf<A> => step.act === act);
const teams = new Map(
  all(full, 'planAssignment').map(({ assignment: { team } }) => [team.key, team] as const),
);
const inspections = (plan: Plan) => plan.tracks.filter((track) => of(track, 'enter').length > 0);

function dueFigures(scale: number) {
  const figures = Object.entries(expectedFigures(scale));
  return Object.fromEntries(figures.filter(([key]) => laterFigures[key] !== 'clues'));
}

describe('the published year', () => {
  test.each([1, 2, 3])('comes out exactly from the steps, with seed %i', (seed) => {
    expect(tally(makePlan({ seed, scale: 1 }))).toEqual(dueFigures(1));
  });

  test.each([0.05, 0.07, 0.1, 0.33, 0.5])('shrinks to its part, rounded up, at scale %f', (scale) => {
    for (const seed of [1, 2, 3]) expect(tally(makePlan({ seed, scale }))).toEqual(dueFigures(scale));
  });

  test('is refused below a twentieth, where examples no longer fit', () => {
    for (const scale of [0, 0.04, 1.1, Number.NaN])
      expect(() => makePlan({ seed: 1, scale })).toThrow('scale');
  });

  test('has figures still to come only of talent and clues', () => {
    expect(Object.keys(expectedFigures(1)).sort()).toEqual(Object.keys(ruian2017.figures).sort());
    expect(Object.keys(ruian2017.figures)).toEqual(expect.arrayContaining(Object.keys(laterFigures)));
  });

  test('is the same for the same seed and another for another', () => {
    expect(makePlan({ seed: 1, scale: 0.05 })).toEqual(makePlan({ seed: 1, scale: 0.05 }));
    expect(makePlan({ seed: 1, scale: 0.05 })).not.toEqual(makePlan({ seed: 2, scale: 0.05 }));
  });

  test('is planned in less than a second', () => {
    const started = performance.now();
    makePlan({ seed: 4, scale: 1 });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('what must not be counted is there to be left out', () => {
  test('findings are merged, dropped, left open and reopened, and items put right at once', () => {
    for (const act of [
      'mergeFinding',
      'dropFinding',
      'reopenItem',
      'orderImmediate',
      'keepItemLongTerm',
    ] as const)
      expect(all(full, act).length).toBeGreaterThan(3);
    expect(all(full, 'cancelAssignment')).toHaveLength(1);
  });

  test('organizations are inspected twice, and persons held accountable twice', () => {
    const entered = all(full, 'enter').map(({ inspection }) => inspection.organization);
    expect(new Set(entered).size).toBeLessThan(entered.length);
    const persons = all(full, 'recordOutcome').flatMap(({ outcome }) => outcome.persons ?? []);
    expect(new Set(persons).size).toBeLessThan(persons.length);
  });

  test('a finding merged into another was confirmed after it, in the same inspection', () => {
    for (const track of inspections(full)) {
      const order = of(track, 'confirmFinding').map(({ finding }) => finding.key);
      for (const { finding, into } of of(track, 'mergeFinding'))
        expect(order.indexOf(into)).toBeLessThan(order.indexOf(finding));
    }
  });
});

describe('examples of the source are records within the totals', () => {
  const outcomes = all(full, 'recordOutcome');
  const yuan = (title: RegExp) =>
    outcomes.filter(({ outcome }) => title.test(outcome.title)).map(({ outcome }) => outcome.amount! / 100);

  test('a village bookkeeper repays 11,900 yuan in 3 instalments on 3 days (RA17-9)', () => {
    expect(yuan(/分期退款/).reduce((sum, part) => sum + part, 0)).toBe(11_900);
    const paid = outcomes.filter(({ outcome }) => outcome.instalment).map(({ on }) => on);
    expect(paid).toHaveLength(3);
    expect([...paid].sort()).toEqual(paid);
  });

  test('a welfare home hands over 389,700 yuan and a manager returns 29,800', () => {
    expect(yuan(/闲置资金/)).toEqual([389_700]);
    expect(yuan(/退回奖金/)).toEqual([29_800]);
  });

  test('an enterprise deposits 177,000,000 yuan by 3 tenders and gains 1,200,000', () => {
    expect(yuan(/竞争性存放/)).toEqual([59_000_000, 59_000_000, 59_000_000]);
    expect(yuan(/利息/)).toEqual([1_200_000]);
  });

  test('the 29 findings of the expressway are all closed and one official is held accountable', () => {
    const track = full.tracks.find(({ key }) => key === 'keyProject/K001')!;
    expect(of(track, 'confirmFinding')).toHaveLength(29);
    const closed = of(track, 'closeItem').map(({ item }) => item);
    expect(new Set(closed).size).toBe(29);
    expect(of(track, 'closeCase')).toHaveLength(1);
    expect(of(track, 'recordOutcome').flatMap(({ outcome }) => outcome.persons ?? [])).toHaveLength(1);
  });
});

describe('time', () => {
  const { durations } = profileOf('national-2017');

  test('every step is on a workday of the year, and every track in order', () => {
    for (const { steps } of full.tracks) {
      const days = steps.map(({ on }) => on);
      expect([...days].sort()).toEqual(days);
      expect(days.every((on) => on >= full.from && on <= full.until && isWorkday(chinaCalendar, on))).toBe(
        true,
      );
    }
  });

  test('notice, feedback, plan and reports keep the deadlines of national-2017', () => {
    const issued = new Map(all(full, 'issueAssignment').map(({ assignment, on }) => [assignment, on]));
    for (const track of inspections(full)) {
      const [enter] = of(track, 'enter');
      const [decided] = of(track, 'decide');
      const [feedback] = of(track, 'signFeedback');
      const latest = (act: 'signPlan' | 'submitHeadReport') => of(track, act).at(-1)?.on ?? '';
      const notice = addWorkdays(chinaCalendar, enter!.on, -durations['notice.before.entry'].count);
      expect(issued.get(enter!.inspection.assignment)! <= notice).toBe(true);
      const feedbackDue = addWorkdays(chinaCalendar, decided!.on, durations['feedback.after.decision'].count);
      expect(feedback!.on > decided!.on && feedback!.on <= feedbackDue).toBe(true);
      const planDue = addDays(feedback!.on, durations['plan.due'].count);
      expect(latest('signPlan') <= planDue).toBe(true);
      expect(latest('submitHeadReport') <= addMonths(feedback!.on, durations['report.due'].count)).toBe(true);
    }
  });

  test('what a step needs of another track was done on an earlier day', () => {
    const assignments = new Map(all(full, 'issueAssignment').map(({ assignment, on }) => [assignment, on]));
    const hearings = new Map(all(full, 'holdHearing').map(({ hearing, on }) => [hearing.key, on]));
    const entries = new Map(all(full, 'enter').map(({ inspection, on }) => [inspection.key, on]));
    const closings = new Map(all(full, 'closeRound').map(({ round, on }) => [round, on]));
    for (const { inspection, on } of all(full, 'enter'))
      expect(assignments.get(inspection.assignment)! < on).toBe(true);
    for (const { hearing, on } of all(full, 'hearReport')) expect(hearings.get(hearing)! < on).toBe(true);
    for (const { lookBack, on } of all(full, 'reopenItem'))
      if (lookBack) expect(entries.get(lookBack)! < on).toBe(true);
    for (const track of inspections(full)) {
      const [{ on: heard } = { on: '' }] = of(track, 'hearReport');
      expect(of(track, 'reviewReport')[0]!.on < heard).toBe(true);
      const round = of(track, 'enter')[0]!.inspection.key.split('/')[0]!;
      expect(of(track, 'signFeedback')[0]!.on < closings.get(round)!).toBe(true);
    }
  });

  test('a team is on site in one round at a time', () => {
    const stays = [...teams.values()].map((team) => {
      const assignments = all(full, 'planAssignment').filter(
        ({ assignment }) => assignment.team.key === team.key,
      );
      const keys = new Set(assignments.map(({ assignment }) => assignment.key));
      const tracks = inspections(full).filter((track) =>
        keys.has(of(track, 'enter')[0]!.inspection.assignment),
      );
      const days = tracks
        .flatMap((track) => [of(track, 'enter')[0]!.on, of(track, 'leaveSite')[0]!.on])
        .sort();
      return { team: team.designation, from: days[0]!, to: days.at(-1)! };
    });
    const meets = (one: (typeof stays)[number], other: (typeof stays)[number]) =>
      one !== other && one.team === other.team && one.from <= other.to && other.from <= one.to;
    expect(stays.filter((one) => stays.some((other) => meets(one, other)))).toEqual([]);
  });
});

describe('people', () => {
  const people = new Map(full.people.map((person) => [person.key, person]));
  test('every step is taken by somebody with that role', () => {
    const seats = { leader: new Set<string>(), deputy: new Set<string>(), member: new Set<string>() };
    for (const team of teams.values()) {
      seats.leader.add(team.leader);
      seats.deputy.add(team.deputy);
      team.members.forEach((member) => seats.member.add(member));
    }
    const mayAct = ({ by, as }: Step) =>
      (people.get(by)?.grants.some(({ role }) => role === as) ?? false) ||
      (as in seats && seats[as as keyof typeof seats].has(by));
    expect(stepsOf(full).filter((step) => !mayAct(step))).toEqual([]);
  });

  test('a paper is signed by three people (rules.md 3)', () => {
    for (const track of inspections(full)) {
      const signed = new Map(of(track, 'signPaper').map(({ paper, by }) => [paper, by]));
      const reviewed = new Map(of(track, 'reviewPaper').map(({ paper, by }) => [paper, by]));
      for (const { paper, by } of of(track, 'draftPaper'))
        expect(new Set([by, reviewed.get(paper.key), signed.get(paper.key)]).size).toBe(3);
    }
  });

  test('teams have 5 to 8 people, and nobody inspects villages of their own township (rules.md 2)', () => {
    const register = new Map(full.organizations.map((row) => [row.key, row]));
    for (const { assignment } of all(full, 'planAssignment')) {
      const { team } = assignment;
      const everyone = [team.leader, team.deputy, ...team.members];
      expect(everyone.length).toBeGreaterThanOrEqual(5);
      expect(everyone.length).toBeLessThanOrEqual(8);
      const homes = everyone.map((member) => people.get(member)!.homeTownship).filter(Boolean);
      for (const key of assignment.organizations) {
        const { kind, parent } = register.get(key)!;
        if (kind === 'village') expect(homes).not.toContain(parent);
        if (kind === 'township') expect(homes).not.toContain(key);
      }
    }
  });

  test('keys are unique, and no name could be taken for a real one', () => {
    expect(people.size).toBe(full.people.length);
    for (const { name } of full.people) expect(name).toMatch(/^演示.\d+$/);
    for (const { head } of full.organizations) expect(head).toMatch(/^演示丙\d{4}$/);
  });
});
