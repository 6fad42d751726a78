import { Controller } from '@nestjs/common';
import { rectificationOrdered, type BodyOf } from '@xuncha/contracts';
import { idFrom } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { FindingMeeting } from '../finding/meeting.js';
import { order } from './item.js';
import { ItemStore } from './item.store.js';

@Controller()
export class ItemListens {
  constructor(
    private readonly items: ItemStore,
    private readonly meeting: FindingMeeting,
  ) {}

  @Listens(rectificationOrdered)
  async whenRectificationOrdered_openItem({ body }: Envelope<BodyOf<typeof rectificationOrdered>>, act: Act) {
    const id = idFrom(body.findingId, 'immediate item');
    const caseId = await this.meeting.bringItem(act, id, body.findingId);
    await this.items.add(act, order(id, body, caseId));
  }
}
