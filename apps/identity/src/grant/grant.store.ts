import { Injectable } from '@nestjs/common';
import type { Receipt, Role, TeamMember } from '@xuncha/contracts';
import { newId, refuseIf, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import * as grant from './grant.js';
import { GrantRow } from './grant.row.js';

/** A role for an account; everything that limits it may be left out. */
export type Wanted = Partial<grant.Given> & { readonly accountId: Id; readonly role: Role };

@Injectable()
export class GrantStore extends Store<grant.Grant, GrantRow> {
  constructor(private readonly accounts: AccountStore) {
    super({ aggregate: 'identity.grant', row: GrantRow, ...sameColumns() });
  }

  /** In one transaction with others for the same account, so that two administrators' roles never meet in one. */
  async give(act: Act, wanted: Wanted, id = newId()): Promise<Receipt> {
    const account = await this.accounts.hold(act, wanted.accountId);
    refuseIf(account.state !== 'active', 'account.not-active');
    const others = await this.find(act, { where: { accountId: wanted.accountId, state: 'active' } });
    const given = { organizationId: null, teamId: null, roundId: null, ...wanted };
    return this.add(act, grant.give(id, given, others));
  }

  async revokeAll(act: Act, where: { teamId: Id } | { roundId: Id }): Promise<void> {
    for (const { id } of await this.find(act, { where: { ...where, state: 'active' } }))
      await this.change(act, { id }, grant.revoke);
  }

  /** Of a team, all but those of these members in these roles. */
  async revokeOthers(act: Act, teamId: Id, members: readonly TeamMember[]): Promise<void> {
    for (const { id, accountId, role } of await this.find(act, { where: { teamId, state: 'active' } })) {
      const stays = members.some((member) => member.accountId === accountId && member.role === role);
      if (!stays) await this.change(act, { id }, grant.revoke);
    }
  }
}
