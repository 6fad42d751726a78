import { describe, expect, test } from 'vitest';
import { grid } from '@xuncha/domain-kit';
import * as account from './account.js';
import { hashPassword, passwordFits } from './password.js';
import { refuseWeak } from './password-rules.js';
import { codeHash, newCode } from './secret-code.js';

const now = new Date('2026-11-28T01:00:00Z');
const later = new Date('2026-12-05T01:00:00Z');
const invitation = { setUpHash: 'h', setUpUntil: later };
const created = account.create('a', { account: 'demo-office-1', name: '演示办公室一' }, invitation);
const chosen = { setUpHash: 'h', passwordHash: 'x' };
const own = account.setUp(created.state, chosen, now).state;

describe('the life of an account', () => {
  const actions = {
    invite: (state: account.Account) => account.invite(state, invitation),
    setUp: (state: account.Account) => account.setUp(state, chosen, now),
    changePassword: (state: account.Account) => account.changePassword(state, 'y'),
    setSecondFactor: account.setSecondFactor,
    disable: account.disable,
  };
  test.each(grid(account.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...created.state, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('what is told about an account names no one', () => {
  expect(created.facts.map(({ body }) => body)).toEqual([{ accountId: 'a' }]);
});

test('nobody has a password before they set one themselves, with a code that is good once and not for ever', () => {
  expect(created.state.passwordHash).toBeNull();
  expect(own).toMatchObject({ passwordHash: 'x', setUpHash: null });
  expect(() => account.setUp(own, chosen, now)).toThrow('account.code-refused');
  expect(() => account.setUp(created.state, { ...chosen, setUpHash: 'other' }, now)).toThrow(
    'account.code-refused',
  );
  expect(() => account.setUp(created.state, chosen, later)).toThrow('account.code-refused');
});

test('a new set-up code voids the password and the second factor', () => {
  const bound = account.setSecondFactor(own).state;
  expect(() => account.setSecondFactor(bound)).toThrow('account.second-factor-set');
  expect(account.invite(bound, invitation).state).toMatchObject({
    passwordHash: null,
    hasSecondFactor: false,
  });
});

describe('refused is a password', () => {
  test.each([
    ['with the account in it', 'My-Demo-Office-1!', 'account.password-is-name'],
    ['that everybody tries first', 'P@ssw0rd2026', 'account.password-common'],
    ['of few characters', 'ababababab', 'account.password-simple'],
  ])('%s', (_, password, code) => {
    expect(() => refuseWeak(password, 'demo-office-1')).toThrow(code);
    expect(() => refuseWeak('三只 猫 看 十月的海', 'demo-office-1')).not.toThrow();
  });
});

test('a code is read as it was meant: without dashes, in small letters, with O for zero', () => {
  const code = newCode(5);
  expect(code).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
  expect(codeHash(code.toLowerCase().replaceAll('-', ' '))).toBe(codeHash(code));
  expect(codeHash('O1L')).toBe(codeHash('011'));
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
