import { describe, expect, test } from '@jest/globals';
import { grid } from '@xuncha/domain-kit';
import * as account from './account.js';
import { hashPassword, passwordFits } from './password.js';

const created = account.create('a', { account: 'demo-office-1', name: '演示办公室一', passwordHash: 'x' });

describe('the life of an account', () => {
  const actions = { disable: account.disable };
  test.each(grid(account.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...created.state, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('what is told about an account names no one', () => {
  expect(created.facts.map(({ body }) => body)).toEqual([{ accountId: 'a' }]);
});

test('a password is kept as an argon2id hash that fits this password only', async () => {
  const hash = await hashPassword('演示口令-00001');
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await passwordFits(hash, '演示口令-00001')).toBe(true);
  expect(await passwordFits(hash, '演示口令-00002')).toBe(false);
});

test('no password fits an account that does not exist', async () => {
  expect(await passwordFits(undefined, 'nobody has this password')).toBe(false);
});
