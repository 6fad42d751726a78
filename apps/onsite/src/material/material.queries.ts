import { Controller } from '@nestjs/common';
import { countMaterials, listMaterials, readMaterial, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Material } from './material.js';
import { MaterialStore } from './material.store.js';

@Controller()
export class MaterialQueries {
  constructor(private readonly materials: MaterialStore) {}

  @Handles(readMaterial)
  async read({ materialId }: In<typeof readMaterial>, viewer: Caller) {
    const material = await this.materials.read(viewer, materialId);
    const { askedBy, supply, returned, receipt, givenBack, waiver } = material;
    return { ...entryOf(material), askedBy, supply, returned, receipt, givenBack, waiver };
  }

  @Handles(listMaterials)
  async list({ cursor, limit, ...where }: In<typeof listMaterials>, viewer: Caller) {
    // Of one inspection as a list is written, of all the latest first.
    const descending = where.inspectionId === undefined;
    const page = await this.materials.page(viewer, { where, descending, cursor, limit });
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countMaterials)
  async count(where: In<typeof countMaterials>, viewer: Caller) {
    return this.materials.counts(viewer, countMaterials, { where });
  }
}

function entryOf(material: Versioned<Material>) {
  const { id, version, inspectionId, assignmentId, roundId, organizationId } = material;
  const { title, state, dueOn, askedOn, receipt } = material;
  // What was returned is owed as if nothing had been handed in.
  const supply = state === 'asked' ? null : material.supply;
  return {
    id,
    version,
    inspectionId,
    assignmentId,
    roundId,
    organizationId,
    title,
    state,
    dueOn,
    askedOn,
    suppliedOn: supply?.on ?? null,
    copies: supply?.copies ?? null,
    receivedOn: receipt?.on ?? null,
  };
}
