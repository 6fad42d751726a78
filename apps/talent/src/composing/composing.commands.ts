import { Controller } from '@nestjs/common';
import {
  priceTeams,
  proposeComposition,
  startComposition,
  stopComposition,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { refuseSenseless } from '../composition/composition.js';
import { price } from '../composition/price.js';
import { breachInWords } from '../composition/words.js';
import { idsOf, Proposals } from '../team/proposals.js';
import { Candidates } from './candidates.js';
import * as domain from './composing.js';
import { ComposingStore } from './composing.store.js';

@Controller()
export class ComposingCommands {
  constructor(
    private readonly composings: ComposingStore,
    private readonly candidates: Candidates,
    private readonly proposals: Proposals,
  ) {}

  @Handles(startComposition)
  async start({ roundId, needs }: In<typeof startComposition>, act: Act) {
    act.demand('composition.run');
    const ground = await this.candidates.ground(act, { roundId, needs }, new Set());
    refuseSenseless(ground.needs, ground.pool);
    const asked = { roundId, needs, startedBy: act.person, startedOn: act.on };
    return this.composings.add(act, domain.start(newId(), asked));
  }

  @Handles(stopComposition)
  async stop({ compositionId, seen }: In<typeof stopComposition>, act: Act) {
    return this.composings.change(act, { id: compositionId, seen }, domain.stop);
  }

  /** What was found is checked like any proposal: somebody may have been taken or recused since. */
  @Handles(proposeComposition)
  async propose({ compositionId, seen }: In<typeof proposeComposition>, act: Act) {
    const receipt = await this.composings.change(act, { id: compositionId, seen }, domain.propose);
    const composing = await this.composings.read(act, compositionId);
    for (const { designation, members } of domain.teamsOf(composing)) {
      await this.proposals.propose(act, { roundId: composing.roundId, designation, members });
    }
    return receipt;
  }

  @Handles(priceTeams)
  async price({ compositionId, teams }: In<typeof priceTeams>, act: Act) {
    const composing = await this.composings.read(act, compositionId);
    act.on = composing.startedOn;
    const named = new Set(teams.flatMap(({ members }) => idsOf(members)));
    const { needs, pool } = await this.candidates.ground(act, composing, named);
    const { breaches, teams: each, ...priced } = price(needs, pool, teams);
    const best = composing.result && 'points' in composing.result ? composing.result.points : undefined;
    return {
      ...priced,
      teams: [...each],
      dearer: best === undefined ? null : priced.points - best,
      breaches: breaches.map((breach) => ({
        condition: breachInWords(breach),
        inspectorIds: [...breach.inspectorIds],
      })),
    };
  }
}
