import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import {
  contents,
  deputy,
  inspected,
  leader,
  member,
  office,
  on,
  otherDeputy,
  signedPaper,
} from '../domain.fixture.js';
import type { Officer } from '../inspection/officer.js';
import * as paper from './working-paper.js';

const written = (author: Officer) => paper.draft('p', inspected(), contents, { author, on }).state;
const reviewed = (author: Officer, reviewer: Officer) => paper.review(written(author), reviewer, on).state;

describe('the life of a working paper', () => {
  const reviewer = { deputyReviewed: deputy.id, leaderSigned: deputy.id, draft: null, returned: null };
  const actions = {
    revise: (it: paper.WorkingPaper) => paper.revise(it, contents, member.id, on),
    review: (it: paper.WorkingPaper) => paper.review(it, deputy, on),
    sign: (it: paper.WorkingPaper) => paper.sign(it, leader, on),
    return: (it: paper.WorkingPaper) =>
      paper.sendBack(it, it.reviewerId === null ? deputy : leader, '证据来源单一', on),
  };
  test.each(grid(paper.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const standing = { ...written(member), state, reviewerId: reviewer[state], reviewedOn: on };
    const attempt = () => actions[action](standing).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('a paper has three signatures by three different people (rules.md 3)', () => {
  test('author, deputy as reviewer, leader as approver', () => {
    expect(signedPaper()).toMatchObject({ authorId: 'member', reviewerId: 'deputy', approverId: 'leader' });
    expect(paper.hasThreeSignatures(signedPaper())).toBe(true);
  });
  test('nobody reviews or signs what they wrote themselves', () => {
    expect(() => paper.review(written(deputy), deputy, on)).toThrow('paper.second-signature-of-one-person');
    const byLeader = reviewed(leader, deputy);
    expect(() => paper.sign(byLeader, leader, on)).toThrow('paper.second-signature-of-one-person');
  });
  test('nobody signs what they reviewed', () => {
    const byLeader = reviewed(leader, deputy);
    expect(() => paper.sign(byLeader, deputy, on)).toThrow('paper.second-signature-of-one-person');
  });
  test('a member reviews nothing, and a deputy does not sign for the leader', () => {
    const other: Officer = { id: 'another-member', post: 'member' };
    expect(() => paper.review(written(member), other, on)).toThrow('paper.not-its-reviewer');
    expect(() => paper.sign(reviewed(member, deputy), otherDeputy, on)).toThrow('paper.not-its-approver');
  });
});

describe('where deputy or leader is the author, another steps in for the missing signature (rules.md 3)', () => {
  test.each([otherDeputy, office])('a paper of a deputy is reviewed by $id', (reviewer) => {
    const signed = paper.sign(reviewed(deputy, reviewer), leader, on).state;
    expect(paper.hasThreeSignatures(signed)).toBe(true);
  });
  test.each([otherDeputy, office])('a paper of the leader is signed by $id', (approver) => {
    const signed = paper.sign(reviewed(leader, deputy), approver, on).state;
    expect(paper.hasThreeSignatures(signed)).toBe(true);
  });
  test('the office steps in for nobody who is there to sign', () => {
    expect(() => paper.review(written(member), office, on)).toThrow('paper.not-its-reviewer');
    expect(() => paper.sign(reviewed(member, deputy), office, on)).toThrow('paper.not-its-approver');
  });
});

test('a paper is returned from either review by whoever could sign then, and by nobody else', () => {
  expect(() => paper.sendBack(written(member), leader, '退', on)).toThrow('paper.not-its-reviewer');
  expect(() => paper.sendBack(reviewed(member, deputy), deputy, '退', on)).toThrow(
    'paper.second-signature-of-one-person',
  );
});

test('a paper that its author changes is signed anew', () => {
  const again = paper.revise(returned(), contents, 'member', on).state;
  expect(again).toMatchObject({ state: 'draft', reviewerId: null, reviewedOn: null, opinion: null });
  expect(() => paper.revise(returned(), contents, 'deputy', on)).toThrow('paper.not-its-author');
});

test('corroborated means at least two kinds of source (HZ16-8)', () => {
  const [document] = contents.evidence;
  expect(paper.corroborated(contents)).toBe(true);
  expect(paper.corroborated({ ...contents, evidence: [document!, document!] })).toBe(false);
});

test('a signature is not dated before what it signs', () => {
  const before = parseDate('2017-03-19');
  expect(() => paper.review(written(member), deputy, before)).toThrow('paper.signed-before-written');
  expect(() => paper.sign(reviewed(member, deputy), leader, before)).toThrow('paper.signed-before-review');
});

function returned() {
  return paper.sendBack(reviewed(member, deputy), leader, '证据来源单一', on).state;
}
