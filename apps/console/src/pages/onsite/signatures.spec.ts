import { expect, test } from 'vitest';
import { turnOf, type Post } from './signatures.js';

const draft = { state: 'draft', authorId: 'a', reviewerId: null } as never;
const reviewed = { state: 'deputyReviewed', authorId: 'a', reviewerId: 'b' } as never;
const as = (accountId: string, post: Post | undefined) => ({ accountId, post });

test('a deputy reviews what a member wrote, and the leader signs it', () => {
  expect(turnOf(draft, 'member', as('b', 'deputy'))).toMatchObject({
    mayReview: true,
    mayReturn: true,
    maySign: false,
  });
  expect(turnOf(reviewed, 'member', as('c', 'leader'))).toMatchObject({ maySign: true, mayReview: false });
});

test('nobody reviews their own paper, and its author alone revises it', () => {
  expect(turnOf(draft, 'deputy', as('a', 'deputy'))).toMatchObject({ mayReview: false, mayRevise: true });
  expect(turnOf(draft, 'member', as('b', 'deputy')).mayRevise).toBe(false);
});

test('whoever reviewed does not sign, and is told why', () => {
  expect(turnOf(reviewed, 'leader', as('b', 'deputy'))).toMatchObject({
    maySign: false,
    why: '您已审核过，签批须由第三个人。',
  });
});

test('the office steps in for the deputy who wrote the paper, and for the leader who did', () => {
  expect(turnOf(draft, 'deputy', as('o', 'office')).mayReview).toBe(true);
  expect(turnOf(draft, 'member', as('o', 'office')).mayReview).toBe(false);
  expect(turnOf(reviewed, 'leader', as('o', 'office')).maySign).toBe(true);
  expect(turnOf(reviewed, 'member', as('o', 'office')).maySign).toBe(false);
});

test('what was reviewed is not revised before it is returned', () => {
  expect(turnOf(reviewed, 'member', as('a', 'member'))).toMatchObject({ mayRevise: false });
  expect(
    turnOf({ state: 'returned', authorId: 'a', reviewerId: null } as never, 'member', as('a', 'member'))
      .mayRevise,
  ).toBe(true);
});
