import { Controller } from '@nestjs/common';
import { recordClueOutcome, withdrawClueOutcome, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { ClueStore } from '../clue/clue.store.js';
import { subjectOf } from '../clue/content.js';
import * as outcome from './outcome.js';
import { OutcomeStore } from './outcome.store.js';

@Controller()
export class OutcomeCommands {
  constructor(
    private readonly outcomes: OutcomeStore,
    private readonly clues: ClueStore,
  ) {}

  @Handles(recordClueOutcome)
  async record({ clueId, kind, persons = [], ...input }: In<typeof recordClueOutcome>, act: Act) {
    const { form = null, amount = null, adjustsPost = false } = input;
    const clue = await this.clues.read(act, clueId);
    const key = act.runtime.vault.pseudonymKey(act.site);
    const subjects = persons.map((person) => subjectOf(key, person));
    const told = { kind, form, persons: subjects, amount, adjustsPost };
    return this.outcomes.add(act, outcome.record(newId(), clue, told, { by: act.person, on: act.on }));
  }

  @Handles(withdrawClueOutcome)
  async withdraw({ outcomeId, seen, reason }: In<typeof withdrawClueOutcome>, act: Act) {
    return this.outcomes.change(act, { id: outcomeId, seen }, (before) =>
      outcome.withdraw(before, reason, { by: act.person, on: act.on }),
    );
  }
}
