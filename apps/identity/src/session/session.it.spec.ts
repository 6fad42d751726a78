import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAccount, disableAccount, me, signIn, viewerAccess } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import {
  demonstrationAccount,
  demonstrationPerson,
  eventually,
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

const refused = (attempt: Partial<Record<'site' | 'account' | 'password', string>>) =>
  system.refusal(signIn, { site, account: 'nobody', password, ...attempt }, null);

async function newAccount(): Promise<{ account: string; id: string }> {
  const account = `demo-${newId()}`;
  const { id } = await system.ask(createAccount, { account, name: '演示组员九', password }, security);
  return { account, id };
}

test('a person who signs in gets a token for eight hours that every service takes', async () => {
  const { account, password: right } = demonstrationAccount(system, 'office');
  const session = await system.ask(signIn, { site, account, password: right }, null);
  expect(session).toMatchObject({ name: '演示办公室一', site });
  expect(Date.parse(session.expiresAt) - Date.now()).toBeGreaterThan(7.9 * 3600_000);
  const office = { account: session.accountId, site, token: session.token };
  const seen = await system.ask(me, {}, office);
  expect(seen).toMatchObject({ accountId: session.accountId, name: '演示办公室一', site });
  expect(seen.grants).toEqual([{ role: 'office', organizationId: null, teamId: null }]);
});

test('the answer does not say which part was wrong', async () => {
  const { account, id } = await newAccount();
  await system.ask(disableAccount, { accountId: id, seen: 1 }, security);
  const { account: known } = await newAccount();
  const answers = await Promise.all([
    refused({ account: known, password: 'wrong password' }),
    refused({ account: 'no such account' }),
    refused({ account: known, site: '1101' }),
    refused({ account }),
  ]);
  for (const answer of answers) expect(answer).toEqual({ code: 'session.refused', facts: {} });
});

describe('after five wrong passwords', () => {
  test.each([
    ['an account that exists', async () => (await newAccount()).account],
    ['an account that does not exist', async () => newId()],
  ])('%s is shut, for the right password too', async (_, find) => {
    const account = await find();
    for (let attempt = 1; attempt <= 5; attempt++)
      expect((await refused({ account, password: `wrong ${attempt}` })).code).toBe('session.refused');
    expect(await refused({ account })).toEqual({ code: 'session.locked', facts: { minutes: 1 } });
  });

  test('many attempts at once are no way round it', async () => {
    const { account } = await newAccount();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => refused({ account, password: `wrong ${index}` })),
    );
    const tried = answers.filter(({ code }) => code === 'session.refused');
    expect(tried).toHaveLength(5);
  });

  test('it opens again when the time is over, and the right password forgets the wrong ones', async () => {
    const { account } = await newAccount();
    for (let attempt = 1; attempt <= 5; attempt++) await refused({ account, password: `wrong ${attempt}` });
    await system.look(
      'identity',
      'UPDATE sign_in_attempt SET locked_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND',
    );
    await system.ask(signIn, { site, account, password }, null);
    expect((await refused({ account, password: 'wrong again' })).code).toBe('session.refused');
    await system.ask(signIn, { site, account, password }, null);
  });
});

test('a person whose account is disabled is turned away at once, with the token they still hold', async () => {
  const { account, id } = await newAccount();
  const { token } = await system.ask(signIn, { site, account, password }, null);
  const person = { account: id, site, token };
  await system.ask(me, {}, person);
  await system.ask(disableAccount, { accountId: id, seen: 1 }, security);
  await eventually(async () => (await system.refusal(me, {}, person)).code === 'access.disabled');
});

test('a token that is forged, expired or missing is no token', async () => {
  const expired = system.tokenFor(security.account, site, -1);
  const [header, , signature] = security.token.split('.');
  const other = Buffer.from(JSON.stringify({ sub: newId(), site, exp: 4e9, aud: 'xuncha' })).toString(
    'base64url',
  );
  const codes = [];
  for (const token of [expired, `${header}.${other}.${signature}`, 'nonsense', ''])
    codes.push((await system.refusal(me, {}, { ...security, token })).code);
  expect(codes).toEqual(['session.expired', 'session.invalid', 'session.invalid', 'session.missing']);
});

test('what a viewer must not be told is told to the gateway: whom they are recused from', async () => {
  const organizationId = newId();
  const office = await demonstrationPerson(system, 'office');
  await system.recuse(office, organizationId);
  expect(await system.ask(viewerAccess, {}, office)).toEqual({
    grants: [{ role: 'office', organizationId: null, teamId: null }],
    recused: [organizationId],
  });
});
