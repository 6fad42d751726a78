/** A new site begins with its three administrators, who make everybody else (rules.md 15). */
import { Injectable } from '@nestjs/common';
import type { AdministratorRole, FirstAdministrators, Invitation, Receipt } from '@xuncha/contracts';
import { refuseIf } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { GrantStore } from '../grant/grant.store.js';
import * as site from './site.js';
import { SiteStore } from './site.store.js';

const roles: readonly (readonly [keyof FirstAdministrators, AdministratorRole])[] = [
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

  /** The site, its administrators and their rights begin the new site's own journal. They come in by the codes of the answer. */
  async open(
    act: Act,
    opening: site.Opening,
    administrators: FirstAdministrators,
  ): Promise<Receipt & { invitations: Invitation[] }> {
    const there = act.inSite(opening.code, opening.clock ?? new Date());
    const opened = await this.sites.add(there, site.open(opening));
    const invitations: Invitation[] = [];
    for (const [kind, role] of roles) {
      const { account } = administrators[kind];
      const { id, setUpCode, setUpUntil } = await this.accounts.create(there, administrators[kind]);
      await this.grants.give(there, { accountId: id, role });
      invitations.push({ account, setUpCode, setUpUntil });
    }
    return { ...opened, invitations };
  }
}
