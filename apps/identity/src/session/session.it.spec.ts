import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changePassword,
  createAccount,
  disableAccount,
  endOwnSession,
  endOwnSessions,
  endSessions,
  listOwnRefusedSignIns,
  listOwnSessions,
  listRefusedSignIns,
  listSessions,
  me,
  renewSession,
  signIn,
  signOut,
  viewerAccess,
  clockContracts,
  listAccounts,
} from '@xuncha/contracts';
import { newId, type DomainError } from '@xuncha/domain-kit';
import {
  demonstrationPerson,
  eventually,
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
/** Another service, which asks its own projection. */
const clock = clockContracts.planning!;
const neighbour = { name: 'planning', migrations: [], rows: [], controllers: [] };

beforeAll(async () => {
  system = await startServices([identity, neighbour]);
  security = await demonstrationPerson(system, 'securityAdministrator');
});
afterAll(() => system.stop());

const refused = (attempt: Partial<Record<'site' | 'account' | 'password', string>>) =>
  system.refusal(signIn, { site, account: 'nobody', password, ...attempt }, null);

async function newAccount(): Promise<{ account: string; id: string }> {
  const account = `demo-${newId()}`;
  const { id, setUpCode } = await system.ask(createAccount, { account, name: '演示组员九' }, security);
  await setUp(system, { site, account, code: setUpCode! });
  return { account, id };
}
async function signedIn(account: string) {
  const session = await system.ask(signIn, { site, account, password }, null);
  return { ...session, renewal: session.renewal!, account: session.accountId };
}

test('a person who signs in gets a token for ten minutes that every service takes, and a secret for the next', async () => {
  const { account, id } = await newAccount();
  const began = performance.now();
  const session = await signedIn(account);
  const took = performance.now() - began;
  expect(took).toBeLessThan(1_500);
  expect(session).toMatchObject({ name: '演示组员九', site, accountId: id });
  const life = Date.parse(session.expiresAt) - Date.now();
  expect(life).toBeGreaterThan(9.9 * 60_000);
  expect(life).toBeLessThanOrEqual(10 * 60_000);
  expect(await system.ask(me, {}, session)).toEqual({
    accountId: id,
    account,
    name: '演示组员九',
    site,
    hasSecondFactor: false,
    needsSecondFactor: false,
    grants: [],
  });
});

test('the answer does not say which part was wrong', async () => {
  const { account, id } = await newAccount();
  await system.ask(disableAccount, { accountId: id, seen: 2 }, security);
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
  const person = await signedIn(account);
  await system.ask(me, {}, person);
  await system.ask(disableAccount, { accountId: id, seen: 2 }, security);
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

describe('a session', () => {
  const renew = (renewal: string) => system.ask(renewSession, { renewal }, null);
  const renewalRefused = async (renewal: string) =>
    (await system.refusal(renewSession, { renewal }, null)).code;
  const answersIn = (person: Person) =>
    system.ask(clock, {}, person).then(
      () => 'answered',
      (error: DomainError) => error.code,
    );

  test('is renewed with a secret that is good once; a retry whose answer was lost comes to the same', async () => {
    const session = await signedIn((await newAccount()).account);
    const next = await renew(session.renewal);
    expect(next.sessionId).toBe(session.sessionId);
    expect(next.renewal).not.toBe(session.renewal);
    expect((await renew(session.renewal)).renewal).toBe(next.renewal);
    expect((await renew(next.renewal!)).accountId).toBe(session.accountId);
  });

  test('ends when a secret that was used up is shown again: somebody else has it', async () => {
    const session = await signedIn((await newAccount()).account);
    const next = await renew(session.renewal);
    await renew(next.renewal!);
    expect(await renewalRefused(session.renewal)).toBe('session.ended');
    expect(await renewalRefused(next.renewal!)).toBe('session.invalid');
    await eventually(async () => (await system.refusal(me, {}, session)).code === 'session.ended');
    const { items } = await system.ask(listSessions, { accountId: session.accountId }, security);
    expect(items).toMatchObject([{ id: session.sessionId, state: 'ended', endedBecause: 'renewalReused' }]);
  });

  test('ends as well where the used-up secret comes back after the time for a retry', async () => {
    const session = await signedIn((await newAccount()).account);
    await renew(session.renewal);
    await system.look('identity', 'UPDATE session_renewal SET renewed_at = renewed_at - INTERVAL 1 MINUTE');
    expect(await renewalRefused(session.renewal)).toBe('session.ended');
  });

  test('is not renewed by a secret that nobody was given, and that does it no harm', async () => {
    const session = await signedIn((await newAccount()).account);
    const guess = `${session.sessionId}.${'A'.repeat(43)}`;
    for (const text of [guess, session.sessionId, `${newId()}.${'A'.repeat(43)}`, '', '../x'])
      expect(await renewalRefused(text)).toBe('session.invalid');
    await renew(session.renewal);
  });

  test('has an id that nobody brings along: what is sent with the sign-in changes nothing', async () => {
    const { account } = await newAccount();
    const theirs = await signedIn(account);
    const fixed = { site, account, password, sid: theirs.sessionId, sessionId: theirs.sessionId };
    const session = await system.ask(signIn, fixed, theirs);
    expect(session.sessionId).not.toBe(theirs.sessionId);
    expect(session.renewal).not.toBe(theirs.renewal);
  });

  test.each([
    [
      'half an hour without renewal',
      'UPDATE session_renewal SET renewed_at = renewed_at - INTERVAL 31 MINUTE',
    ],
    ['twelve hours', 'UPDATE session SET ends_at = ends_at - INTERVAL 12 HOUR'],
  ])('runs out after %s', async (_, makeOld) => {
    const session = await signedIn((await newAccount()).account);
    await system.look('identity', makeOld);
    expect(await renewalRefused(session.renewal)).toBe('session.expired');
    const { items } = await system.ask(listOwnSessions, {}, session);
    expect(items[0]!.state).toBe('expired');
    expect(await renewalRefused(session.renewal)).toBe('session.expired');
  });

  test('that its owner ends is refused by another service within two seconds', async () => {
    const session = await signedIn((await newAccount()).account);
    await eventually(async () => (await answersIn(session)) === 'answered');
    const began = performance.now();
    await system.ask(signOut, {}, session);
    await eventually(async () => (await answersIn(session)) === 'session.ended');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await renewalRefused(session.renewal)).toBe('session.invalid');
  });

  test('is ended by its owner alone, one or all; by the security administrator all at once', async () => {
    const { account, id } = await newAccount();
    const [one, two, three] = [await signedIn(account), await signedIn(account), await signedIn(account)];
    const stranger = await signedIn((await newAccount()).account);
    const { sessionId } = one;
    expect((await system.refusal(endOwnSession, { sessionId }, stranger)).code).toBe('record.unknown');
    expect((await system.refusal(endSessions, { accountId: id }, stranger)).code).toBe('access.denied');
    await system.ask(endOwnSession, { sessionId }, two);
    expect(await system.ask(endOwnSessions, {}, two)).toEqual({ ended: 2 });
    const four = await signedIn(account);
    expect(await system.ask(endSessions, { accountId: id }, security)).toEqual({ ended: 1 });
    for (const person of [one, two, three, four])
      await eventually(async () => (await answersIn(person)) === 'session.ended');
    const { items } = await system.ask(listSessions, { accountId: id }, security);
    expect(items.map(({ endedBecause }) => endedBecause)).toEqual([
      'endedByAdministrator',
      'endedByOwner',
      'endedByOwner',
      'endedByOwner',
    ]);
  });

  test('outlives a change of the password only where it was made in it', async () => {
    const { account } = await newAccount();
    const [here, elsewhere] = [await signedIn(account), await signedIn(account)];
    const wrong = { old: 'not the old one', password: '新的演示口令-0002' };
    expect((await system.refusal(changePassword, wrong, here)).code).toBe('account.password-wrong');
    await system.ask(changePassword, { ...wrong, old: password }, here);
    await eventually(async () => (await system.refusal(me, {}, elsewhere)).code === 'session.ended');
    await system.ask(me, {}, here);
    expect((await refused({ account })).code).toBe('session.refused');
    await system.ask(signIn, { site, account, password: wrong.password }, null);
  });

  test('of an account that is disabled ends with it', async () => {
    const { account, id } = await newAccount();
    const session = await signedIn(account);
    const { version } = (await system.ask(listAccounts, { account }, security)).items[0]!;
    await system.ask(disableAccount, { accountId: id, seen: version }, security);
    expect(await renewalRefused(session.renewal)).toBe('session.invalid');
  });
});

test('refused attempts are kept, counted by the hour, without what was typed; of accounts that do not exist all together', async () => {
  const { account, id } = await newAccount();
  for (const wrong of ['wrong password 1', 'wrong password 2']) await refused({ account, password: wrong });
  const typed = `my password ${newId()}`;
  await refused({ account: typed });
  const session = await signedIn(account);
  const own = await system.ask(listOwnRefusedSignIns, {}, session);
  expect(own.items).toMatchObject([{ accountId: id, reason: 'password', times: 2 }]);
  const { items } = await system.ask(listRefusedSignIns, {}, security);
  expect(items).toContainEqual(expect.objectContaining({ accountId: null, reason: 'noAccount' }));
  expect((await system.refusal(listRefusedSignIns, {}, session)).code).toBe('access.denied');
  const rows = await system.look('identity', 'SELECT * FROM refused_sign_in');
  expect(JSON.stringify(rows)).not.toContain('password 1');
  expect(rows.length).toBeLessThan(30);
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
