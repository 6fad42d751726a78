/** The people that identity made for the demonstration sites, signed in as anybody would sign in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn, type Role } from '@xuncha/contracts';
import { eventually } from './eventually.js';
import type { Person, ServicesUnderTest } from './services-under-test.js';

export interface DemonstrationAccount {
  readonly site: string;
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
const CITY = '3303';

export function demonstrationAccounts(system: ServicesUnderTest): DemonstrationAccount[] {
  const path = join(system.config.dataFolder, 'demonstration-accounts.json');
  return JSON.parse(readFileSync(path, 'utf8')) as DemonstrationAccount[];
}

export function demonstrationAccount(
  system: ServicesUnderTest,
  role: Role,
  site = CITY,
): DemonstrationAccount {
  const found = demonstrationAccounts(system).find((it) => it.site === site && it.roles.includes(role));
  if (!found) throw new Error(`no demonstration account is ${role} in ${site}`);
  return found;
}

/** Answers once every running service knows what the person may do. */
export async function demonstrationPerson(
  system: ServicesUnderTest,
  role: Role,
  site = CITY,
): Promise<Person> {
  const { account, password } = demonstrationAccount(system, role, site);
  const session = await system.ask(signIn, { site, account, password }, null);
  const person = { account: session.accountId, site, token: session.token };
  await eventually(() => system.knows(person));
  return person;
}
