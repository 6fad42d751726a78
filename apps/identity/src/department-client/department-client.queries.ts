import { Controller } from '@nestjs/common';
import { listDepartmentClients, readDepartmentClient, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { DepartmentClient } from './department-client.js';
import { DepartmentClientStore } from './department-client.store.js';

@Controller()
export class DepartmentClientQueries {
  constructor(private readonly clients: DepartmentClientStore) {}

  @Handles(readDepartmentClient)
  async read({ clientId }: In<typeof readDepartmentClient>, viewer: Caller) {
    return viewOf(await this.clients.read(viewer, clientId));
  }

  @Handles(listDepartmentClients)
  async list({ cursor, limit, ...where }: In<typeof listDepartmentClients>, viewer: Caller) {
    const { items, next } = await this.clients.page(viewer, { where, cursor, limit });
    return { items: items.map(viewOf), next };
  }
}

function viewOf({ scopes, keys, ...client }: Versioned<DepartmentClient>) {
  return { ...client, scopes: [...scopes], keys: [...keys] };
}
