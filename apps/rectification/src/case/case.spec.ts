import { describe, expect, test } from 'vitest';
import type { Decision, ReviewBody } from '@xuncha/contracts';
import { addDays, grid, parseDate } from '@xuncha/domain-kit';
import type { Person } from '../person/person.js';
import * as domain from './case.js';
import * as plan from './plan.js';
import * as reports from './reports.js';

const on = parseDate('2017-06-01');
const feedback = {
  inspectionId: 'inspection',
  assignmentId: 'assignment',
  roundId: 'round',
  organizationId: 'organization',
  feedbackId: 'feedback',
  profile: 'national-2017',
  on,
  findings: [
    { findingId: 'first', immediate: false },
    { findingId: 'second', immediate: false },
    { findingId: 'at-once', immediate: true },
  ],
};
const office: Person = { account: 'office', belongs: false, heads: false };
const liaison: Person = { account: 'liaison', belongs: true, heads: false };
const head: Person = { account: 'head', belongs: true, heads: true };
const row = (findingId: string, dueOn = addDays(on, 60)) => ({
  findingId,
  measure: '清退补贴',
  responsible: '演示甲001',
  dueOn,
});
const rows = [row('first'), row('second')];
const said = { number: '试巡整意〔2017〕1号', opinions: '责任人不明确' };
const writing = { text: '整改情况', files: [] };
const agreed = (body: ReviewBody, agrees = true) => ({
  body,
  agrees,
  opinion: '属实',
  reviewer: '演示丙001',
});

const opened = domain.open('case', feedback).state;
const drafted = plan.draft(opened, rows, liaison, on).state;
const submitted = plan.sign(drafted, head, on).state;
const accepted = plan.accept(submitted, said, office, on).state;
const underway = domain.begin(accepted, on).state;
const halfReported = reports.sign(reports.draft(underway, writing, liaison, on).state, head, on).state;
const reported = reports.submitHeads(halfReported, writing, head, on).state;
const reviewedByTwo = (['office', 'disciplineOrgan'] as const).reduce(
  (it, body) => reports.review(it, agreed(body), office, on).state,
  reported,
);
const reviewed = reports.review(reviewedByTwo, agreed('organizationDepartment'), office, on).state;
const assessed = domain.assess(reviewed, { score: 90, grade: 'good', remark: null }, office, on).state;
const closed = domain.close(assessed, [], on).state;
const types = (decision: Decision<domain.Case>) => decision.facts.map((fact) => fact.contract.event);

