import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  beginSecondFactor,
  createAccount,
  finishSecondFactor,
  grantRole,
  inviteAccount,
  listAccounts,
  renewSession,
  setUpAccount,
  signIn,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import {
  Authenticator,
  demonstrationPerson,
  setUp,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { identity } from '../main.js';

let system: ServicesUnderTest;
let security: Person;
const site = '3303';
const password = '演示口令-00001';

beforeAll(async () => {
  system = await startServices([identity]);
  security = await demonstrationPerson(system, 'securityAdministrator');
});
afterAll(() => system.stop());

async function invited(role?: 'petitionCustodian' | 'office') {
  const account = `demo-${newId()}`;
  const { id, setUpCode } = await system.ask(createAccount, { account, name: '演示组员九' }, security);
  if (role) await system.ask(grantRole, { accountId: id, role }, security);
  return { site, account, id, code: setUpCode! };
}
async function bound() {
  const { code, id, account } = await invited('petitionCustodian');
  const who = { site, account, password };
  await system.ask(setUpAccount, { site, account, code, password }, null);
  const { secret } = await system.ask(beginSecondFactor, who, null);
  const authenticator = new Authenticator(secret);
  const first = await authenticator.next();
  const { recoveryCodes } = await system.ask(finishSecondFactor, { ...who, code: first }, null);
  return { id, who, authenticator, first, recoveryCodes };
}
const signInRefused = async (input: object) => (await system.refusal(signIn, input, null)).code;

describe('a set-up code', () => {
  test('lets the person set a password once; nobody signs in before', async () => {
    const { account, code } = await invited();
    expect(await signInRefused({ site, account, password })).toBe('session.refused');
    await system.ask(setUpAccount, { site, account, code, password }, null);
    await system.ask(signIn, { site, account, password }, null);
    const again = await system.refusal(setUpAccount, { site, account, code, password: `${password}x` }, null);
    expect(again).toEqual({ code: 'account.code-refused', facts: {} });
  });

  test('is refused alike where it is wrong, of another site, of another account or of none', async () => {
    const [one, other] = [await invited(), await invited()];
    const attempts = [
      { ...one, code: 'AAAAA-BBBBB' },
      { ...one, site: '330381' },
      { ...one, code: other.code },
      { ...one, account: 'nobody' },
    ];
    for (const { site: where, account, code } of attempts) {
      const input = { site: where, account, code, password };
      expect(await system.refusal(setUpAccount, input, null)).toEqual({
        code: 'account.code-refused',
        facts: {},
      });
    }
  });

  test('that is guessed at shuts the account, the right one included', async () => {
    const { account, code } = await invited();
    const guess = (guessed: string) =>
      system.refusal(setUpAccount, { site, account, code: guessed, password }, null);
    for (let attempt = 1; attempt <= 5; attempt++)
      expect((await guess(`wrong ${attempt}`)).code).toBe('account.code-refused');
    expect((await guess(code)).code).toBe('session.locked');
  });

  test('several who use it at once are one', async () => {
    const { account, code } = await invited();
    const attempts = await Promise.allSettled(
      Array.from({ length: 4 }, (_, index) =>
        system.ask(setUpAccount, { site, account, code, password: `${password}-${index}` }, null),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('issued anew is the only one that counts, and ends what was: password, second factor, sessions', async () => {
    const { id, who, authenticator } = await bound();
    const { renewal } = await system.ask(signIn, { ...who, code: await authenticator.next() }, null);
    const { version } = (await system.ask(listAccounts, { account: who.account }, security)).items[0]!;
    const reset = await system.ask(inviteAccount, { accountId: id, seen: version }, security);
    expect((await system.refusal(renewSession, { renewal: renewal! }, null)).code).toBe('session.invalid');
    expect(await signInRefused(who)).toBe('session.refused');
    await setUp(system, { site, account: who.account, code: reset.setUpCode! });
    expect(await signInRefused(who)).toBe('session.code-needed');
  });

  test('a weak password is refused and leaves the code as it was', async () => {
    const { account, code } = await invited();
    const weak = { site, account, code, password: 'password2026' };
    expect((await system.refusal(setUpAccount, weak, null)).code).toBe('account.password-common');
    await system.ask(setUpAccount, { ...weak, password }, null);
  });
});

describe('the second factor', () => {
  test('is needed of whoever keeps petitions: without it there is no session', async () => {
    const { account, code } = await invited('petitionCustodian');
    const answer = await system.ask(setUpAccount, { site, account, code, password }, null);
    expect(answer).toEqual({ secondFactor: 'needed' });
    expect(await signInRefused({ site, account, password })).toBe('session.second-factor-needed');
  });

  test('is a choice of whoever has no such role; a role given later asks for it at the next renewal', async () => {
    const { account, id, code } = await invited('office');
    const answer = await system.ask(setUpAccount, { site, account, code, password }, null);
    expect(answer).toEqual({ secondFactor: 'optional' });
    const { renewal } = await system.ask(signIn, { site, account, password }, null);
    await system.ask(grantRole, { accountId: id, role: 'clueCustodian' }, security);
    expect((await system.refusal(renewSession, { renewal: renewal! }, null)).code).toBe('session.ended');
    expect(await signInRefused({ site, account, password })).toBe('session.second-factor-needed');
  });

  test('a code is good once, also within its half minute', async () => {
    const { who, authenticator, first } = await bound();
    expect(await signInRefused(who)).toBe('session.code-needed');
    expect(await signInRefused({ ...who, code: first })).toBe('session.code-refused');
    const code = await authenticator.next();
    await system.ask(signIn, { ...who, code }, null);
    expect(await signInRefused({ ...who, code })).toBe('session.code-refused');
    const stale = authenticator.codeAt(Date.now() - 5 * 60_000);
    expect(await signInRefused({ ...who, code: stale })).toBe('session.code-refused');
  });

  test('the same code sent twice at once lets one in', async () => {
    const { who, authenticator } = await bound();
    const code = await authenticator.next();
    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => system.ask(signIn, { ...who, code }, null)),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('codes that are guessed shut the account, for whoever knows the password too', async () => {
    const { who, authenticator } = await bound();
    for (let attempt = 1; attempt <= 5; attempt++)
      expect(await signInRefused({ ...who, code: authenticator.codeAt(attempt * 86_400_000) })).toBe(
        'session.code-refused',
      );
    expect(await signInRefused({ ...who, code: await authenticator.next() })).toBe('session.locked');
  });

  test('each of ten recovery codes is good once', async () => {
    const { who, recoveryCodes } = await bound();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [one] = recoveryCodes;
    await system.ask(signIn, { ...who, code: one!.toLowerCase() }, null);
    expect(await signInRefused({ ...who, code: one })).toBe('session.code-refused');
    const kept = await system.look('identity', 'SELECT code_hash FROM recovery_code');
    expect(JSON.stringify(kept)).not.toContain(recoveryCodes[1]);
  });

  test('is not replaced by whoever knows the password alone', async () => {
    const { who } = await bound();
    expect((await system.refusal(beginSecondFactor, who, null)).code).toBe('account.second-factor-set');
  });

  test('its secret stands sealed in the database', async () => {
    const { id, authenticator } = await bound();
    const rows = await system.look<{ secret: Buffer }>(
      'identity',
      'SELECT secret FROM second_factor WHERE account_id = UNHEX(?)',
      [id.replaceAll('-', '')],
    );
    expect(rows[0]!.secret.toString('latin1')).not.toContain(authenticator.secret);
  });
});
