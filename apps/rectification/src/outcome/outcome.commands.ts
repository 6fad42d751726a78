import { Controller } from '@nestjs/common';
import { recordOutcome, withdrawOutcome, type In } from '@xuncha/contracts';
import { newId, pseudonym } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { ItemStore } from '../item/item.store.js';
import * as domain from './outcome.js';
import { OutcomeStore } from './outcome.store.js';

@Controller()
export class OutcomeCommands {
  constructor(
    private readonly outcomes: OutcomeStore,
    private readonly items: ItemStore,
  ) {}

  @Handles(recordOutcome)
  async record(input: In<typeof recordOutcome>, act: Act) {
    const { itemId, kind, title, amount = null, instalment = null, persons = [] } = input;
    const item = await this.items.hold(act, itemId);
    const earlier = await this.outcomes.find(act, { where: { itemId, state: 'recorded' } });
    const told = { kind, title, amount, instalment, persons: heldAccountable(act, persons) };
    const done = { by: act.person, on: act.on };
    return this.outcomes.add(act, domain.record(newId(), item, told, earlier, done));
  }

  @Handles(withdrawOutcome)
  async withdraw({ outcomeId, seen, reason }: In<typeof withdrawOutcome>, act: Act) {
    return this.outcomes.change(act, { id: outcomeId, seen }, (outcome) =>
      domain.withdraw(outcome, reason, act.person, act.on),
    );
  }
}

/** The same person is the same pseudonym in every outcome of the site (rules.md 17). */
function heldAccountable({ runtime, site }: Act, persons: readonly string[]): domain.HeldAccountable[] {
  const key = runtime.vault.pseudonymKey(site);
  return persons.map((reference) => ({ reference, pseudonym: pseudonym(key, reference) }));
}
