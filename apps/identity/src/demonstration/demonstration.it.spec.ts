import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { roleNames, signIn } from '@xuncha/contracts';
import { demonstrationAccounts, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { identity } from '../main.js';

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

test('each has a random password that only the owner of the installation can read, and signs in with it', async () => {
  const accounts = demonstrationAccounts(system);
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  const { mode } = statSync(join(system.config.dataFolder, 'demonstration-accounts.json'));
  expect(mode & 0o777).toBe(0o600);
  const { site, account, password } = accounts.at(-1)!;
  expect(await system.ask(signIn, { site, account, password }, null)).toMatchObject({ site });
});
