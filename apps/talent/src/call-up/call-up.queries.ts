import { Controller } from '@nestjs/common';
import { callUpRequest, countCallUps, listCallUps, readCallUp, type In } from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { Handles, namesFor, type Caller } from '@xuncha/service-kit';
import { InspectorStore } from '../inspector/inspector.store.js';
import { CallUpStore } from './call-up.store.js';
import { letterOf } from './letter.js';

@Controller()
export class CallUpQueries {
  constructor(
    private readonly callUps: CallUpStore,
    private readonly inspectors: InspectorStore,
    private readonly documents: Documents,
  ) {}

  @Handles(readCallUp)
  async read({ callUpId }: In<typeof readCallUp>, viewer: Caller) {
    return this.callUps.read(viewer, callUpId);
  }

  /** Names the person to whoever may know inspectors' names. */
  @Handles(callUpRequest)
  async letter({ callUpId }: In<typeof callUpRequest>, viewer: Caller) {
    const callUp = await this.callUps.read(viewer, callUpId);
    viewer.demand('inspector.name');
    const found = await this.inspectors.find(viewer, { where: { id: callUp.inspectorId } });
    const [name = ''] = await this.inspectors.namesOf(viewer, found);
    const { site } = await namesFor(viewer, {});
    return {
      id: callUp.id,
      ...(await this.documents.write(forms.callUpRequest, site, letterOf(callUp, name))),
    };
  }

  @Handles(listCallUps)
  async list({ cursor, limit, ...where }: In<typeof listCallUps>, viewer: Caller) {
    return this.callUps.page(viewer, { where, descending: true, cursor, limit });
  }

  @Handles(countCallUps)
  async count(where: In<typeof countCallUps>, viewer: Caller) {
    return this.callUps.counts(viewer, countCallUps, { where });
  }
}
