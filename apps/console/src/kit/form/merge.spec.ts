import { expect, test } from 'vitest';
import { changesOf, isSame, merge, onTopOf } from './merge.js';

const base = { matter: '甲', content: '乙', amount: 100 };

test('what only the other changed is taken over', () => {
  const merged = merge(base, base, { ...base, content: '丙' });
  expect(merged).toEqual({ values: { ...base, content: '丙' }, conflicts: [], taken: ['content'] });
});

test('what only I changed is kept', () => {
  const merged = merge(base, { ...base, matter: '丁' }, { ...base, amount: 200 });
  expect(merged.values).toEqual({ matter: '丁', content: '乙', amount: 200 });
  expect(merged.conflicts).toEqual([]);
});

test('a field that both changed differently is for a person to decide, and nothing of mine is lost meanwhile', () => {
  const merged = merge(base, { ...base, matter: '丁' }, { ...base, matter: '戊' });
  expect(merged.conflicts).toEqual([{ field: 'matter', mine: '丁', theirs: '戊' }]);
  expect(merged.values.matter).toBe('丁');
});

test('a field that both changed alike is no conflict', () => {
  expect(merge(base, { ...base, matter: '丁' }, { ...base, matter: '丁' }).conflicts).toEqual([]);
});

test('a list changed within is one field', () => {
  const lists = { evidence: [{ note: '一' }] };
  const merged = merge(lists, { evidence: [{ note: '一' }, { note: '二' }] }, { evidence: [{ note: '三' }] });
  expect(merged.conflicts.map(({ field }) => field)).toEqual(['evidence']);
});

test.each([
  [undefined, null],
  ['', null],
  [[], undefined],
  [{ a: 1, b: '' }, { a: 1 }],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
])('%j and %j look alike on a form', (one, other) => {
  expect(isSame(one, other)).toBe(true);
});

test('of a form only what was changed is kept, also that something was taken out', () => {
  expect(changesOf(base, { matter: '丁', amount: 100 })).toEqual({ matter: '丁', content: null });
  expect(changesOf(base, { ...base })).toEqual({});
});

test('what was changed goes on top of the record as it is now; where it differs from it a person decides', () => {
  const changed = { matter: '丁', content: null };
  const now = { matter: '戊', content: '乙', amount: 200 };
  const { values, conflicts } = onTopOf(now, changed);
  expect(values).toEqual({ matter: '丁', content: undefined, amount: 200 });
  expect(conflicts).toEqual([
    { field: 'matter', mine: '丁', theirs: '戊' },
    { field: 'content', mine: undefined, theirs: '乙' },
  ]);
  expect(onTopOf({ ...now, matter: '丁' }, { matter: '丁' }).conflicts).toEqual([]);
});
