import { Controller } from '@nestjs/common';
import {
  countReportPackages,
  findingList,
  listReportPackages,
  readReportPackage,
  listReportLooks,
  type In,
} from '@xuncha/contracts';
import { forms, Documents } from '@xuncha/documents';
import { Handles, Looks, namesFor, type Caller, type Versioned } from '@xuncha/service-kit';
import { FindingStore } from '../finding/finding.store.js';
import { listOf } from './list.js';
import type { ReportPackage } from './report-package.js';
import { ReportPackageStore } from './report-package.store.js';

@Controller()
export class ReportPackageQueries {
  constructor(
    private readonly reports: ReportPackageStore,
    private readonly findings: FindingStore,
    private readonly looks: Looks,
    private readonly documents: Documents,
  ) {}

  @Handles(readReportPackage)
  async read({ reportPackageId }: In<typeof readReportPackage>, viewer: Caller) {
    const found = await this.reports.read(viewer, reportPackageId);
    const { report, evaluation, files, opinion } = found;
    return { ...entryOf(found), report, evaluation, files: [...files], opinion };
  }

  @Handles(findingList)
  async findingList(input: In<typeof findingList>, viewer: Caller) {
    const report = await this.read(input, viewer);
    viewer.demand('finding.read');
    const findings = await this.findings.inList(viewer, report.inspectionId);
    const names = await namesFor(viewer, { organizations: [report.organizationId] });
    const file = await this.documents.write(forms.findingList, names.site, listOf(report, findings, names));
    return { id: report.id, shown: findings.map(({ id }) => id), ...file };
  }

  @Handles(listReportPackages)
  async list({ cursor, limit, ...where }: In<typeof listReportPackages>, viewer: Caller) {
    const page = await this.reports.page(viewer, { where, cursor, limit });
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countReportPackages)
  async count(where: In<typeof countReportPackages>, viewer: Caller) {
    return this.reports.counts(viewer, countReportPackages, { where });
  }

  @Handles(listReportLooks)
  async listLooks({ reportPackageId, ...page }: In<typeof listReportLooks>, viewer: Caller) {
    await this.reports.read(viewer, reportPackageId);
    return this.looks.at(viewer, [reportPackageId], page);
  }
}

/** Without what the report says: that is restricted. */
function entryOf(found: Versioned<ReportPackage>) {
  const { teamId: _team, report: _report, evaluation: _evaluation, files: _files, ...rest } = found;
  const { opinion: _opinion, ...entry } = rest;
  return entry;
}
