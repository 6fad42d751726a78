/**
 * Where no site exists yet, makes the demonstration sites and accounts. Passwords are random and stand in one file of the installation
 * that only its owner reads; the repository knows none.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@xuncha/contracts';
import { DomainError, newId } from '@xuncha/domain-kit';
import { systemAct, transact, type Runtime } from '@xuncha/service-kit';
import type { EntityManager } from 'typeorm';
import * as account from '../account/account.js';
import type { AccountStore } from '../account/account.store.js';
import { hashPassword } from '../account/password.js';
import type { GrantStore } from '../grant/grant.store.js';
import * as site from '../site/site.js';
import type { SiteStore } from '../site/site.store.js';
import { people, sites, type DemonstrationPerson } from './people.js';

interface Stores {
  readonly sites: SiteStore;
  readonly accounts: AccountStore;
  readonly grants: GrantStore;
}
interface Credentials extends DemonstrationPerson {
  readonly site: string;
  readonly password: string;
}
/** Given with a team or an organization, not by itself. */
const limitedRoles: readonly Role[] = [
  'leader',
  'deputy',
  'member',
  'liaison',
  'organizationHead',
  'organizationLiaison',
  'organCustodian',
];

/** May run in several replicas at once: the key of the first site lets one of them through, the others find all done. */
export async function seedDemonstration(runtime: Runtime, stores: Stores): Promise<void> {
  const existing = (await runtime.db.query('SELECT 1 FROM site_register LIMIT 1')) as unknown[];
  if (existing.length > 0) return;
  const all = sites.flatMap(({ code }) =>
    people.map((person) => ({ ...person, site: code, password: secret() })),
  );
  const hashes = await Promise.all(all.map(({ password }) => hashPassword(password)));
  const isMine = await transact(runtime.db, async (manager) => {
    if (!(await openSites(runtime, manager, stores))) return false;
    for (const [index, credentials] of all.entries())
      await addPerson(runtime, manager, { stores, credentials, passwordHash: hashes[index]! });
    // Before the commit: a crash in between leaves a file of accounts that do not exist and are made anew, not accounts without passwords.
    writePrivately(join(runtime.config.dataFolder, 'demonstration-accounts.json'), all);
    return true;
  });
  if (isMine) runtime.committed();
}

async function openSites(runtime: Runtime, manager: EntityManager, stores: Stores): Promise<boolean> {
  try {
    for (const opening of sites) {
      const act = await systemAct(runtime, manager, opening.code, {
        correlation: newId(),
        traceparent: null,
      });
      await stores.sites.add(act, site.open({ ...opening, mode: 'live', clock: null }));
    }
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'site.code-taken') return false;
    throw error;
  }
}

async function addPerson(
  runtime: Runtime,
  manager: EntityManager,
  { stores, credentials, passwordHash }: { stores: Stores; credentials: Credentials; passwordHash: string },
): Promise<void> {
  const { site, account: login, name, roles } = credentials;
  const act = await systemAct(runtime, manager, site, { correlation: newId(), traceparent: null });
  const { id } = await stores.accounts.add(
    act,
    account.create(newId(), { account: login, name, passwordHash }),
  );
  for (const role of roles)
    if (!limitedRoles.includes(role)) await stores.grants.give(act, { accountId: id, role });
}

function writePrivately(path: string, credentials: readonly Credentials[]): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const shown = credentials.map(({ site, account, password, name, roles }) => ({
    site,
    account,
    password,
    name,
    roles,
  }));
  writeFileSync(`${path}.new`, `${JSON.stringify(shown, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function secret(): string {
  return randomBytes(12).toString('base64url');
}