describe('the life of a case', () => {
  const actions = {
    draftPlan: (it: domain.Case) => plan.draft(it, rows, liaison, on),
    signPlan: (it: domain.Case) => plan.sign({ ...it, plans: drafted.plans }, head, on),
    returnPlan: (it: domain.Case) => plan.sendBack(it, said, office, on),
    acceptPlan: (it: domain.Case) => plan.accept({ ...it, plans: submitted.plans }, said, office, on),
    begin: (it: domain.Case) => domain.begin(it, on),
    report: (it: domain.Case) => reports.draft({ ...it, reports: [] }, writing, liaison, on),
    completeReports: (it: domain.Case) =>
      reports.submitHeads({ ...it, reports: halfReported.reports }, writing, head, on),
    returnReports: (it: domain.Case) => reports.sendBack(it, said, office, on),
    review: (it: domain.Case) => reports.review({ ...it, reviews: [] }, agreed('office'), office, on),
    completeReview: (it: domain.Case) =>
      reports.review({ ...it, reviews: reviewedByTwo.reviews }, agreed('organizationDepartment'), office, on),
    assess: (it: domain.Case) => domain.assess(it, { score: 90, grade: 'good', remark: null }, office, on),
    close: (it: domain.Case) => domain.close(it, [], on),
    reopen: (it: domain.Case) => domain.reopen(it, '回头看发现未整改', office, on),
  };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...opened, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('the plan (NB17-11)', () => {
  test('leaves no finding of the feedback without an item; what was ordered on site has one already (rules.md 9)', () => {
    expect(() => plan.draft(opened, [row('first')], liaison, on)).toThrow(
      expect.objectContaining({ code: 'plan.finding-left-out', facts: { findingIds: ['second'] } }),
    );
    expect(plan.draft(opened, rows, liaison, on).state.plans).toHaveLength(1);
  });

  test('may have several items for one finding, and more for one that was ordered on site', () => {
    const more = [...rows, row('first'), row('at-once')];
    expect(plan.rowsOf(plan.draft(opened, more, liaison, on).state)).toHaveLength(4);
  });

  test('says nothing of findings that were not fed back, and sets no deadline that has passed', () => {
    expect(() => plan.draft(opened, [...rows, row('foreign')], liaison, on)).toThrow('plan.unknown-finding');
    const late = [row('first'), row('second', addDays(on, -1))];
    expect(() => plan.draft(opened, late, liaison, on)).toThrow(
      expect.objectContaining({ code: 'plan.due-in-past', facts: { rows: [2] } }),
    );
  });

  test('is returned with a slip that the organization signs for, and what was returned stays (NB17-8)', () => {
    const returned = plan.sendBack(submitted, said, office, on).state;
    expect(returned.slips[0]).toMatchObject({ ...said, verdict: 'returned', receivedOn: null });
    const received = plan.receiveOpinions(returned, liaison, addDays(on, 1)).state;
    expect(received.slips[0]).toMatchObject({ receivedOn: '2017-06-02', receivedBy: 'liaison' });
    expect(() => plan.receiveOpinions(received, liaison, on)).toThrow('case.no-opinions');
    const again = plan.sign(plan.draft(received, rows, liaison, on).state, head, on).state;
    expect(again.plans.map((each) => each.lapsed)).toEqual([true, false]);
  });

  test('a returned one is not signed again as it was', () => {
    const returned = plan.sendBack(submitted, said, office, on).state;
    expect(() => plan.sign(returned, head, on)).toThrow('case.no-plan');
  });

  test('of findings that were all ordered on site has no rows, and the case is underway at once', () => {
    const atOnce = domain.open('case', { ...feedback, findings: [feedback.findings[2]!] }).state;
    const signed = plan.sign(plan.draft(atOnce, [], liaison, on).state, head, on).state;
    expect(types(plan.accept(signed, said, office, on))).toEqual(['planAccepted', 'underway']);
  });
});

describe('signatures (rules.md 11)', () => {
  test('the head signs the plan and both reports, the liaison does not', () => {
    expect(() => plan.sign(drafted, liaison, on)).toThrow('case.not-the-signer');
    const report = reports.draft(underway, writing, liaison, on).state;
    expect(() => reports.sign(report, liaison, on)).toThrow('case.not-the-signer');
    expect(() => reports.submitHeads(underway, writing, liaison, on)).toThrow('case.not-the-signer');
    expect(plan.sign(drafted, head, on).state.plans[0]).toMatchObject({ signedBy: 'head' });
  });

  test('the head of another organization is a stranger here', () => {
    expect(() => plan.sign(drafted, { account: 'other', belongs: false, heads: false }, on)).toThrow(
      'case.not-the-signer',
    );
  });

  test('where the office names somebody, that person signs and the head does not, until it is given back', () => {
    const named = domain.nameSigner(drafted, 'liaison', Buffer.from('sealed'), on).state;
    expect(() => plan.sign(named, head, on)).toThrow('case.not-the-signer');
    expect(plan.sign(named, liaison, on).state.state).toBe('planSubmitted');
    const back = domain.nameSigner(named, null, Buffer.from('sealed'), on).state;
    expect(plan.sign(back, head, on).state.state).toBe('planSubmitted');
  });
});

describe('the two reports (NB17-11)', () => {
  test('are handed in together, with whichever comes last', () => {
    const headsFirst = reports.submitHeads(underway, writing, head, on);
    expect(types(headsFirst)).toEqual(['reportSigned']);
    const withDraft = reports.draft(headsFirst.state, writing, liaison, on).state;
    expect(types(reports.sign(withDraft, head, on))).toEqual(['reportSigned', 'reportsSubmitted']);
  });

  test('a signed report that is drafted again has to be signed again, and the signed one stays', () => {
    const redrafted = reports.draft(halfReported, { ...writing, text: '补充' }, liaison, on).state;
    expect(redrafted.reports.map(({ lapsed, signedOn }) => [lapsed, signedOn])).toEqual([
      [true, on],
      [false, null],
    ]);
    expect(types(reports.submitHeads(redrafted, writing, head, on))).toEqual(['reportSigned']);
  });

  test('returned ones count no more, and stay with the opinions on them (NB17-8)', () => {
    const returned = reports.sendBack(reviewedByTwo, said, office, on).state;
    expect(returned.reports.every((report) => report.lapsed)).toBe(true);
    expect(returned.slips.at(-1)).toMatchObject({ about: 'reports', verdict: 'returned' });
    expect(() => reports.sign(returned, head, on)).toThrow('case.no-report');
  });

  test('are reviewed when office, discipline organ and organization department all agree (ALL-9)', () => {
    expect(reviewedByTwo.state).toBe('reportsSubmitted');
    const refused = reports.review(reviewedByTwo, agreed('organizationDepartment', false), office, on).state;
    expect(refused.state).toBe('reportsSubmitted');
    const changed = reports.review(refused, agreed('organizationDepartment'), office, on).state;
    expect(changed.state).toBe('jointlyReviewed');
    expect(changed.reviews.map((review) => review.lapsed)).toEqual([false, false, true, false]);
  });

  test('that come again after a return are reviewed anew by all three', () => {
    const returned = reports.sendBack(reviewedByTwo, said, office, on).state;
    const signed = reports.sign(reports.draft(returned, writing, liaison, on).state, head, on).state;
    const again = reports.submitHeads(signed, writing, head, on).state;
    expect(reports.review(again, agreed('organizationDepartment'), office, on).state.state).toBe(
      'reportsSubmitted',
    );
  });
});

describe('deadlines', () => {
  test('the plan is due 15 days, the reports two months after the feedback (rules.md, national-2017)', () => {
    expect(opened).toMatchObject({ planDueOn: '2017-06-16', reportsDueOn: '2017-08-01' });
    const later = domain.open('case', { ...feedback, profile: 'national-2024' }).state;
    expect(later.reportsDueOn).toBe('2017-12-01');
  });

  test('the plan is owed until it is handed in, and again when it is returned', () => {
    const dueOf = (it: domain.Case) => domain.dueOf(it, 'plan')?.dueOn ?? null;
    const returned = plan.sendBack(submitted, said, office, on).state;
    expect([opened, submitted, returned].map(dueOf)).toEqual(['2017-06-16', null, '2017-06-16']);
  });

  test('the reports are owed until both are handed in', () => {
    const dueOf = (it: domain.Case) => domain.dueOf(it, 'reports')?.dueOn ?? null;
    expect([opened, halfReported, reported].map(dueOf)).toEqual(['2017-08-01', '2017-08-01', null]);
  });

  test('of a reopened case count from the reopening', () => {
    const reopened = domain.reopen(closed, '回头看发现未整改', office, parseDate('2018-01-10')).state;
    expect(domain.dueOf(reopened, 'reports')).toMatchObject({ from: '2018-01-10', dueOn: '2018-03-10' });
  });
});

describe('the end of a case', () => {
  test('waits for every item; one kept long-term does not hold it open (rules.md 9, SZ-5)', () => {
    const items = (...states: string[]) => states.map((state) => ({ state }));
    expect(() => domain.close(assessed, items('closed', 'submitted', 'open'), on)).toThrow(
      expect.objectContaining({ code: 'case.items-open', facts: { unsolved: 2 } }),
    );
    expect(domain.close(assessed, items('closed', 'longTerm'), on).state).toMatchObject({ closedOn: on });
  });

  test('is undone by an item that is open again: two new reports, reviewed and assessed again', () => {
    const reopened = domain.reopenWithItem(closed, office, addDays(on, 90)).state;
    expect(reopened).toMatchObject({ state: 'underway', closedOn: null });
    expect(reopened.reports.every((report) => report.lapsed)).toBe(true);
    expect(reopened.assessments).toHaveLength(1);
    expect(types(domain.reopenWithItem(underway, office, on))).toEqual([]);
  });
});

test('no event of a case names anybody or repeats what was written', () => {
  const told = [
    plan.sendBack(submitted, said, office, on),
    reports.draft(underway, writing, liaison, on),
    reports.review(reported, agreed('office'), office, on),
    domain.reopen(closed, '回头看发现未整改', office, on),
  ].flatMap((decision) => decision.facts.map((fact) => fact.body));
  expect(JSON.stringify(told)).not.toMatch(/[\u4e00-\u9fff]/);
});
