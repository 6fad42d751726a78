/** The people that identity made for the demonstration sites: set up and signed in as anybody would, each once in a test. */
import { beginSecondFactor, finishSecondFactor, setUpAccount, signIn, type Role } from '@xuncha/contracts';
import { eventually } from './eventually.js';
import type { Person, ServicesUnderTest } from './services-under-test.js';
import { Authenticator } from './authenticator.js';
import { setUpLinks, type SetUpLink } from './set-up-links.js';

export type DemonstrationAccount = SetUpLink;
export interface Credentials {
  readonly site: string;
  readonly account: string;
  readonly password: string;
  readonly authenticator: Authenticator | null;
}
const CITY = '3303';
const PASSWORD = '演示口令-00001';
const known = new WeakMap<ServicesUnderTest, Map<string, Promise<Person>>>();

/** Those that nobody has set up yet. */
export function demonstrationAccounts(system: ServicesUnderTest): DemonstrationAccount[] {
  return setUpLinks(system.config.dataFolder);
}

export function demonstrationAccount(
  system: ServicesUnderTest,
  role: Role,
  site = CITY,
): DemonstrationAccount {
  const found = demonstrationAccounts(system).find((it) => it.site === site && it.roles.includes(role));
  if (!found) throw new Error(`no demonstration account is ${role} in ${site}, or all are set up`);
  return found;
}

/** Sets an account up with the code it was given, and a second factor where one is needed. */
export async function setUp(
  system: ServicesUnderTest,
  { site, account, code }: Pick<DemonstrationAccount, 'site' | 'account' | 'code'>,
): Promise<Credentials> {
  const credentials = { site, account, password: PASSWORD };
  const { secondFactor } = await system.ask(setUpAccount, { ...credentials, code }, null);
  if (secondFactor !== 'needed') return { ...credentials, authenticator: null };
  const { secret } = await system.ask(beginSecondFactor, credentials, null);
  const authenticator = new Authenticator(secret);
  await system.ask(finishSecondFactor, { ...credentials, code: await authenticator.next() }, null);
  return { ...credentials, authenticator };
}

/** Answers once every running service knows what the person may do. The same person at every further call. */
export async function demonstrationPerson(
  system: ServicesUnderTest,
  role: Role,
  site = CITY,
): Promise<Person> {
  const people = known.get(system) ?? new Map<string, Promise<Person>>();
  known.set(system, people);
  const name = `${site}/${role}`;
  const person = people.get(name) ?? comeIn(system, demonstrationAccount(system, role, site));
  people.set(name, person);
  const found = await person;
  await eventually(() => system.knows(found));
  return found;
}

/** Sets an account up and signs in. */
export async function comeIn(
  system: ServicesUnderTest,
  invited: Parameters<typeof setUp>[1],
): Promise<Person> {
  const { authenticator, ...credentials } = await setUp(system, invited);
  const code = await authenticator?.next();
  const session = await system.ask(signIn, { ...credentials, code }, null);
  return { account: session.accountId, site: invited.site, token: session.token };
}
