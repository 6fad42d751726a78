import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { ReportPackage } from './report-package.js';
import { ReportPackageRow } from './report-package.row.js';

@Injectable()
export class ReportPackageStore extends Store<ReportPackage, ReportPackageRow> {
  constructor() {
    super({
      aggregate: 'onsite.reportPackage',
      row: ReportPackageRow,
      organization: 'organizationId',
      team: 'teamId',
      // The id follows from the inspection: it has one report.
      unique: { PRIMARY: ['report.exists', 'inspectionId'] },
      ...sameColumns(),
    });
  }
}
