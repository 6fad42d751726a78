import { afterAll, beforeAll, expect, test } from 'vitest';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleNames, setUpAccount, signIn } from '@xuncha/contracts';
import {
  demonstrationAccount,
  demonstrationAccounts,
  setUp,
  startServices,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { identity } from '../main.js';
import { beginningFrom } from './people.js';

let system: ServicesUnderTest;

beforeAll(async () => {
  system = await startServices([]);
  await Promise.all([system.start(identity), system.start(identity), system.start(identity)]);
});
afterAll(() => system.stop());

test('three replicas that start at once make the demonstration city and county once', async () => {
  const sites = await system.look('identity', 'SELECT site, mode FROM site_register ORDER BY site');
  expect(sites).toEqual([
    { site: '3303', mode: 'live' },
    { site: '330381', mode: 'live' },
  ]);
  const [{ n }] = (await system.look<{ n: number }>('identity', 'SELECT COUNT(*) AS n FROM account')) as [
    { n: number },
  ];
  expect(n).toBe(demonstrationAccounts(system).length);
});

test('there is somebody for every role in either site, whose name says that they are invented', () => {
  const accounts = demonstrationAccounts(system);
  for (const site of ['3303', '330381']) {
    const roles = accounts.filter((it) => it.site === site).flatMap((it) => it.roles);
    expect([...new Set(roles)].sort()).toEqual([...roleNames].sort());
  }
  expect(accounts.every(({ name }) => name.startsWith('演示'))).toBe(true);
});

test('nobody has a password: each has a set-up code that only the owner of the installation can read, until it is used', async () => {
  const accounts = demonstrationAccounts(system);
  expect(new Set(accounts.map(({ code }) => code)).size).toBe(accounts.length);
  expect(await system.look('identity', 'SELECT 1 FROM account WHERE password_hash IS NOT NULL')).toEqual([]);
  const folder = join(system.config.dataFolder, 'set-up');
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  const modes = paths.map((path) => statSync(path).mode & 0o077);
  expect(modes.every((others) => others === 0)).toBe(true);
  const office = demonstrationAccount(system, 'office');
  const { authenticator: _, ...credentials } = await setUp(system, office);
  expect(await system.ask(signIn, credentials, null)).toMatchObject({ site: '3303', name: office.name });
  expect(demonstrationAccounts(system)).toHaveLength(accounts.length - 1);
});

test('a code that ran out before anybody used it is issued anew at the next start', async () => {
  const [link] = demonstrationAccounts(system);
  const path = join(system.config.dataFolder, 'set-up', `${link!.site}.${link!.account}.json`);
  writeFileSync(path, JSON.stringify({ ...link, until: '2026-01-01T00:00:00.000Z' }));
  await system.start(identity);
  const renewed = demonstrationAccounts(system).find(
    ({ site, account }) => site === link!.site && account === link!.account,
  )!;
  expect(renewed.code).not.toBe(link!.code);
  expect(await system.refusal(setUpAccount, { ...link, password: '演示口令-00001' }, null)).toMatchObject({
    code: 'account.code-refused',
  });
  await setUp(system, renewed);
});

test('a real installation begins with the three administrators of its site and nobody else (rules.md 15)', () => {
  const place = { XC_SITE: '330382', XC_SITE_NAME: '某市', XC_SITE_ABBREVIATION: '某' };
  const { sites, people } = beginningFrom({ XC_DEMONSTRATION: '0', ...place });
  expect(sites).toEqual([{ code: '330382', name: '某市', abbreviation: '某' }]);
  expect(people.map(({ roles }) => roles)).toEqual([
    ['systemAdministrator'],
    ['securityAdministrator'],
    ['auditAdministrator'],
  ]);
  expect(() => beginningFrom({ XC_DEMONSTRATION: '0' })).toThrow('XC_SITE');
});
