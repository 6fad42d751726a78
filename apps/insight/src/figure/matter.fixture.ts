/** One clue of a ground's inspection, as onsite and the clues service would announce it, and what comes of it. */
import {
  clueConcluded,
  clueMerged,
  clueOpened,
  clueOutcomeRecorded,
  clueOutcomeWithdrawn,
  clueRaised,
  transferDelivered,
  transferReceived,
  type ClueOutcomeKind,
  type Fact,
} from '@xuncha/contracts';
import { newId, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { on, type Ground } from './ground.fixture.js';

export const [first, second, third] = ['A', 'B', 'C'].map((letter) => letter.repeat(16)) as [
  string,
  string,
  string,
];

export class Matter {
  readonly clueId = newId();
  readonly transferId = newId();
  constructor(private readonly ground: Ground) {}

  raised = () => {
    const { team: teamId, place } = this.ground;
    const how = { nature: 'breach' as const, urgent: false, profile: 'national-2017' };
    const from = { number: '线索1号', findingId: null, petitionId: null };
    return this.tell(
      'onsite',
      this.clueId,
      clueRaised({ clueId: this.clueId, ...place, teamId, ...from, ...how, on }),
    );
  };
  opened = (movedFrom: { site: string; clueId: Id } | null = null) =>
    this.tell('clues', this.clueId, clueOpened({ clueId: this.clueId, number: '线索1号', movedFrom, on }));
  mergedInto = (other: Matter) =>
    this.tell('clues', this.clueId, clueMerged({ clueId: this.clueId, intoId: other.clueId, on }));
  concluded = () => this.tell('clues', this.clueId, clueConcluded({ clueId: this.clueId, on }));
  delivered = () => this.tell('clues', this.transferId, transferDelivered(this.transfer()));
  received = () => this.tell('clues', this.transferId, transferReceived(this.transfer()));

  outcome(kind: ClueOutcomeKind, persons: string[], day: BusinessDate = on) {
    const outcomeId = newId();
    const which = { outcomeId, clueId: this.clueId };
    const body = { ...which, kind, form: null, persons, amount: null, adjustsPost: false, on: day };
    return {
      id: outcomeId,
      recorded: () => this.tell('clues', outcomeId, clueOutcomeRecorded(body)),
      withdrawn: () => this.tell('clues', outcomeId, clueOutcomeWithdrawn(which)),
    };
  }

  private transfer() {
    return { transferId: this.transferId, organId: newId(), clueIds: [this.clueId], on };
  }
  private tell(by: 'onsite' | 'clues', id: Id, fact: Fact) {
    const { site, neighbours } = this.ground;
    return neighbours[by].publish({ site, id, on }, fact);
  }
}
