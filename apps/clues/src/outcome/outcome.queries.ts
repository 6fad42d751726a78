import { Controller } from '@nestjs/common';
import { listClueOutcomes, readClueOutcome, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Outcome } from './outcome.js';
import { OutcomeStore } from './outcome.store.js';

@Controller()
export class OutcomeQueries {
  constructor(private readonly outcomes: OutcomeStore) {}

  @Handles(readClueOutcome)
  async read({ outcomeId }: In<typeof readClueOutcome>, viewer: Caller) {
    const outcome = await this.outcomes.read(viewer, outcomeId);
    const { persons, recordedBy, withdrawal } = outcome;
    return { ...entryOf(outcome), persons: [...persons], recordedBy, withdrawal };
  }

  @Handles(listClueOutcomes)
  async list({ cursor, limit, ...where }: In<typeof listClueOutcomes>, viewer: Caller) {
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
  const { id, version, clueId, kind, form, amount, adjustsPost, state, happenedOn } = outcome;
  const persons = outcome.persons.length;
  return { id, version, clueId, kind, form, persons, amount, adjustsPost, state, on: happenedOn };
}
