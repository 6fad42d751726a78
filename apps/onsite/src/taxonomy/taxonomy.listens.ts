import { Controller } from '@nestjs/common';
import { siteOpened, type BodyOf } from '@xuncha/contracts';
import { idFrom } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { defaultTaxonomies } from './default-taxonomies.js';
import * as taxonomy from './taxonomy.js';
import { TaxonomyStore } from './taxonomy.store.js';

@Controller()
export class TaxonomyListens {
  constructor(private readonly taxonomies: TaxonomyStore) {}

  /** The office of a new site may have been quicker with a taxonomy of its own. */
  @Listens(siteOpened)
  async whenSiteOpened_publishDefaultTaxonomies({ id }: Envelope<BodyOf<typeof siteOpened>>, act: Act) {
    const theirs = new Set((await this.taxonomies.find(act, {})).map(({ code }) => code));
    const published = Object.entries(defaultTaxonomies)
      .filter(([code]) => !theirs.has(code))
      .map(([code, edition]) => taxonomy.publish(idFrom(id, code), code, edition, act.on));
    await this.taxonomies.addAll(act, published);
  }
}
