import { Controller } from '@nestjs/common';
import { concludeClue, disposeOfClue, mergeClue, moveClueUp, screenClue, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { OutcomeStore } from '../outcome/outcome.store.js';
import { RoutingStore } from '../routing/routing.store.js';
import * as clue from './clue.js';
import { ClueStore, openContents, sealContents } from './clue.store.js';
import { subjectsOf, withPersons } from './content.js';
import { moveUp } from './moved-up.js';

@Controller()
export class ClueCommands {
  constructor(
    private readonly clues: ClueStore,
    private readonly routings: RoutingStore,
    private readonly outcomes: OutcomeStore,
  ) {}

  @Handles(screenClue)
  async screen({ clueId, seen, nature, persons }: In<typeof screenClue>, act: Act) {
    const routing = await this.routings.current(act);
    const pseudonyms = act.runtime.vault.pseudonymKey(act.site);
    const key = await this.clues.keyFor(act, clueId);
    return this.clues.change(act, { id: clueId, seen }, (before) => {
      const contents = withPersons(openContents(key, before), persons);
      const screening = {
        nature,
        authorities: persons.map(({ authority }) => authority),
        content: sealContents(key, contents),
        subjects: subjectsOf(pseudonyms, contents),
      };
      return clue.screen(before, screening, routing, act.on);
    });
  }

  /** The clue that absorbs stays locked until the other one is saved, so that it cannot end meanwhile. */
  @Handles(mergeClue)
  async merge({ clueId, seen, intoId }: In<typeof mergeClue>, act: Act) {
    const merged = await this.clues.read(act, clueId);
    await this.clues.change(act, { id: intoId }, (into) => clue.absorb(into, merged, act.on));
    const into = await this.clues.read(act, intoId);
    return this.clues.change(act, { id: clueId, seen }, (before) =>
      clue.merge(before, into, { by: act.person, on: act.on }),
    );
  }

  @Handles(moveClueUp)
  async moveUp({ clueId, seen }: In<typeof moveClueUp>, act: Act) {
    const routing = await this.routings.current(act);
    return this.clues.change(act, { id: clueId, seen }, (before) =>
      moveUp(before, routing, { by: act.person, on: act.on }),
    );
  }

  @Handles(disposeOfClue)
  async dispose({ clueId, seen, disposition, ...input }: In<typeof disposeOfClue>, act: Act) {
    const { until = null } = input;
    return this.clues.change(act, { id: clueId, seen }, (before) =>
      clue.dispose(before, { disposition, until, on: act.on }),
    );
  }

  @Handles(concludeClue)
  async conclude({ clueId, seen }: In<typeof concludeClue>, act: Act) {
    const outcomes = await this.outcomes.countStanding(act, clueId);
    return this.clues.change(act, { id: clueId, seen }, (before) =>
      clue.conclude(before, outcomes, { by: act.person, on: act.on }),
    );
  }
}
