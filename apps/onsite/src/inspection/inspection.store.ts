import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Inspection } from './inspection.js';
import { InspectionRow } from './inspection.row.js';

@Injectable()
export class InspectionStore extends Store<Inspection, InspectionRow> {
  constructor() {
    super({
      aggregate: 'onsite.inspection',
      row: InspectionRow,
      organization: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }
}
