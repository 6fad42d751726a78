import { Controller } from '@nestjs/common';
import {
  askMaterials,
  giveBackMaterial,
  receiveMaterial,
  returnMaterial,
  supplyMaterial,
  waiveMaterial,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { InspectionStore } from '../inspection/inspection.store.js';
import * as domain from './material.js';
import { MaterialStore } from './material.store.js';

@Controller()
export class MaterialCommands {
  constructor(
    private readonly materials: MaterialStore,
    private readonly inspections: InspectionStore,
  ) {}

  @Handles(askMaterials)
  async ask({ inspectionId, dueOn, materials }: In<typeof askMaterials>, act: Act) {
    const inspection = await this.inspections.read(act, inspectionId);
    const titles = materials.map(({ title }) => title);
    await this.materials.refuseAskedAlready(act, inspectionId, titles);
    // Listed by their ids: those made in one instant have no order of their own.
    const ids = titles.map(() => newId()).toSorted();
    const asked = titles.map((title, index) =>
      domain.ask(ids[index]!, inspection, { title, dueOn }, doneBy(act)),
    );
    const [first] = await this.materials.addAll(act, asked);
    return first!;
  }

  @Handles(supplyMaterial)
  async supply({ materialId, seen, files = [], ...given }: In<typeof supplyMaterial>, act: Act) {
    const { copies = null, note = null, handedBy = null } = given;
    return this.materials.change(act, { id: materialId, seen }, (material) =>
      domain.supply(material, { ...doneBy(act), copies, note, handedBy, files }),
    );
  }

  @Handles(receiveMaterial)
  async receive({ materialId, seen }: In<typeof receiveMaterial>, act: Act) {
    return this.materials.change(act, { id: materialId, seen }, (material) =>
      domain.receive(material, doneBy(act)),
    );
  }

  @Handles(returnMaterial)
  async return({ materialId, seen, reason, dueOn }: In<typeof returnMaterial>, act: Act) {
    return this.materials.change(act, { id: materialId, seen }, (material) =>
      domain.returnIt(material, { ...doneBy(act), text: reason }, dueOn),
    );
  }

  @Handles(giveBackMaterial)
  async giveBack({ materialId, seen }: In<typeof giveBackMaterial>, act: Act) {
    return this.materials.change(act, { id: materialId, seen }, (material) =>
      domain.giveBack(material, doneBy(act)),
    );
  }

  @Handles(waiveMaterial)
  async waive({ materialId, seen, reason }: In<typeof waiveMaterial>, act: Act) {
    return this.materials.change(act, { id: materialId, seen }, (material) =>
      domain.waive(material, { ...doneBy(act), text: reason }),
    );
  }
}

function doneBy({ person, on }: Act): domain.Done {
  return { by: person, on };
}
