import { Controller } from '@nestjs/common';
import {
  confirmFinding,
  describeFinding,
  dropFinding,
  mergeFinding,
  orderRectification,
  reclassifyFinding,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { InspectionStore } from '../inspection/inspection.store.js';
import { officer } from '../inspection/officer.js';
import { TaxonomyStore } from '../taxonomy/taxonomy.store.js';
import { WorkingPaperStore } from '../working-paper/working-paper.store.js';
import * as finding from './finding.js';
import { FindingStore } from './finding.store.js';

@Controller()
export class FindingCommands {
  constructor(
    private readonly findings: FindingStore,
    private readonly inspections: InspectionStore,
    private readonly papers: WorkingPaperStore,
    private readonly taxonomies: TaxonomyStore,
  ) {}

  @Handles(confirmFinding)
  async confirm({ inspectionId, paperIds, ...input }: In<typeof confirmFinding>, act: Act) {
    const inspection = await this.inspections.read(act, inspectionId);
    const papers = await this.papers.all(act, paperIds);
    await this.taxonomies.refuseUnknown(act, input.classes);
    const { title, description, clause, classes, amountInvolved = null, fiveSee = {} } = input;
    const { immediateDueOn = null } = input;
    const statement = { title, description, clause, classes, amountInvolved, fiveSee };
    const by = { by: officer(act, inspection), on: act.on };
    return this.findings.add(
      act,
      finding.confirm(newId(), { inspection, papers }, statement, immediateDueOn, by),
    );
  }

  @Handles(describeFinding)
  async describe({ findingId, seen, fiveSee }: In<typeof describeFinding>, act: Act) {
    return this.findings.change(act, { id: findingId, seen }, (before) => finding.describe(before, fiveSee));
  }

  @Handles(reclassifyFinding)
  async reclassify({ findingId, seen, classes, ...input }: In<typeof reclassifyFinding>, act: Act) {
    const { amountInvolved = null } = input;
    await this.taxonomies.refuseUnknown(act, classes);
    return this.findings.change(act, { id: findingId, seen }, (before) =>
      finding.reclassify(before, { classes, amountInvolved }),
    );
  }

  @Handles(orderRectification)
  async order({ findingId, seen, dueOn }: In<typeof orderRectification>, act: Act) {
    const { inspectionId } = await this.findings.read(act, findingId);
    const inspection = await this.inspections.read(act, inspectionId);
    return this.findings.change(act, { id: findingId, seen }, (before) =>
      finding.order(before, inspection, dueOn, act.on),
    );
  }

  /** The finding that absorbs stays locked until the other one is saved, so that it cannot end meanwhile. */
  @Handles(mergeFinding)
  async merge({ findingId, seen, intoId, reason }: In<typeof mergeFinding>, act: Act) {
    await this.findings.change(act, { id: intoId }, finding.absorb);
    const into = await this.findings.read(act, intoId);
    return this.findings.change(act, { id: findingId, seen }, (before) =>
      finding.merge(before, into, reason, { by: act.person, on: act.on }),
    );
  }

  @Handles(dropFinding)
  async drop({ findingId, seen, reason }: In<typeof dropFinding>, act: Act) {
    return this.findings.change(act, { id: findingId, seen }, (before) =>
      finding.drop(before, reason, { by: act.person, on: act.on }),
    );
  }
}
