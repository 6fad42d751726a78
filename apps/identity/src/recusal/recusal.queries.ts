import { Controller } from '@nestjs/common';
import { listRecusals, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { RecusalStore } from './recusal.store.js';

@Controller()
export class RecusalQueries {
  constructor(private readonly recusals: RecusalStore) {}

  @Handles(listRecusals)
  async list({ cursor, limit, accountId }: In<typeof listRecusals>, viewer: Caller) {
    const { items, next } = await this.recusals.page(viewer, { where: { accountId }, cursor, limit });
    return { items: items.map(({ liftedBecause: _, ...shown }) => shown), next };
  }
}
