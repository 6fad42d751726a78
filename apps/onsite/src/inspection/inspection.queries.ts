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
import { dayInWords, Documents, forms } from '@xuncha/documents';
import type { Id } from '@xuncha/domain-kit';
import { Handles, namesFor, Runtime, type Caller, type Versioned } from '@xuncha/service-kit';
import { accountsIn, lastDueOn, linesOf } from '../material/material-list.js';
import { MaterialStore } from '../material/material.store.js';
import type { Inspection } from './inspection.js';
import { InspectionStore } from './inspection.store.js';
import { noticeOf, visitOf } from './notice.js';

@Controller()
export class InspectionQueries {
  constructor(
    private readonly inspections: InspectionStore,
    private readonly materials: MaterialStore,
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
    const accounts = inspection.members.map(({ accountId }) => accountId);
    const { round, names } = await this.around(inspection, viewer, accounts);
    const filling = noticeOf(inspection, round, names);
    return {
      id: inspection.id,
      ...(await this.documents.write(forms.inspectionNotice, names.site, filling)),
    };
  }

  @Handles(publicNotice)
  async publicNotice(input: In<typeof publicNotice>, viewer: Caller) {
    const inspection = await this.read(input, viewer);
    const { round, names } = await this.around(inspection, viewer);
    const filling = { ...visitOf(inspection, round, names), 举报网址: this.runtime.config.reportUrl ?? '' };
    return { id: inspection.id, ...(await this.documents.write(forms.publicNotice, names.site, filling)) };
  }

  /** Without what was handed in for whoever may not read that. */
  @Handles(materialList)
  async materialList(input: In<typeof materialList>, viewer: Caller) {
    const inspection = await this.read(input, viewer);
    const materials = viewer.may('material.read') ? await this.materials.allOf(viewer, inspection.id) : [];
    const { round, names } = await this.around(inspection, viewer, accountsIn(materials));
    const { 进驻日期, ...visit } = visitOf(inspection, round, names);
    const dueOn = lastDueOn(materials);
    const filling = {
      ...visit,
      提供期限: dueOn ? dayInWords(dueOn) : 进驻日期,
      材料: linesOf(materials, names),
    };
    return { id: inspection.id, ...(await this.documents.write(forms.materialList, names.site, filling)) };
  }

  /** What its documents say beside it: its round, and names as their reader may know them. */
  private async around(
    { roundId, organizationId }: Inspection,
    viewer: Caller,
    accounts: readonly Id[] = [],
  ) {
    const round = await viewer.ask(readRound, { roundId });
    const names = await namesFor(viewer, { organizations: [organizationId], accounts });
    return { round, names };
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
