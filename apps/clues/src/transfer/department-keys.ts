/** Public keys of the programs that sign for their organs: a projection of identity's events, read anew like any other. */
import { Injectable } from '@nestjs/common';
import type { ClientKey } from '@xuncha/contracts';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';

@Injectable()
export class DepartmentKeys {
  async add(act: Act, clientId: Id, key: ClientKey): Promise<void> {
    await act.manager.query('INSERT IGNORE INTO department_key VALUES (?, ?, ?, ?)', [
      act.site,
      idToBytes(clientId),
      key.kid,
      JSON.stringify(key),
    ]);
  }

  async remove(act: Act, clientId: Id, kid: string): Promise<void> {
    await act.manager.query('DELETE FROM department_key WHERE site = ? AND client_id = ? AND kid = ?', [
      act.site,
      idToBytes(clientId),
      kid,
    ]);
  }

  /** None where a person asks. */
  async own({ manager, site, person }: Caller): Promise<ClientKey[]> {
    const rows = (await manager.query('SELECT jwk FROM department_key WHERE site = ? AND client_id = ?', [
      site,
      idToBytes(person),
    ])) as { jwk: string }[];
    return rows.map(({ jwk }) => JSON.parse(jwk) as ClientKey);
  }
}
