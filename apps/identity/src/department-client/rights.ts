/** What a client may do is a grant like any other, so that every service checks a department as it checks anybody. */
import { Injectable } from '@nestjs/common';
import { newId, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import * as grant from '../grant/grant.js';
import { GrantStore } from '../grant/grant.store.js';
import { DepartmentClientStore } from './department-client.store.js';

@Injectable()
export class Rights {
  constructor(
    private readonly clients: DepartmentClientStore,
    private readonly grants: GrantStore,
  ) {}

  /** It acts as one of the organ's custodians, and for no other organ. */
  async give(act: Act, clientId: Id): Promise<void> {
    const { organizationId, from, until } = await this.clients.read(act, clientId);
    const limits = { organizationId, teamId: null, roundId: null, from, until };
    const given = { accountId: clientId, role: 'organCustodian', ...limits } as const;
    await this.grants.add(act, grant.give(newId(), given, { others: [], today: act.today }));
  }

  /** With the event every service refuses it, whatever tokens it still holds. */
  async take(act: Act, clientId: Id): Promise<void> {
    for (const { id } of await this.grants.find(act, { where: { accountId: clientId, state: 'active' } }))
      await this.grants.change(act, { id }, grant.revoke);
  }
}
