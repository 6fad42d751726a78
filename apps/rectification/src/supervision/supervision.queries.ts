import { Controller } from '@nestjs/common';
import {
  listFeedback,
  listSupervisions,
  readFeedback,
  readSupervision,
  supervisionOrder,
  type In,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { refuseUnless, type Id } from '@xuncha/domain-kit';
import { Handles, namesFor, type Caller, type Versioned } from '@xuncha/service-kit';
import { AdviceLetterStore } from '../advice-letter/advice-letter.store.js';
import { ItemStore } from '../item/item.store.js';
import { orderOf } from './order.js';
import type { Supervision } from './supervision.js';
import { SupervisionStore, whetherOwed } from './supervision.store.js';

const newest = { orderBy: 'issuedOn', descending: true } as const;
const earliestDue = { orderBy: 'dueOn' } as const;

@Controller()
export class SupervisionQueries {
  constructor(
    private readonly supervisions: SupervisionStore,
    private readonly items: ItemStore,
    private readonly letters: AdviceLetterStore,
    private readonly documents: Documents,
  ) {}

  @Handles(readSupervision)
  async read({ supervisionId }: In<typeof readSupervision>, viewer: Caller) {
    return viewOf(await this.supervisions.read(viewer, supervisionId));
  }

  @Handles(listSupervisions)
  async list({ cursor, limit, owed, ...where }: In<typeof listSupervisions>, viewer: Caller) {
    const also = whetherOwed(owed, viewer.today);
    const order = owed ? earliestDue : newest;
    const page = await this.supervisions.page(viewer, { where, also, ...order, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }

  @Handles(supervisionOrder)
  async order(input: In<typeof supervisionOrder>, viewer: Caller) {
    const supervision = await this.read(input, viewer);
    const { id, kind, organizationId } = supervision;
    refuseUnless(kind === 'order', 'supervision.no-order');
    const names = await namesFor(viewer, { organizations: [organizationId] });
    const about = await this.aboutOf(supervision, viewer);
    const file = await this.documents.write(
      forms.supervisionOrder,
      names.site,
      orderOf(supervision, about, names),
    );
    return { id, ...file };
  }

  private async aboutOf(
    { itemId, adviceLetterId }: Pick<Supervision, 'itemId' | 'adviceLetterId'>,
    viewer: Caller,
  ): Promise<string> {
    if (adviceLetterId !== null) return (await this.letters.shown(viewer, adviceLetterId)).subject;
    return itemId === null ? '' : this.findingOf(itemId, viewer);
  }

  /** As the feedback calls it; empty while nothing was fed back, such as where rectification was ordered on site. */
  private async findingOf(itemId: Id, viewer: Caller): Promise<string> {
    const { inspectionId, findingId } = await this.items.read(viewer, itemId);
    const { items } = await viewer.ask(listFeedback, { inspectionId });
    if (items.length === 0) return '';
    const { findings } = await viewer.ask(readFeedback, { feedbackId: items[0]!.id });
    return findings.find((finding) => finding.findingId === findingId)?.title ?? '';
  }
}

function viewOf({ issuedOn, ...supervision }: Versioned<Supervision>) {
  return { ...supervision, on: issuedOn };
}
