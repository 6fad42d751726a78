import { describe, expect, test } from 'vitest';
import {
  actionsOf,
  allows,
  defineFlow,
  grid,
  isFinal,
  statesOf,
  step,
  type ActionOf,
  type StateOf,
} from './flow.js';

const flow = defineFlow({
  aggregate: 'rectification.item',
  initial: 'open',
  states: {
    open: { start: 'inProgress' },
    inProgress: { submit: 'submitted' },
    submitted: { close: 'closed', return: 'inProgress' },
    closed: {},
  },
});

describe('a flow', () => {
  test('leads from state to state by actions', () => {
    const state: StateOf<typeof flow> = 'submitted';
    const action: ActionOf<typeof flow> = 'return';
    expect(step(flow, state, action)).toBe('inProgress');
  });

  test('refuses an action that the state does not allow, and says which ones it does', () => {
    expect(() => step(flow, 'submitted', 'start')).toThrow(
      expect.objectContaining({
        code: 'flow.refused',
        facts: {
          aggregate: 'rectification.item',
          state: 'submitted',
          action: 'start',
          allowed: ['close', 'return'],
        },
      }),
    );
  });

  test('knows its states, actions and ends', () => {
    expect(statesOf(flow)).toEqual(['open', 'inProgress', 'submitted', 'closed']);
    expect(actionsOf(flow)).toEqual(['start', 'submit', 'close', 'return']);
    expect(statesOf(flow).filter((state) => isFinal(flow, state))).toEqual(['closed']);
    expect(allows(flow, 'open', 'start')).toBe(true);
    expect(allows(flow, 'open', 'close')).toBe(false);
  });

  test('treats a state it does not have as a bug, not as a refusal', () => {
    expect(() => step(flow, 'archived' as 'open', 'start')).toThrow(
      'rectification.item: archived is not a state',
    );
    expect(() => step(flow, 'constructor' as 'open', 'start')).toThrow('constructor is not a state');
  });

  test('does not take a name every object has for an action', () => {
    expect(() => step(flow, 'open', 'toString' as 'start')).toThrow('flow.refused');
  });
});

describe('the grid of a flow', () => {
  test('has every state × action once', () => {
    expect(grid(flow)).toHaveLength(4 * 4);
    expect(grid(flow).filter((cell) => cell.next !== undefined)).toEqual([
      { state: 'open', action: 'start', next: 'inProgress' },
      { state: 'inProgress', action: 'submit', next: 'submitted' },
      { state: 'submitted', action: 'close', next: 'closed' },
      { state: 'submitted', action: 'return', next: 'inProgress' },
    ]);
  });

  test.each(grid(flow))('$state × $action leads to $next, or refuses', ({ state, action, next }) => {
    if (next === undefined) expect(() => step(flow, state, action)).toThrow('flow.refused');
    else expect(step(flow, state, action)).toBe(next);
  });
});

describe('a flow written down wrongly stops the program when it loads', () => {
  test('an arrow to nowhere', () => {
    const states = { open: { start: 'inProgres' }, inProgress: { back: 'open' } };
    // @ts-expect-error the compiler sees it too
    const define = () => defineFlow({ aggregate: 'x', initial: 'open', states });
    expect(define).toThrow('x: arrows to nowhere: open -start-> inProgres');
  });

  test('a state that nothing leads to', () => {
    const define = () =>
      defineFlow({ aggregate: 'x', initial: 'a', states: { a: { go: 'b' }, b: {}, c: { on: 'd' }, d: {} } });
    expect(define).toThrow('x: unreachable states: c, d');
  });

  test('an initial state that is none', () => {
    // @ts-expect-error the compiler sees it too
    const define = () => defineFlow({ aggregate: 'x', initial: 'z', states: { a: {} } });
    expect(define).toThrow('x: the initial state z is not a state');
  });
});
