import { Injectable } from '@nestjs/common';
import { sameColumns, Store, type Caller } from '@xuncha/service-kit';
import { refuseUnknownClasses, type Taxonomy } from './taxonomy.js';
import { TaxonomyRow } from './taxonomy.row.js';

@Injectable()
export class TaxonomyStore extends Store<Taxonomy, TaxonomyRow> {
  constructor() {
    super({
      aggregate: 'onsite.taxonomy',
      row: TaxonomyRow,
      unique: { one_code: ['taxonomy.code-taken', 'code'] },
      ...sameColumns(),
    });
  }

  /** For `taxonomy:class` names given to a finding. */
  async refuseUnknown(viewer: Caller, classes: readonly string[]): Promise<void> {
    refuseUnknownClasses(await this.find(viewer, {}), classes);
  }
}
