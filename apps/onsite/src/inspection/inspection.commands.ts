import { Controller } from '@nestjs/common';
import {
  archiveInspection,
  enterSite,
  extendInspection,
  leaveSite,
  startDrafting,
  startInvestigating,
  type In,
} from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { ClueStore } from '../clue/clue.store.js';
import { FindingStore } from '../finding/finding.store.js';
import { PetitionStore } from '../petition/petition.store.js';
import * as inspection from './inspection.js';
import { InspectionStore } from './inspection.store.js';

@Controller()
export class InspectionCommands {
  constructor(
    private readonly inspections: InspectionStore,
    private readonly petitions: PetitionStore,
    private readonly findings: FindingStore,
    private readonly clues: ClueStore,
  ) {}

  @Handles(enterSite)
  async enter({ inspectionId, seen }: In<typeof enterSite>, act: Act) {
    return this.inspections.change(act, { id: inspectionId, seen }, (before) =>
      inspection.enter(before, act.on),
    );
  }

  @Handles(startInvestigating)
  async investigate({ inspectionId, seen }: In<typeof startInvestigating>, act: Act) {
    return this.inspections.change(act, { id: inspectionId, seen }, (before) =>
      inspection.investigate(before, act.on),
    );
  }

  @Handles(extendInspection)
  async extend({ inspectionId, seen, ...asked }: In<typeof extendInspection>, act: Act) {
    const { until = null, toOrganizationId = null, reason } = asked;
    return this.inspections.change(act, { id: inspectionId, seen }, (before) =>
      inspection.extend(before, { on: act.on, until, toOrganizationId, reason }),
    );
  }

  @Handles(leaveSite)
  async leave({ inspectionId, seen }: In<typeof leaveSite>, act: Act) {
    const matters = await this.petitions.justifiedAndOpen(act, inspectionId);
    return this.inspections.change(act, { id: inspectionId, seen }, (before) =>
      inspection.leave(before, matters, act.on),
    );
  }

  @Handles(startDrafting)
  async draft({ inspectionId, seen }: In<typeof startDrafting>, act: Act) {
    return this.inspections.change(act, { id: inspectionId, seen }, (before) =>
      inspection.draft(before, act.on),
    );
  }

  @Handles(archiveInspection)
  async archive({ inspectionId, seen }: In<typeof archiveInspection>, act: Act) {
    const unended = {
      petitions: await this.petitions.countOpen(act, inspectionId),
      findings: await this.findings.countUnended(act, inspectionId),
      clues: await this.clues.countRaised(act, inspectionId),
    };
    return this.inspections.change(act, { id: inspectionId, seen }, (before) =>
      inspection.archive(before, unended, act.on),
    );
  }
}
