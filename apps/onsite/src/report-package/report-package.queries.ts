import { Controller } from '@nestjs/common';
import {
  countReportPackages,
  listReportPackages,
  readReportPackage,
  listReportLooks,
  type In,
} from '@xuncha/contracts';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import type { ReportPackage } from './report-package.js';
import { ReportPackageStore } from './report-package.store.js';

@Controller()
export class ReportPackageQueries {
  constructor(
    private readonly reports: ReportPackageStore,
    private readonly looks: Looks,
  ) {}

  @Handles(readReportPackage)
  async read({ reportPackageId }: In<typeof readReportPackage>, viewer: Caller) {
    return viewOf(await this.reports.read(viewer, reportPackageId));
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

export function viewOf(found: Versioned<ReportPackage>) {
  const { report, evaluation, files, opinion } = found;
  return { ...entryOf(found), report, evaluation, files: [...files], opinion };
}

/** Without what the report says: that is restricted. */
function entryOf(found: Versioned<ReportPackage>) {
  const { teamId: _team, report: _report, evaluation: _evaluation, files: _files, ...rest } = found;
  const { opinion: _opinion, ...entry } = rest;
  return entry;
}
