import { Controller } from '@nestjs/common';
import {
  countInspections,
  inspectionNames,
  inspectionNotice,
  listInspections,
  materialList,
  publicNotice,
  readInspection,
  readRound,
  type In,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { Handles, namesFor, Runtime, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Inspection } from './inspection.js';
import { InspectionStore } from './inspection.store.js';
import { noticeOf, visitOf } from './notice.js';

@Controller()
export class InspectionQueries {
  constructor(
    private readonly inspections: InspectionStore,
    private readonly documents: Documents,
    private readonly runtime: Runtime,
  ) {}

  @Handles(readInspection)
  async read({ inspectionId }: In<typeof readInspection>, viewer: Caller) {
    return viewOf(await this.inspections.read(viewer, inspectionId));
  }

  @Handles(inspectionNotice)
  async notice(input: In<typeof inspectionNotice>, viewer: Caller) {
    const inspection = await this.read(input, viewer);
    const { id, roundId, organizationId, members } = inspection;
    const round = await viewer.ask(readRound, { roundId });
    const accounts = members.map(({ accountId }) => accountId);
    const names = await namesFor(viewer, { organizations: [organizationId], accounts });
    const filling = noticeOf(inspection, round, names);
    return { id, ...(await this.documents.write(forms.inspectionNotice, names.site, filling)) };
  }

  @Handles(publicNotice)
  async publicNotice(input: In<typeof publicNotice>, viewer: Caller) {
    const { id, site, visit } = await this.visit(input, viewer);
    const filling = { ...visit, 举报网址: this.runtime.config.reportUrl ?? '' };
    return { id, ...(await this.documents.write(forms.publicNotice, site, filling)) };
  }

  @Handles(materialList)
  async materialList(input: In<typeof materialList>, viewer: Caller) {
    const { id, site, visit } = await this.visit(input, viewer);
    return { id, ...(await this.documents.write(forms.materialList, site, visit)) };
  }

  private async visit(input: In<typeof readInspection>, viewer: Caller) {
    const inspection = await this.read(input, viewer);
    const { id, roundId, organizationId } = inspection;
    const round = await viewer.ask(readRound, { roundId });
    const names = await namesFor(viewer, { organizations: [organizationId] });
    return { id, site: names.site, visit: visitOf(inspection, round, names) };
  }

  @Handles(inspectionNames)
  async names({ ids }: In<typeof inspectionNames>, viewer: Caller) {
    const { items } = await this.inspections.page(viewer, { where: { id: ids }, limit: ids.length });
    return {
      items: items.map(({ id, organizationId, designation }) => ({ id, organizationId, designation })),
    };
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
