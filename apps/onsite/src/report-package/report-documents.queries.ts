/** Two reports and one list as they are signed and handed in (NB17-10). */
import { Controller } from '@nestjs/common';
import { findingList, inspectionReport, leadershipEvaluation, type In } from '@xuncha/contracts';
import { dayInWords, Documents, forms } from '@xuncha/documents';
import type { Id } from '@xuncha/domain-kit';
import { Handles, namesFor, type Caller } from '@xuncha/service-kit';
import { FindingStore } from '../finding/finding.store.js';
import { InspectionStore } from '../inspection/inspection.store.js';
import { listOf } from './list.js';
import { viewOf } from './report-package.queries.js';
import { ReportPackageStore } from './report-package.store.js';

@Controller()
export class ReportDocumentQueries {
  constructor(
    private readonly reports: ReportPackageStore,
    private readonly inspections: InspectionStore,
    private readonly findings: FindingStore,
    private readonly documents: Documents,
  ) {}

  @Handles(inspectionReport)
  async report({ reportPackageId }: In<typeof inspectionReport>, viewer: Caller) {
    const { id, report, site, signed } = await this.writing(viewer, reportPackageId);
    const filling = { ...signed, 报告: report };
    return { id, ...(await this.documents.write(forms.inspectionReport, site, filling)) };
  }

  @Handles(leadershipEvaluation)
  async evaluation({ reportPackageId }: In<typeof leadershipEvaluation>, viewer: Caller) {
    const { id, evaluation, site, signed } = await this.writing(viewer, reportPackageId);
    const filling = { ...signed, 评价: evaluation };
    return { id, ...(await this.documents.write(forms.leadershipEvaluation, site, filling)) };
  }

  @Handles(findingList)
  async findingList({ reportPackageId }: In<typeof findingList>, viewer: Caller) {
    const report = viewOf(await this.reports.read(viewer, reportPackageId));
    viewer.demand('finding.read');
    const findings = await this.findings.inList(viewer, report.inspectionId);
    const names = await namesFor(viewer, { organizations: [report.organizationId] });
    const file = await this.documents.write(forms.findingList, names.site, listOf(report, findings, names));
    return { id: report.id, shown: findings.map(({ id }) => id), ...file };
  }

  private async writing(viewer: Caller, reportPackageId: Id) {
    const { id, inspectionId, organizationId, report, evaluation, submittedOn } = viewOf(
      await this.reports.read(viewer, reportPackageId),
    );
    viewer.demand('inspection.read');
    const { designation } = await this.inspections.read(viewer, inspectionId);
    const { site, organization } = await namesFor(viewer, { organizations: [organizationId] });
    const signed = {
      被巡察党组织: organization(organizationId),
      巡察组: designation,
      报送日期: dayInWords(submittedOn),
    };
    return { id, report, evaluation, site, signed };
  }
}
