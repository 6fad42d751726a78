/**
 * Where no site exists yet, makes the first sites and accounts. Nobody gets a password: a set-up code for each stands in a file of the
 * installation that only its owner reads.
 */
import type { Role } from '@xuncha/contracts';
import { DomainError, newId } from '@xuncha/domain-kit';
import { systemAct, transact, type Act, type Runtime } from '@xuncha/service-kit';
import type { EntityManager } from 'typeorm';
import type { AccountStore } from '../account/account.store.js';
import type { GrantStore } from '../grant/grant.store.js';
import * as site from '../site/site.js';
import type { SiteStore } from '../site/site.store.js';
import type { Beginning, FirstPerson, FirstSite } from './people.js';
import type { SetUpLink, SetUpLinks } from './set-up-links.js';

interface Stores {
  readonly sites: SiteStore;
  readonly accounts: AccountStore;
  readonly grants: GrantStore;
  readonly links: SetUpLinks;
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
export async function seed(runtime: Runtime, { sites, people }: Beginning, stores: Stores): Promise<void> {
  const existing = (await runtime.db.query('SELECT 1 FROM site_register LIMIT 1')) as unknown[];
  if (existing.length > 0) return renewLinks(runtime, stores);
  const isMine = await transact(runtime.db, async (manager) => {
    if (!(await openSites(runtime, manager, { stores, sites }))) return false;
    for (const { code } of sites)
      for (const person of people) await addPerson(await actIn(runtime, manager, code), stores, person);
    return true;
  });
  if (isMine) runtime.committed();
}

async function openSites(
  runtime: Runtime,
  manager: EntityManager,
  { stores, sites }: { stores: Stores; sites: readonly FirstSite[] },
): Promise<boolean> {
  try {
    for (const opening of sites) {
      const act = await actIn(runtime, manager, opening.code);
      await stores.sites.add(act, site.open({ ...opening, mode: 'live', clock: null }));
    }
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'site.code-taken') return false;
    throw error;
  }
}

/** The file is there before the commit: a crash in between leaves a code that opens nothing, not an account that nobody can open. */
async function addPerson(act: Act, stores: Stores, { account, name, roles }: FirstPerson): Promise<void> {
  const { id, setUpCode, setUpUntil } = await stores.accounts.create(act, { account, name });
  for (const role of roles)
    if (!limitedRoles.includes(role)) await stores.grants.give(act, { accountId: id, role });
  stores.links.write({ site: act.site, account, name, roles, code: setUpCode, until: setUpUntil });
}

/** A code that ran out before it was used is issued anew: who else could do it, where the first administrators have not come yet? */
async function renewLinks(runtime: Runtime, stores: Stores): Promise<void> {
  const old = stores.links.all().filter(({ until }) => new Date(until) < new Date());
  for (const link of old) await transact(runtime.db, (manager) => renewLink(runtime, manager, stores, link));
  if (old.length > 0) runtime.committed();
}

async function renewLink(runtime: Runtime, manager: EntityManager, stores: Stores, link: SetUpLink) {
  const act = await actIn(runtime, manager, link.site);
  const found = await stores.accounts.bySignInName(act, link.site, link.account);
  if (!found || found.passwordHash !== null || found.state !== 'active') return stores.links.remove(link);
  const { setUpCode, setUpUntil } = await stores.accounts.invite(act, { id: found.id });
  stores.links.write({ ...link, code: setUpCode, until: setUpUntil });
}

function actIn(runtime: Runtime, manager: EntityManager, code: string): Promise<Act> {
  return systemAct(runtime, manager, code, { correlation: newId(), traceparent: null });
}
