import { describe, expect, test } from 'vitest';
import { DomainError, refuse, refuseIf, refuseUnless } from './refusal.js';

describe('a refusal', () => {
  test('is a code and facts', () => {
    expect(() => refuse('item.no-evidence', { itemId: '7' })).toThrow(
      expect.objectContaining({ name: 'DomainError', code: 'item.no-evidence', facts: { itemId: '7' } }),
    );
  });

  test('keeps its facts out of the message, because messages are logged and facts may be sealed', () => {
    expect(new DomainError('clue.not-yours', { content: 'secret' }).message).toBe('clue.not-yours');
  });

  test('happens when its condition holds, and only then', () => {
    expect(() => refuseIf(true, 'item.no-evidence')).toThrow(DomainError);
    expect(() => refuseIf(false, 'item.no-evidence')).not.toThrow();
    expect(() => refuseUnless(undefined, 'item.no-plan')).toThrow(DomainError);
  });

  test('leaves behind what it made certain', () => {
    const plan: { due: string } | undefined = Math.abs(1) > 0 ? { due: '2017-05-01' } : undefined;
    refuseUnless(plan, 'item.no-plan');
    expect(plan.due).toBe('2017-05-01');
  });
});
