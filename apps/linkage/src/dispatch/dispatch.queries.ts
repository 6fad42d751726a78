import { Controller } from '@nestjs/common';
import { listDispatches, readDispatch, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Dispatch } from './dispatch.js';
import { DispatchStore } from './dispatch.store.js';

@Controller()
export class DispatchQueries {
  constructor(private readonly dispatches: DispatchStore) {}

  @Handles(readDispatch)
  async read({ dispatchId }: In<typeof readDispatch>, viewer: Caller) {
    return viewOf(await this.dispatches.read(viewer, dispatchId));
  }

  @Handles(listDispatches)
  async list({ cursor, limit, ...where }: In<typeof listDispatches>, viewer: Caller) {
    const page = await this.dispatches.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }
}

/** What was sent is read as the record it became. */
function viewOf({ content, agreementId: _agreementId, ...view }: Versioned<Dispatch>) {
  return { ...view, kind: content.kind };
}
