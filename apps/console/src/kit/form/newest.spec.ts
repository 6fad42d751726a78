// Two machines, one form: what goes on, and when somebody is asked.
import { expect, test } from 'vitest';
import { next, type Here, type Left } from './newest.js';

const nothing: Here = { values: {}, seen: undefined, isKept: true };
const here = (more: Partial<Here> = {}): Here => ({
  values: { matter: '这里' },
  seen: 2,
  isKept: false,
  ...more,
});
const there = (more: Partial<Left> = {}): Left => ({
  values: { matter: '那里' },
  savedAt: '2026-11-02T02:32:00.000Z',
  seen: 3,
  isHere: false,
  ...more,
});

test('whoever comes to another machine gets what they had typed', () => {
  expect(next(nothing, there())).toBe('take');
});

test('whoever comes back to this one gets what they went on with elsewhere', () => {
  expect(next(here({ isKept: true }), there())).toBe('take');
});

test('what is typed here after the last saving goes on', () => {
  expect(next(here({ seen: 3 }), there())).toBe('goOn');
  expect(next(here({ seen: undefined }), null)).toBe('goOn');
  expect(next(nothing, null)).toBe('goOn');
});

test('what was typed on both machines is not decided by a program', () => {
  expect(next(here(), there())).toBe('ask');
  expect(next(here({ seen: undefined }), there())).toBe('ask');
});

test('the same on both is no question, nor what this browser left there before its answer was lost', () => {
  expect(next(here(), there({ values: { matter: '这里', content: '' } }))).toBe('adopt');
  expect(next(here(), there({ isHere: true }))).toBe('goOn');
});

test('what was sent or given up elsewhere is not taken for new', () => {
  expect(next(here({ isKept: true }), null)).toBe('ended');
  expect(next(here(), null)).toBe('ended');
});
