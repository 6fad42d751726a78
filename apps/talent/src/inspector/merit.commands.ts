/** What is written into a person's record as they learn, serve and rise (NB17-16, HZP-13, SP-6). */
import { Controller } from '@nestjs/common';
import {
  assessInspector,
  promoteInspector,
  recommendInspector,
  recordPost,
  recordTraining,
  type In,
} from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { ParticipationStore } from '../participation/participation.store.js';
import { InspectorStore } from './inspector.store.js';
import * as merit from './merit.js';

@Controller()
export class MeritCommands {
  constructor(
    private readonly inspectors: InspectorStore,
    private readonly participations: ParticipationStore,
  ) {}

  @Handles(recordTraining)
  async train({ inspectorId, seen, course, heldBy }: In<typeof recordTraining>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (inspector) =>
      merit.train(inspector, { course, heldBy, on: act.on }),
    );
  }

  @Handles(recordPost)
  async takePost({ inspectorId, seen, kind, post, until }: In<typeof recordPost>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (inspector) =>
      merit.takePost(inspector, { kind, post, from: act.on, to: until }),
    );
  }

  @Handles(assessInspector)
  async assess({ inspectorId, seen, roundId, grade }: In<typeof assessInspector>, act: Act) {
    const tookPart = await this.participations.tookPart(act, inspectorId, roundId);
    return this.inspectors.change(act, { id: inspectorId, seen }, (inspector) =>
      merit.assess(inspector, { roundId, grade, on: act.on }, tookPart),
    );
  }

  @Handles(promoteInspector)
  async promote({ inspectorId, seen, rank }: In<typeof promoteInspector>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (inspector) =>
      merit.promote(inspector, rank, act.on),
    );
  }

  @Handles(recommendInspector)
  async recommend({ inspectorId, seen, recommendedFor }: In<typeof recommendInspector>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (inspector) =>
      merit.recommend(inspector, { recommendedFor, on: act.on }),
    );
  }
}
