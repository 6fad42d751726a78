import { Controller } from '@nestjs/common';
import { listGrants, type In } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import * as grant from './grant.js';
import { GrantStore } from './grant.store.js';

@Controller()
export class GrantQueries {
  constructor(private readonly grants: GrantStore) {}

  @Handles(listGrants)
  async list({ cursor, limit, accountId }: In<typeof listGrants>, viewer: Caller) {
    const { items, next } = await this.grants.page(viewer, { where: { accountId }, cursor, limit });
    return { items: items.map((one) => viewOf(one, viewer.today)), next };
  }
}

function viewOf({ roundId: _, ...shown }: Versioned<grant.Grant>, today: BusinessDate) {
  const isExpired = shown.state === 'active' && grant.isOver(shown, today);
  return { ...shown, state: isExpired ? ('expired' as const) : shown.state };
}
