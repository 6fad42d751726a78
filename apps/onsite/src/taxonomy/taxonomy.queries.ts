import { Controller } from '@nestjs/common';
import { listTaxonomies, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { TaxonomyStore } from './taxonomy.store.js';

@Controller()
export class TaxonomyQueries {
  constructor(private readonly taxonomies: TaxonomyStore) {}

  @Handles(listTaxonomies)
  async list(_input: In<typeof listTaxonomies>, viewer: Caller) {
    const found = await this.taxonomies.find(viewer, { orderBy: 'code' });
    return { items: found.map((taxonomy) => ({ ...taxonomy, classes: [...taxonomy.classes] })) };
  }
}
