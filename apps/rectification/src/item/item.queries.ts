import { Controller } from '@nestjs/common';
import { countItems, listItems, readItem, listItemLooks, type In } from '@xuncha/contracts';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import { isOverdue } from '../due/due.js';
import { pickPlace } from '../place/place.js';
import { dueOf, type Item } from './item.js';
import { ItemStore } from './item.store.js';

@Controller()
export class ItemQueries {
  constructor(
    private readonly items: ItemStore,
    private readonly looks: Looks,
  ) {}

  @Handles(readItem)
  async read({ itemId }: In<typeof readItem>, viewer: Caller) {
    const item = await this.items.read(viewer, itemId);
    const { measure, responsible, submissions, returns, closings, checks, reopenings } = item;
    const history = { submissions, returns, closings, checks, reopenings };
    return { ...entryOf(item, viewer.now), measure, responsible, ...history };
  }

  @Handles(listItems)
  async list({ cursor, limit, ...where }: In<typeof listItems>, viewer: Caller) {
    const page = await this.items.page(viewer, { where, orderBy: 'dueOn', cursor, limit });
    return { items: page.items.map((item) => entryOf(item, viewer.now)), next: page.next };
  }

  @Handles(countItems)
  async count(where: In<typeof countItems>, viewer: Caller) {
    return this.items.counts(viewer, countItems, { where });
  }

  @Handles(listItemLooks)
  async listLooks({ itemId, ...page }: In<typeof listItemLooks>, viewer: Caller) {
    await this.items.read(viewer, itemId);
    return this.looks.at(viewer, [itemId], page);
  }
}

function entryOf(item: Versioned<Item>, now: Date) {
  const { id, version, findingId, caseId } = item;
  const place = { ...pickPlace(item), findingId, caseId };
  const { state, immediate, openedOn, dueOn, closedOn } = item;
  return {
    id,
    version,
    ...place,
    state,
    immediate,
    openedOn,
    dueOn,
    closedOn,
    overdue: isOverdue(dueOf(item), now),
  };
}
