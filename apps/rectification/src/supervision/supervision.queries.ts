import { Controller } from '@nestjs/common';
import { listSupervisions, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { SupervisionStore } from './supervision.store.js';

@Controller()
export class SupervisionQueries {
  constructor(private readonly supervisions: SupervisionStore) {}

  @Handles(listSupervisions)
  async list({ cursor, limit, ...where }: In<typeof listSupervisions>, viewer: Caller) {
    const page = await this.supervisions.page(viewer, { where, orderBy: 'issuedOn', cursor, limit });
    return { items: page.items.map(({ issuedOn, ...it }) => ({ ...it, on: issuedOn })), next: page.next };
  }
}
