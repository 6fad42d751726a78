import { Controller } from '@nestjs/common';
import {
  clueConcluded,
  clueMerged,
  clueOpened,
  clueOutcomeRecorded,
  clueOutcomeWithdrawn,
  clueRaised,
  transferDelivered,
  transferReceived,
  type BodyOf,
} from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { known, NOWHERE, type ClueTraits, type CountedRecord } from './record.js';
import { Records } from './records.js';

/** What onsite, the clue and its transfers say of one clue comes in any order. */
@Controller()
export class ClueListens {
  constructor(private readonly records: Records) {}

  @Listens(clueRaised)
  async whenClueRaised_countIt({ body }: Envelope<BodyOf<typeof clueRaised>>, act: Act) {
    const { clueId, organizationId, roundId, on } = body;
    await this.tell(act, clueId, (clue) => ({
      ...clue,
      organizationId,
      roundId,
      on,
      traits: { clue: { ...clue.traits.clue, raisedOn: on } },
    }));
  }

  @Listens(clueOpened)
  async whenClueOpened_noteWhetherACountyRaisedIt({ body }: Envelope<BodyOf<typeof clueOpened>>, act: Act) {
    await this.tellTraits(act, body.clueId, () => ({ isFromCounty: body.movedFrom !== null }));
  }

  @Listens(clueMerged)
  async whenClueMerged_countTheOther({ body }: Envelope<BodyOf<typeof clueMerged>>, act: Act) {
    await this.tellTraits(act, body.clueId, () => ({ isMerged: true }));
  }

  @Listens(clueConcluded)
  async whenClueConcluded_countIt({ body }: Envelope<BodyOf<typeof clueConcluded>>, act: Act) {
    await this.tellTraits(act, body.clueId, () => ({ concludedOn: body.on }));
  }

  @Listens(transferDelivered)
  async whenTransferDelivered_countItsClues({ body }: Envelope<BodyOf<typeof transferDelivered>>, act: Act) {
    for (const clueId of body.clueIds.toSorted())
      await this.tellTraits(act, clueId, (clue) => ({ deliveredOn: earlier(clue.deliveredOn, body.on) }));
  }

  @Listens(transferReceived)
  async whenTransferReceived_countItsClues({ body }: Envelope<BodyOf<typeof transferReceived>>, act: Act) {
    for (const clueId of body.clueIds.toSorted())
      await this.tellTraits(act, clueId, (clue) => ({ receivedOn: earlier(clue.receivedOn, body.on) }));
  }

  @Listens(clueOutcomeRecorded)
  async whenClueOutcomeRecorded_countItsPersons(
    { body }: Envelope<BodyOf<typeof clueOutcomeRecorded>>,
    act: Act,
  ) {
    const { outcomeId, clueId, kind, persons, adjustsPost, on } = body;
    await this.records.put(act, outcomeId, () => ({
      ...NOWHERE,
      id: outcomeId,
      parentId: clueId,
      kind: 'clues.outcome',
      state: 'recorded',
      on,
      traits: { outcomeKind: kind, persons, adjustsPost },
    }));
  }

  @Listens(clueOutcomeWithdrawn)
  async whenClueOutcomeWithdrawn_countItNoMore(
    { body }: Envelope<BodyOf<typeof clueOutcomeWithdrawn>>,
    act: Act,
  ) {
    await this.records.put(act, body.outcomeId, (before) => ({ ...known(before), state: 'withdrawn' }));
  }

  private async tellTraits(act: Act, id: Id, told: (clue: ClueTraits) => ClueTraits): Promise<void> {
    await this.tell(act, id, (record) => {
      const clue = record.traits.clue ?? {};
      return { ...record, traits: { clue: { ...clue, ...told(clue) } } };
    });
  }

  private async tell(act: Act, id: Id, change: (clue: CountedRecord) => CountedRecord): Promise<void> {
    await this.records.hold(act, id);
    await this.records.put(act, id, (before) =>
      change(before ?? { ...NOWHERE, id, kind: 'clues.clue', state: 'told', on: act.on, traits: {} }),
    );
  }
}

const earlier = (first: BusinessDate | undefined, on: BusinessDate) => (first && first < on ? first : on);
