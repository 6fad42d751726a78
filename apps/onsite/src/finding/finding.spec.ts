import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import {
  confirmedFinding,
  deputy,
  done,
  fiveSee,
  inspected,
  leader,
  office,
  on,
  signedPaper,
  statement,
} from '../domain.fixture.js';
import * as finding from './finding.js';

const dueOn = parseDate('2017-04-05');
const from = (inspection = inspected(), papers = [signedPaper()]) => ({ inspection, papers });
const confirm = (papers = [signedPaper()], by = { by: leader, on }) =>
  finding.confirm('f', from(inspected(), papers), statement, null, by);

describe('the life of a finding', () => {
  const other = confirmedFinding('other');
  const actions = {
    describe: (it: finding.Finding) => finding.describe(it, fiveSee),
    reclassify: (it: finding.Finding) => finding.reclassify(it, statement),
    order: (it: finding.Finding) => finding.order(it, inspected(), dueOn, on),
    report: (it: finding.Finding) => finding.report(it, undefined),
    absorb: finding.absorb,
    merge: (it: finding.Finding) => finding.merge(it, other, '同一事项', done(leader)),
    drop: (it: finding.Finding) => finding.drop(it, '证据不足', done(office)),
    decide: (it: finding.Finding) => finding.decide(it, { disposals: ['rectification'], decision: null }, on),
    feedBack: (it: finding.Finding) => finding.feedBack(it, done(leader)),
  };
  test.each(grid(finding.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...confirmedFinding(), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('a finding rests on papers with three signatures by three different people (rules.md 3)', () => {
  const signed = signedPaper();

  test('one such paper is enough', () => {
    expect(confirm([signed]).state).toMatchObject({ state: 'confirmed', paperIds: ['paper'] });
  });
  test('no paper is not', () => {
    expect(() => confirm([])).toThrow('finding.no-paper');
  });
  test('neither is a paper that waits for a signature', () => {
    const waiting = { ...signed, state: 'deputyReviewed' as const };
    expect(() => confirm([signed, waiting])).toThrow('finding.paper-not-signed-by-three');
  });
  test('nor one that a person signed twice, however it came about', () => {
    const twice = { ...signed, approverId: signed.reviewerId };
    expect(() => confirm([twice])).toThrow('finding.paper-not-signed-by-three');
  });
  test('nor one of another inspection', () => {
    expect(() => confirm([{ ...signed, inspectionId: 'elsewhere' }])).toThrow(
      'finding.paper-of-another-inspection',
    );
  });
  test('and it is not confirmed before it was signed', () => {
    expect(() => confirm([signed], { by: leader, on: parseDate('2017-03-19') })).toThrow(
      'finding.before-its-paper',
    );
  });
});

describe('five-see (rules.md 4)', () => {
  test('parts are filled in one by one', () => {
    const bare = confirmedFinding('f', { fiveSee: {} });
    const { matter, ...others } = fiveSee;
    const half = finding.describe(bare, { matter }).state;
    expect(() => finding.report(half, undefined)).toThrow('finding.five-see-missing');
    expect(finding.report(half, others).state).toMatchObject({ state: 'reported', fiveSee });
  });
  test.each(Object.keys(fiveSee))(
    'the report is refused while the part %s of a finding is missing',
    (part) => {
      const lacking = confirmedFinding('f', { fiveSee: { ...fiveSee, [part]: undefined } });
      expect(() => finding.report(lacking, undefined)).toThrow('finding.five-see-missing');
    },
  );
  test('a finding in a report keeps all its parts', () => {
    const reported = finding.report(confirmedFinding(), undefined).state;
    expect(() => finding.describe(reported, { persons: [] })).toThrow('finding.five-see-missing');
  });
  test('reported once more, it is not counted as reported twice', () => {
    const reported = finding.report(confirmedFinding(), undefined).state;
    expect(finding.report(reported, undefined).facts).toEqual([]);
  });
});

describe('persons of a finding (rules.md 5)', () => {
  const named = { ...statement, title: '演示甲挪用资金' };

  test('are not named by its title, which goes into the feedback', () => {
    const attempt = () => finding.confirm('f', from(), named, null, { by: leader, on });
    expect(attempt).toThrow(expect.objectContaining({ code: 'finding.title-names-person', facts: {} }));
  });
  test('are not given to a finding whose title names them', () => {
    const bare = confirmedFinding('f', { title: '演示甲挪用资金', fiveSee: {} });
    expect(() => finding.describe(bare, fiveSee)).toThrow('finding.title-names-person');
  });
  test('stay out of every event', () => {
    const { state, facts } = finding.confirm('f', from(), statement, dueOn, { by: leader, on });
    const all = [
      ...facts,
      ...finding.describe(state, fiveSee).facts,
      ...finding.report(state, fiveSee).facts,
    ];
    expect(JSON.stringify(all.map(({ body }) => body))).not.toContain('演示甲');
  });
});

describe('immediate rectification (RA17-8)', () => {
  test('is ordered by the leader with the confirmation, or later while the team is on site', () => {
    const { state, facts } = finding.confirm('f', from(), statement, dueOn, { by: leader, on });
    expect(state.immediateDueOn).toBe(dueOn);
    expect(facts.map(({ contract }) => contract.event)).toEqual(['confirmed', 'rectificationOrdered']);
    expect(facts[0]!.body).toMatchObject({ immediate: true });
    expect(facts[1]!.body).toMatchObject({ dueOn, profile: 'national-2017' });
    expect(() => finding.order(confirmedFinding(), inspected('leftSite'), dueOn, on)).toThrow('flow.refused');
  });
  test('is not the deputy’s to order', () => {
    expect(() => finding.confirm('f', from(), statement, dueOn, { by: deputy, on })).toThrow(
      'finding.order-not-by-leader',
    );
  });
  test('is ordered once, with a date that is not over', () => {
    const ordered = finding.order(confirmedFinding(), inspected(), dueOn, on).state;
    expect(() => finding.order(ordered, inspected(), dueOn, on)).toThrow('finding.already-ordered');
    const yesterday = parseDate('2017-03-19');
    expect(() => finding.order(confirmedFinding(), inspected(), yesterday, on)).toThrow(
      'finding.due-before-order',
    );
  });
  test('keeps the finding: rectification works on it', () => {
    const ordered = finding.order(confirmedFinding(), inspected(), dueOn, on).state;
    expect(() => finding.drop(ordered, '证据不足', done(office))).toThrow('finding.rectification-ordered');
    expect(() => finding.merge(ordered, confirmedFinding('g'), '同一事项', done(leader))).toThrow(
      'finding.rectification-ordered',
    );
  });
});

describe('a finding never disappears: its end has a state, a person and a date (rules.md 9)', () => {
  test('dropped, with the reason', () => {
    const { state, facts } = finding.drop(confirmedFinding(), '证据不足', done(office));
    expect(state).toMatchObject({ state: 'dropped', endedBy: 'office', endedOn: on, endReason: '证据不足' });
    expect(facts[0]!.body).not.toHaveProperty('reason');
  });
  test('merged into another one of the same inspection that stands', () => {
    const into = confirmedFinding('into');
    const { state } = finding.merge(confirmedFinding(), into, '同一事项', done(leader));
    expect(state).toMatchObject({ state: 'merged', mergedIntoId: 'into', endedBy: 'leader', endedOn: on });
    expect(() => finding.merge(into, into, '同一事项', done(leader))).toThrow('finding.merged-into-itself');
    const elsewhere = { ...into, id: 'x', inspectionId: 'elsewhere' };
    expect(() => finding.merge(confirmedFinding(), elsewhere, '同一事项', done(leader))).toThrow(
      'finding.merged-elsewhere',
    );
    expect(() => finding.absorb(state)).toThrow('flow.refused');
  });
  test('fed back to the organization', () => {
    const decided = { ...confirmedFinding(), state: 'decided' as const };
    expect(finding.feedBack(decided, done(leader)).state).toMatchObject({ endedBy: 'leader', endedOn: on });
  });
});

test('each finding is disposed of by itself, the matter and the persons apart (HZ16-9, HZ16-16)', () => {
  const reported = finding.report(confirmedFinding(), undefined).state;
  const disposed = { disposals: ['rectification' as const, 'clueTransfer' as const], decision: '限期整改' };
  const { state, facts } = finding.decide(reported, disposed, on);
  expect(state).toMatchObject({ ...disposed, state: 'decided', decidedOn: on });
  expect(facts[0]!.body).toMatchObject({ disposals: ['rectification', 'clueTransfer'] });
});
