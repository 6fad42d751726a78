import { Injectable } from '@nestjs/common';
import { refuseIf, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Material } from './material.js';
import { MaterialRow } from './material.row.js';

/** Nobody asks one organization for more; a list that is printed holds all. */
const MOST_OF_ONE_INSPECTION = 500;

@Injectable()
export class MaterialStore extends Store<Material, MaterialRow> {
  constructor() {
    super({
      aggregate: 'onsite.material',
      row: MaterialRow,
      organization: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }

  /** In the order in which they were asked for. */
  async allOf(viewer: Caller, inspectionId: Id): Promise<Versioned<Material>[]> {
    return (await this.page(viewer, { where: { inspectionId }, limit: MOST_OF_ONE_INSPECTION })).items;
  }

  /** The same twice would be owed twice; what was waived may be asked for again. */
  async refuseAskedAlready(act: Act, inspectionId: Id, titles: readonly string[]): Promise<void> {
    const asked = (await this.allOf(act, inspectionId)).filter(({ state }) => state !== 'waived');
    const again = titles.filter(
      (title, index) => titles.indexOf(title) < index || asked.some((one) => one.title === title),
    );
    refuseIf(again.length > 0, 'material.asked-already', { titles: again });
  }
}
