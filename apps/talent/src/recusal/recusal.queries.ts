import { Controller } from '@nestjs/common';
import { countFoundRecusals, listFoundRecusals, readFoundRecusal, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import { redoOf, type Recusal } from './recusal.js';
import { RecusalStore } from './recusal.store.js';

@Controller()
export class RecusalQueries {
  constructor(private readonly recusals: RecusalStore) {}

  @Handles(listFoundRecusals)
  async list({ cursor, limit, ...where }: In<typeof listFoundRecusals>, viewer: Caller) {
    const page = await this.recusals.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countFoundRecusals)
  async count(where: In<typeof countFoundRecusals>, viewer: Caller) {
    return this.recusals.counts(viewer, countFoundRecusals, { where });
  }

  @Handles(readFoundRecusal)
  async read({ recusalId }: In<typeof readFoundRecusal>, viewer: Caller) {
    const found = await this.recusals.read(viewer, recusalId);
    return { ...entryOf(found), reasons: [...found.reasons] };
  }
}

/** Why is said to whoever reads the one record. */
function entryOf(found: Versioned<Recusal>) {
  const { accountId: _account, reasons: _reasons, entered: _entered, custodian: _, ...entry } = found;
  return { ...entry, redo: redoOf(found) };
}
