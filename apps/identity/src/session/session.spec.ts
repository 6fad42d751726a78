import { describe, expect, test } from 'vitest';
import { grid } from '@xuncha/domain-kit';
import * as session from './session.js';

const now = new Date('2026-11-28T01:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const opening = { accountId: 'a', signedInBy: 'password', origin: null } as const;
const opened = session.open('s', opening, now);

describe('the life of a session', () => {
  const actions = { end: (state: session.Session) => session.end(state, 'signedOut', now) };
  test.each(grid(session.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...opened.state, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('what is told of a session names no one and says why it ended', () => {
  expect(opened.facts[0]!.body).toEqual({ sessionId: 's', accountId: 'a', by: 'password' });
  const ended = session.end(opened.state, 'passwordChanged', now);
  expect(ended.facts[0]!.body).toEqual({ sessionId: 's', accountId: 'a', because: 'passwordChanged' });
});

test('a session runs out after half an hour without renewal, and after twelve hours however busy it is', () => {
  expect(session.hasRunOut(opened.state, now, after(29))).toBe(false);
  expect(session.hasRunOut(opened.state, now, after(30))).toBe(true);
  expect(session.hasRunOut(opened.state, after(719), after(719.5))).toBe(false);
  expect(session.hasRunOut(opened.state, after(719), after(720))).toBe(true);
});
