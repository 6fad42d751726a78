import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  administratorRoles,
  advanceClock,
  clockContracts,
  createAccount,
  currentSite,
  openSite,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import {
  comeIn,
  demonstrationPerson,
  eventually,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { identity } from '../main.js';

let system: ServicesUnderTest;
let operator: Person;
const administrators = {
  system: { account: 'keeper', name: '演示系统管理员九' },
  security: { account: 'first', name: '演示安全管理员九' },
  audit: { account: 'auditor', name: '演示审计管理员九' },
};
const clock = '2017-01-01T00:00:00.000Z';

beforeAll(async () => {
  system = await startServices([identity, { name: 'planning', migrations: [], rows: [], controllers: [] }]);
  operator = await demonstrationPerson(system, 'systemAdministrator');
});
afterAll(() => system.stop());

async function openRehearsal() {
  const code = `r-${newId()}`.slice(0, 30);
  const opening = {
    code,
    name: '演示市',
    abbreviation: '演',
    mode: 'rehearsal' as const,
    clock,
    administrators,
  };
  const { id, invitations } = await system.ask(openSite, opening, operator);
  const { setUpCode } = invitations!.find(({ account }) => account === 'first')!;
  const first = await comeIn(system, { site: code, account: 'first', code: setUpCode });
  await eventually(() => system.knows(first));
  return { code, id, opening, first };
}

test('a new site begins with its three administrators, in a journal of its own, and one of them makes all other accounts', async () => {
  const { code, first } = await openRehearsal();
  await system.ask(createAccount, { ...administrators.security, account: 'second' }, first);
  const rows = await system.look('identity', 'SELECT type FROM journal WHERE site = ? ORDER BY position', [
    code,
  ]);
  expect(rows.map(({ type }) => type)).toEqual([
    'identity.site.opened',
    ...administratorRoles.flatMap(() => ['identity.account.created', 'identity.grant.given']),
    'identity.account.passwordSet',
    'identity.account.secondFactorSet',
    'identity.session.opened',
    'identity.account.created',
  ]);
});

test('every service knows a new site and its clock', async () => {
  const { code } = await openRehearsal();
  const rows = await eventually(async () => {
    const found = await system.look('planning', 'SELECT mode, clock FROM site WHERE code = ?', [code]);
    return found.length > 0 && found;
  });
  expect(rows).toEqual([{ mode: 'rehearsal', clock: new Date(clock) }]);
});

test('a code in use is not given again', async () => {
  const { code, opening } = await openRehearsal();
  expect(await system.refusal(openSite, opening, operator)).toEqual({
    code: 'site.code-taken',
    facts: { site: code },
  });
});

test('nobody opens a live site alone (rules.md 15)', async () => {
  const { opening } = await openRehearsal();
  const { clock: _, ...live } = { ...opening, code: 'live-1', mode: 'live' };
  expect((await system.refusal(openSite, live, operator)).code).toBe('request.invalid');
});

test('only a system administrator opens sites', async () => {
  const { opening, first } = await openRehearsal();
  expect((await system.refusal(openSite, { ...opening, code: 'r-other' }, first)).code).toBe('access.denied');
});

test('the clock of a rehearsal goes forwards in every service, and each says how far it has fired', async () => {
  const { code, id } = await openRehearsal();
  const keeper = await system.person('systemAdministrator', { site: code });
  const to = '2017-03-01T04:00:00.000Z';
  await system.ask(advanceClock, { siteId: id, seen: 1, to }, keeper);
  expect(await system.ask(currentSite, {}, keeper)).toMatchObject({
    code,
    mode: 'rehearsal',
    clock: to,
    version: 2,
  });
  const reading = await eventually(async () => {
    const read = await system.ask(clockContracts.planning!, {}, keeper);
    return read.firedUntil === to && read;
  });
  expect(reading).toEqual({ now: to, firedUntil: to });
  const back = await system.refusal(advanceClock, { siteId: id, seen: 2, to: clock }, keeper);
  expect(back).toEqual({ code: 'site.clock-back', facts: { clock: to } });
});

test('a live site has no clock to advance', async () => {
  const { id } = await system.ask(currentSite, {}, operator);
  const to = '2030-01-01T00:00:00.000Z';
  expect((await system.refusal(advanceClock, { siteId: id, seen: 1, to }, operator)).code).toBe(
    'site.not-rehearsal',
  );
});
