import { Controller } from '@nestjs/common';
import { listFilings, readFiling, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Filing } from './filing.js';
import { FilingStore } from './filing.store.js';

@Controller()
export class FilingQueries {
  constructor(private readonly filings: FilingStore) {}

  @Handles(readFiling)
  async read({ filingId }: In<typeof readFiling>, viewer: Caller) {
    const filing = await this.filings.read(viewer, filingId);
    return { ...viewOf(filing), steps: [...filing.steps] };
  }

  @Handles(listFilings)
  async list({ cursor, limit, ...where }: In<typeof listFilings>, viewer: Caller) {
    const page = await this.filings.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }
}

function viewOf({ counterpartId: _counterpartId, steps: _steps, ...view }: Versioned<Filing>) {
  return view;
}
