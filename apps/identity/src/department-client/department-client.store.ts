import { Injectable } from '@nestjs/common';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller } from '@xuncha/service-kit';
import type { DepartmentClient } from './department-client.js';
import { DepartmentClientRow } from './department-client.row.js';

/** The organ is not named as a scope: the security administrator registers the clients of all organs. */
@Injectable()
export class DepartmentClientStore extends Store<DepartmentClient, DepartmentClientRow> {
  constructor() {
    super({ aggregate: 'identity.departmentClient', row: DepartmentClientRow, ...sameColumns() });
  }

  /** For asking for a token: nobody has proven yet who they are, nor in which site. */
  async claimed(nobody: Caller, id: Id): Promise<DepartmentClientRow | null> {
    const found = nobody.manager.createQueryBuilder(DepartmentClientRow, 'r');
    return found.where('r.id = :id', { id: idToBytes(id) }).getOne();
  }
}
