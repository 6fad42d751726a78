import { describe, expect, test } from 'vitest';
import { grid } from '@xuncha/domain-kit';
import * as draft from './draft.js';

const mine = { accountId: 'person', form: 'f'.repeat(64) };
const begun = draft.begin('d', mine, 0);

describe('the life of a draft', () => {
  const actions = { end: (it: draft.Draft) => draft.end(it, 'discarded') };
  test.each(grid(draft.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...begun.state, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('what is told of a draft says neither whose it is nor of what, and its end frees the form', () => {
  expect(begun.facts[0]!.body).toEqual({ draftId: 'd' });
  const ended = draft.end(begun.state, 'expired');
  expect(ended.facts[0]!.body).toEqual({ draftId: 'd', because: 'expired' });
  expect(ended.state.form).toBeNull();
});

test('so many drafts and no more', () => {
  expect(() => draft.begin('d', mine, draft.MOST_DRAFTS - 1)).not.toThrow();
  expect(() => draft.begin('d', mine, draft.MOST_DRAFTS)).toThrow('draft.too-many');
});

test('its size is counted in bytes', () => {
  const characters = Math.floor(draft.MOST_BYTES / 3);
  expect(() => draft.refuseTooLarge('稿'.repeat(characters))).not.toThrow();
  expect(() => draft.refuseTooLarge('稿'.repeat(characters + 1))).toThrow('draft.too-large');
});

describe('what another machine kept', () => {
  const there = { seen: 3, sessionId: 'there' };
  const keep =
    (seen: number | undefined, sessionId: string | null, kept: draft.Kept | null = there) =>
    () =>
      draft.refuseUnseen(kept, { seen, sessionId });

  test('is gone on with by whoever has seen it', () => {
    expect(keep(3, 'here')).not.toThrow();
  });
  test('is not overwritten by whoever saw an earlier one, or none', () => {
    expect(keep(2, 'here')).toThrow('draft.newer');
    expect(keep(undefined, 'here')).toThrow('draft.newer');
    expect(keep(2, null, { seen: 3, sessionId: null })).toThrow('draft.newer');
  });
  test('is no other machine where the answer of this one was lost', () => {
    expect(keep(2, 'there')).not.toThrow();
  });
  test('and ended, is not begun again without being asked', () => {
    expect(keep(3, 'here', null)).toThrow('draft.gone');
    expect(keep(undefined, 'here', null)).not.toThrow();
  });
});

test('a form is of a command that somebody may be allowed; passwords are never kept', () => {
  expect(draft.permissionOf('onsite.workingPaper.draft')).toBe('paper.write');
  expect(draft.permissionOf('identity.account.changePassword')).toBeUndefined();
  expect(draft.permissionOf('onsite.workingPaper.read')).toBeUndefined();
  expect(draft.permissionOf('no.such.command')).toBeUndefined();
});

describe('a draft is read again', () => {
  const then = { grants: ['member//a', 'office//'], recused: ['x'] };
  test('as long as all that let its writer in then still does', () => {
    expect(draft.isWithin(then, then)).toBe(true);
    expect(draft.isWithin(then, { ...then, grants: [...then.grants, 'member//b'] })).toBe(true);
    expect(draft.isWithin(then, { ...then, recused: [] })).toBe(true);
  });
  test('not after a role or a team was taken away, or a recusal came', () => {
    expect(draft.isWithin(then, { ...then, grants: ['office//'] })).toBe(false);
    expect(draft.isWithin(then, { ...then, grants: ['office//', 'member//b'] })).toBe(false);
    expect(draft.isWithin(then, { ...then, recused: ['x', 'y'] })).toBe(false);
  });
});
