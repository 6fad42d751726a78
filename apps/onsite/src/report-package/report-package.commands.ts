import { Controller } from '@nestjs/common';
import {
  decideReportPackage,
  hearReportPackage,
  resubmitReportPackage,
  returnReportPackage,
  reviewReportPackage,
  submitReportPackage,
  type FiveSee,
  type In,
} from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as finding from '../finding/finding.js';
import { FindingStore } from '../finding/finding.store.js';
import { startFeedbackDeadline } from '../inspection/feedback-deadline.js';
import * as inspection from '../inspection/inspection.js';
import { InspectionStore } from '../inspection/inspection.store.js';
import { Hearings } from './hearings.js';
import * as reportPackage from './report-package.js';
import { ReportPackageStore } from './report-package.store.js';

type Written = In<typeof submitReportPackage> | In<typeof resubmitReportPackage>;

@Controller()
export class ReportPackageCommands {
  constructor(
    private readonly reports: ReportPackageStore,
    private readonly inspections: InspectionStore,
    private readonly findings: FindingStore,
    private readonly hearings: Hearings,
  ) {}

  @Handles(submitReportPackage)
  async submit(input: In<typeof submitReportPackage>, act: Act) {
    const visited = await this.inspections.read(act, input.inspectionId);
    const { given, findings } = await this.listed(act, visited.id, input);
    const done = { by: act.person, on: act.on };
    const receipt = await this.reports.add(
      act,
      reportPackage.submit(visited, findings, writingOf(input), done),
    );
    await this.findings.report(act, findings, given);
    return receipt;
  }

  @Handles(resubmitReportPackage)
  async resubmit({ reportPackageId: id, seen, ...input }: In<typeof resubmitReportPackage>, act: Act) {
    const { inspectionId } = await this.reports.read(act, id);
    const { given, findings } = await this.listed(act, inspectionId, input);
    const done = { by: act.person, on: act.on };
    const receipt = await this.reports.change(act, { id, seen }, (before) =>
      reportPackage.resubmit(before, findings, writingOf(input), done),
    );
    await this.findings.report(act, findings, given);
    return receipt;
  }

  @Handles(reviewReportPackage)
  async review({ reportPackageId: id, seen, ...said }: In<typeof reviewReportPackage>, act: Act) {
    const { opinion = null } = said;
    const { inspectionId } = await this.reports.read(act, id);
    const findings = await this.findings.standing(act, inspectionId);
    return this.reports.change(act, { id, seen }, (before) =>
      reportPackage.review(before, findings, opinion, act.on),
    );
  }

  @Handles(returnReportPackage)
  async sendBack({ reportPackageId: id, seen, opinion }: In<typeof returnReportPackage>, act: Act) {
    return this.reports.change(act, { id, seen }, (before) =>
      reportPackage.sendBack(before, opinion, act.on),
    );
  }

  @Handles(hearReportPackage)
  async hear({ reportPackageId: id, seen, hearingId }: In<typeof hearReportPackage>, act: Act) {
    const { inspectionId } = await this.reports.read(act, id);
    const hearing = await this.hearings.read(act, hearingId);
    act.on = hearing.heldOn;
    const findings = await this.findings.standing(act, inspectionId);
    const receipt = await this.reports.change(act, { id, seen }, (before) =>
      reportPackage.hear(before, findings, hearing),
    );
    await this.inspections.change(act, { id: inspectionId }, (before) => inspection.hear(before, act.on));
    return receipt;
  }

  @Handles(decideReportPackage)
  async decide({ reportPackageId: id, seen, decisions }: In<typeof decideReportPackage>, act: Act) {
    const { inspectionId } = await this.reports.read(act, id);
    const listed = (await this.findings.inStates(act, inspectionId, 'reported')).map((found) => found.id);
    const decided = decisions.map(({ findingId }) => findingId);
    const receipt = await this.reports.change(act, { id, seen }, (before) =>
      reportPackage.decide(before, { listed, decided }, act.on),
    );
    for (const { findingId, disposals, decision = null } of decisions) {
      await this.findings.change(act, { id: findingId }, (before) =>
        finding.decide(before, { disposals, decision }, act.on),
      );
    }
    await this.inspections.change(act, { id: inspectionId }, (before) => inspection.decide(before, act.on));
    await startFeedbackDeadline(act, await this.inspections.read(act, inspectionId), act.on);
    return receipt;
  }

  private async listed(act: Act, inspectionId: Id, { findings: said = [] }: Pick<Written, 'findings'>) {
    const given = new Map<Id, FiveSee>(said.map(({ findingId, fiveSee }) => [findingId, fiveSee]));
    const standing = await this.findings.standing(act, inspectionId);
    return { given, findings: reportPackage.listed(standing, given) };
  }
}

function writingOf({ report, evaluation, files = [] }: Pick<Written, 'report' | 'evaluation' | 'files'>) {
  return { report, evaluation, files };
}
