import { Controller } from '@nestjs/common';
import { listRectificationLooks, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { LookStore } from './look.store.js';

@Controller()
export class LookQueries {
  constructor(private readonly looks: LookStore) {}

  @Handles(listRectificationLooks)
  async list({ cursor, limit, ...where }: In<typeof listRectificationLooks>, viewer: Caller) {
    const page = await this.looks.page(viewer, { where, descending: true, cursor, limit });
    const items = page.items.map((look) => ({ ...look, takenAt: look.takenAt.toISOString() }));
    return { items, next: page.next };
  }
}
