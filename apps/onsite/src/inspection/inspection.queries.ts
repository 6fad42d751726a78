import { Controller } from '@nestjs/common';
import { countInspections, listInspections, readInspection, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Inspection } from './inspection.js';
import { InspectionStore } from './inspection.store.js';

@Controller()
export class InspectionQueries {
  constructor(private readonly inspections: InspectionStore) {}

  @Handles(readInspection)
  async read({ inspectionId }: In<typeof readInspection>, viewer: Caller) {
    return viewOf(await this.inspections.read(viewer, inspectionId));
  }

  @Handles(listInspections)
  async list({ cursor, limit, ...where }: In<typeof listInspections>, viewer: Caller) {
    const page = await this.inspections.page(viewer, { where, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }

  @Handles(countInspections)
  async count(where: In<typeof countInspections>, viewer: Caller) {
    return this.inspections.counts(viewer, countInspections, { where });
  }
}

function viewOf(inspection: Versioned<Inspection>) {
  return { ...inspection, members: [...inspection.members], extensions: [...inspection.extensions] };
}
