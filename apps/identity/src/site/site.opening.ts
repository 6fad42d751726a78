/** A new site begins with its three administrators, who make everybody else (rules.md 15). */
import { Injectable } from '@nestjs/common';
import type { AdministratorRole, Receipt } from '@xuncha/contracts';
import { newId, refuseIf } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import * as account from '../account/account.js';
import { AccountStore } from '../account/account.store.js';
import { hashPassword } from '../account/password.js';
import { GrantStore } from '../grant/grant.store.js';
import * as site from './site.js';
import { SiteStore } from './site.store.js';

type Kind = 'system' | 'security' | 'audit';
type Three<T> = Readonly<Record<Kind, T>>;
type FirstAccount = Parameters<typeof account.create>[1];

const roles: readonly (readonly [Kind, AdministratorRole])[] = [
  ['system', 'systemAdministrator'],
  ['security', 'securityAdministrator'],
  ['audit', 'auditAdministrator'],
];

@Injectable()
export class SiteOpening {
  constructor(
    private readonly sites: SiteStore,
    private readonly accounts: AccountStore,
    private readonly grants: GrantStore,
  ) {}

  /** Of a live site: a rehearsal is opened by one administrator, so that whoever acts in one may be that one alone. */
  async check(act: Act, code: string): Promise<void> {
    const { mode } = await this.sites.read(act, site.siteId(act.site));
    refuseIf(mode === 'rehearsal', 'site.opened-from-rehearsal');
    refuseIf(await this.sites.isTaken(act, code), 'site.code-taken', { site: code });
  }

  /** The site, its administrators and their rights begin the new site's own journal. */
  async open(act: Act, opening: site.Opening, administrators: Three<FirstAccount>): Promise<Receipt> {
    const there = act.inSite(opening.code, opening.clock ?? new Date());
    const opened = await this.sites.add(there, site.open(opening));
    for (const [kind, role] of roles) {
      const { id } = await this.accounts.add(there, account.create(newId(), administrators[kind]));
      await this.grants.give(there, { accountId: id, role });
    }
    return opened;
  }
}

/** As they may be kept until a second administrator confirms. */
export async function withHashes(
  given: Three<Omit<FirstAccount, 'passwordHash'> & { password: string }>,
): Promise<Three<FirstAccount>> {
  const hashed = roles.map(async ([kind]) => {
    const { account, name, password } = given[kind];
    return [kind, { account, name, passwordHash: await hashPassword(password) }] as const;
  });
  return Object.fromEntries(await Promise.all(hashed)) as unknown as Three<FirstAccount>;
}
