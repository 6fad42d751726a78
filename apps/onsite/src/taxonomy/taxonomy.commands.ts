import { Controller } from '@nestjs/common';
import { publishTaxonomy, reviseTaxonomy, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as taxonomy from './taxonomy.js';
import { TaxonomyStore } from './taxonomy.store.js';

@Controller()
export class TaxonomyCommands {
  constructor(private readonly taxonomies: TaxonomyStore) {}

  @Handles(publishTaxonomy)
  async publish({ code, title, classes }: In<typeof publishTaxonomy>, act: Act) {
    return this.taxonomies.add(act, taxonomy.publish(newId(), code, { title, classes }, act.on));
  }

  @Handles(reviseTaxonomy)
  async revise({ taxonomyId, seen, title, classes }: In<typeof reviseTaxonomy>, act: Act) {
    return this.taxonomies.change(act, { id: taxonomyId, seen }, (before) =>
      taxonomy.revise(before, { title, classes }, act.on),
    );
  }
}
