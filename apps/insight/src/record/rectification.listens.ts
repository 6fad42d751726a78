import { Controller } from '@nestjs/common';
import {
  itemClosed,
  itemLongTerm,
  itemOpened,
  itemReopened,
  outcomeRecorded,
  outcomeWithdrawn,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { known } from './record.js';
import { Records } from './records.js';

@Controller()
export class RectificationListens {
  constructor(private readonly records: Records) {}

  @Listens(itemOpened)
  async whenItemOpened_noteIt({ body }: Envelope<BodyOf<typeof itemOpened>>, act: Act) {
    const { itemId, findingId, roundId, organizationId, on } = body;
    await this.records.put(act, itemId, () => ({
      id: itemId,
      kind: 'rectification.item',
      organizationId,
      roundId,
      parentId: findingId,
      state: 'open',
      on,
      traits: {},
    }));
  }

  @Listens(itemClosed)
  async whenItemClosed_countItsFinding({ body }: Envelope<BodyOf<typeof itemClosed>>, act: Act) {
    await this.records.put(act, body.itemId, (before) => ({
      ...known(before),
      state: 'closed',
      on: body.on,
    }));
  }

  @Listens(itemReopened)
  async whenItemReopened_countItsFindingNoMore({ body }: Envelope<BodyOf<typeof itemReopened>>, act: Act) {
    await this.records.put(act, body.itemId, (before) => ({ ...known(before), state: 'open', on: body.on }));
  }

  @Listens(itemLongTerm)
  async whenItemLongTerm_countItsFindingNoMore({ body }: Envelope<BodyOf<typeof itemLongTerm>>, act: Act) {
    await this.records.put(act, body.itemId, (before) => ({
      ...known(before),
      state: 'longTerm',
      on: body.on,
    }));
  }

  @Listens(outcomeRecorded)
  async whenOutcomeRecorded_countIt({ body }: Envelope<BodyOf<typeof outcomeRecorded>>, act: Act) {
    const { outcomeId, findingId, roundId, organizationId, kind, amount, persons, on } = body;
    await this.records.put(act, outcomeId, () => ({
      id: outcomeId,
      kind: 'rectification.outcome',
      organizationId,
      roundId,
      parentId: findingId,
      state: 'recorded',
      on,
      traits: { outcomeKind: kind, amount, persons },
    }));
  }

  @Listens(outcomeWithdrawn)
  async whenOutcomeWithdrawn_countItNoMore({ body }: Envelope<BodyOf<typeof outcomeWithdrawn>>, act: Act) {
    await this.records.put(act, body.outcomeId, (before) => ({ ...known(before), state: 'withdrawn' }));
  }
}
