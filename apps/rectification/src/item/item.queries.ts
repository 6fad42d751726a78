import { Controller } from '@nestjs/common';
import { countItems, DUE_SOON_DAYS, listItems, readItem, listItemLooks, type In } from '@xuncha/contracts';
import { addDays } from '@xuncha/domain-kit';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import { isOverdue } from '../due/due.js';
import { pickPlace } from '../place/place.js';
import { dueOf, isSentBack, owedStates, type Item } from './item.js';
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
    const { responsible, submissions, returns, closings, checks, reopenings } = item;
    const handedIn = submissions.map(({ at = null, as = null, ...rest }) => ({ ...rest, at, as }));
    const history = { submissions: handedIn, returns, closings, checks, reopenings };
    return { ...entryOf(item, viewer.now), responsible, ...history };
  }

  @Handles(listItems)
  async list({ cursor, limit, ...asked }: In<typeof listItems>, viewer: Caller) {
    const page = await this.items.page(viewer, { ...wanted(asked, viewer), orderBy: 'dueOn', cursor, limit });
    return { items: page.items.map((item) => entryOf(item, viewer.now)), next: page.next };
  }

  @Handles(countItems)
  async count(asked: In<typeof countItems>, viewer: Caller) {
    return this.items.counts(viewer, countItems, wanted(asked, viewer));
  }

  @Handles(listItemLooks)
  async listLooks({ itemId, ...page }: In<typeof listItemLooks>, viewer: Caller) {
    await this.items.read(viewer, itemId);
    return this.looks.at(viewer, [itemId], page);
  }
}

type Asked = Omit<In<typeof listItems>, 'cursor' | 'limit'>;

function wanted({ due, state, ...where }: Asked, { today }: Caller) {
  if (due === undefined) return { where: { ...where, state } };
  const owed = owedStates.filter((one) => state === undefined || one === state);
  const late = [undefined, addDays(today, -1)] as const;
  const dueOn = due === 'overdue' ? late : ([today, addDays(today, DUE_SOON_DAYS)] as const);
  return { where: { ...where, state: owed }, between: { dueOn } };
}

/** Without persons, and what is said of them in evidence and opinions: that is restricted. */
function entryOf(item: Versioned<Item>, now: Date) {
  const { id, version, findingId, caseId } = item;
  const place = { ...pickPlace(item), findingId, caseId };
  const { state, immediate, openedOn, dueOn, closedOn, measure } = item;
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
    measure,
    sentBack: isSentBack(item),
  };
}
