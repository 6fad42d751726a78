import { Controller } from '@nestjs/common';
import { listAdministratorChanges, type In } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import * as domain from './administrator-change.js';
import { AdministratorChangeStore } from './administrator-change.store.js';

@Controller()
export class AdministratorChangeQueries {
  constructor(private readonly changes: AdministratorChangeStore) {}

  @Handles(listAdministratorChanges)
  async list({ cursor, limit, accountId }: In<typeof listAdministratorChanges>, viewer: Caller) {
    const { items, next } = await this.changes.page(viewer, { where: { accountId }, cursor, limit });
    return { items: items.map((change) => viewOf(change, viewer.today)), next };
  }
}

const none = { accountId: null, role: null, from: null, until: null, site: null };

function viewOf(change: Versioned<domain.AdministratorChange>, today: BusinessDate) {
  const { subject, ...shown } = change;
  const about = subject.what === 'openSite' ? { what: subject.what, site: subject.opening.code } : subject;
  const isLapsed = change.state === 'proposed' && !domain.isOpen(change, today);
  const state = isLapsed ? ('lapsed' as const) : change.state;
  return { ...none, ...about, ...shown, lapsesAfter: domain.lapsesAfter(change), state };
}
