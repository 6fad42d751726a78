import { Controller } from '@nestjs/common';
import { listOutcomes, readOutcome, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import { pickPlace } from '../place/place.js';
import type { Outcome } from './outcome.js';
import { OutcomeStore } from './outcome.store.js';

@Controller()
export class OutcomeQueries {
  constructor(private readonly outcomes: OutcomeStore) {}

  @Handles(readOutcome)
  async read({ outcomeId }: In<typeof readOutcome>, viewer: Caller) {
    const outcome = await this.outcomes.read(viewer, outcomeId);
    const { persons, recordedBy, withdrawal } = outcome;
    return { ...entryOf(outcome), persons, recordedBy, withdrawal };
  }

  @Handles(listOutcomes)
  async list({ cursor, limit, ...where }: In<typeof listOutcomes>, viewer: Caller) {
    const page = await this.outcomes.page(viewer, {
      where,
      orderBy: 'happenedOn',
      descending: true,
      cursor,
      limit,
    });
    return { items: page.items.map(entryOf), next: page.next };
  }
}

function entryOf(outcome: Versioned<Outcome>) {
  const { id, version, caseId, itemId, findingId, kind, title, state, amount, instalment } = outcome;
  const from = { ...pickPlace(outcome), caseId, itemId, findingId };
  return { id, version, ...from, kind, title, state, on: outcome.happenedOn, amount, instalment };
}
