import { Controller } from '@nestjs/common';
import { listGrants, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { GrantStore } from './grant.store.js';

@Controller()
export class GrantQueries {
  constructor(private readonly grants: GrantStore) {}

  @Handles(listGrants)
  async list({ cursor, limit, accountId }: In<typeof listGrants>, viewer: Caller) {
    const { items, next } = await this.grants.page(viewer, { where: { accountId }, cursor, limit });
    return { items: items.map(({ roundId: _, ...shown }) => shown), next };
  }
}
