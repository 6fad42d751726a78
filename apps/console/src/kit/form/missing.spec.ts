import { expect, test } from 'vitest';
import type { Fields } from '../field.js';
import { complete, missingIn } from './missing.js';

const fields: Fields = {
  matter: { type: 'text', required: true },
  amount: { type: 'money' },
  joint: { type: 'flag', required: true },
  evidence: {
    type: 'list',
    required: true,
    min: 1,
    item: { type: 'group', fields: { note: { type: 'text', required: true }, source: { type: 'text' } } },
  },
};

test('what must be filled in and is not is named by its path', () => {
  expect([...missingIn(fields, { evidence: [{ note: '有' }, {}] }).keys()]).toEqual([
    'matter',
    'evidence.1.note',
  ]);
});

test('a list that needs an entry says so', () => {
  expect(missingIn(fields, { matter: '甲' }).get('evidence')).toBe('至少填一项');
});

test('what is complete lacks nothing', () => {
  expect(missingIn(fields, { matter: '甲', evidence: [{ note: '有' }] }).size).toBe(0);
});

test('what was left empty is not sent, and a flag that was not touched is no', () => {
  expect(complete(fields, { matter: '甲', amount: null, evidence: [{ note: '有', source: '' }] })).toEqual({
    matter: '甲',
    joint: false,
    evidence: [{ note: '有' }],
  });
});

test('what may be nothing is not insisted on, and nothing is told of it', () => {
  const nullable: Fields = {
    theme: { type: 'text', nullable: true },
    name: { type: 'text', required: true },
  };
  expect([...missingIn(nullable, {}).keys()]).toEqual(['name']);
  expect(complete(nullable, { name: '甲' })).toEqual({ name: '甲', theme: null });
});
