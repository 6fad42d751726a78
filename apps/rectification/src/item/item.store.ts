import { Injectable } from '@nestjs/common';
import { decide } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { sameColumns, type Act } from '@xuncha/service-kit';
import { DueStore } from '../due/due.store.js';
import { duesOf, type Item } from './item.js';
import { ItemRow } from './item.row.js';

@Injectable()
export class ItemStore extends DueStore<Item, ItemRow> {
  constructor() {
    const shape = { aggregate: 'rectification.item', row: ItemRow, organization: 'organizationId' as const };
    super({ ...shape, ...sameColumns() }, duesOf);
  }

  /** Nothing else changes the item until this act is over. */
  async hold(act: Act, id: Id): Promise<Item> {
    await this.change(act, { id }, (item) => decide(item));
    return this.read(act, id);
  }

  async ofCase(act: Act, caseId: Id): Promise<Item[]> {
    return this.find(act, { where: { caseId } });
  }
}
