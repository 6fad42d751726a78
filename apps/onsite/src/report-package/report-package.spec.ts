import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import { confirmedFinding, done, fiveSee, inspected, later, leader, on } from '../domain.fixture.js';
import type { Finding } from '../finding/finding.js';
import * as reports from './report-package.js';

const writing: reports.Writing = { report: '巡察报告', evaluation: '班子评价', files: [] };
const reported: Finding = { ...confirmedFinding(), state: 'reported' };
const hearing: reports.Hearing = { id: 'hearing', heldOn: later, roundIds: ['round'] };
const submit = (findings: readonly Finding[] = [confirmedFinding()]) =>
  reports.submit(inspected('drafting'), findings, writing, done(leader));
const standing = (state: reports.ReportPackage['state']): reports.ReportPackage => ({
  ...submit().state,
  state,
  reviewedOn: on,
  heardOn: later,
});

describe('the life of a report package', () => {
  const actions = {
    review: (it: reports.ReportPackage) => reports.review(it, [reported], null, on),
    return: (it: reports.ReportPackage) => reports.sendBack(it, '定性需斟酌', on),
    resubmit: (it: reports.ReportPackage) => reports.resubmit(it, [reported], writing, done(leader)),
    hear: (it: reports.ReportPackage) => reports.hear(it, [reported], hearing),
    decide: (it: reports.ReportPackage) => reports.decide(it, { listed: ['f'], decided: ['f'] }, later),
  };
  test.each(grid(reports.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action](standing(state)).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('the report names person, matter, unit, proposed result and accountability of each finding (rules.md 4)', () => {
  const lacking = confirmedFinding('lacking', { title: '公车私用', fiveSee: { ...fiveSee, persons: [] } });

  test('it is refused while a part of any finding is missing, and says of which', () => {
    expect(() => submit([confirmedFinding(), lacking])).toThrow(
      expect.objectContaining({
        code: 'finding.five-see-missing',
        facts: { findings: [{ findingId: 'lacking', title: '公车私用', missing: ['persons'] }] },
      }),
    );
  });
  test('so it is when submitted again', () => {
    expect(() => reports.resubmit(standing('returned'), [lacking], writing, done(leader))).toThrow(
      'finding.five-see-missing',
    );
  });
  test('parts may come with the report itself', () => {
    const { persons } = fiveSee;
    const findings = reports.listed([lacking], new Map([['lacking', { persons }]]));
    expect(submit(findings).state.state).toBe('draft');
  });
  test('but only of findings that are in its list', () => {
    expect(() => reports.listed([lacking], new Map([['stranger', {}]]))).toThrow(
      'report.findings-not-listed',
    );
  });
});

test('a report is submitted while it is drafted, one for each inspection (ALL-10)', () => {
  expect(() => reports.submit(inspected('leftSite'), [], writing, done(leader))).toThrow('flow.refused');
  expect(submit().state.id).toBe(submit([]).state.id);
});

test('a finding confirmed after the report was submitted gets into it before it is agreed and heard (rules.md 9)', () => {
  const findings = [reported, confirmedFinding('late')];
  const review = () => reports.review(standing('draft'), findings, null, on);
  const hear = () => reports.hear(standing('officeReviewed'), findings, hearing);
  expect(review).toThrow('report.findings-left-out');
  expect(hear).toThrow('report.findings-left-out');
});

test('a report is heard in a hearing of its round, after the office reviewed it', () => {
  const { state } = reports.hear(standing('officeReviewed'), [], hearing);
  expect(state).toMatchObject({ hearingId: 'hearing', heardOn: later });
  expect(() => reports.hear(standing('officeReviewed'), [], { ...hearing, roundIds: ['other'] })).toThrow(
    'report.hearing-of-other-rounds',
  );
  const early = { ...hearing, heldOn: parseDate('2017-03-19') };
  expect(() => reports.hear(standing('officeReviewed'), [], early)).toThrow('report.heard-before-review');
});

describe('findings are decided one by one (HZ16-9)', () => {
  const decide = (listed: string[], decided: string[], date = later) =>
    reports.decide(standing('heard'), { listed, decided }, date);

  test('none is passed over', () => {
    expect(() => decide(['a', 'b'], ['a'])).toThrow(
      expect.objectContaining({ code: 'report.findings-undecided', facts: { findingIds: ['b'] } }),
    );
  });
  test('none is decided twice, and no stranger', () => {
    expect(() => decide(['a'], ['a', 'a'])).toThrow('report.findings-not-listed');
    expect(() => decide(['a'], ['a', 'x'])).toThrow('report.findings-not-listed');
  });
  test('an inspection without findings is decided too', () => {
    expect(decide([], []).state.state).toBe('decided');
  });
  test('not before they were heard', () => {
    expect(() => decide([], [], on)).toThrow('report.decided-before-hearing');
  });
});
