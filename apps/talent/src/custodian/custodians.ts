import { Injectable } from '@nestjs/common';
import type { Role } from '@xuncha/contracts';
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';

/** Who keeps petitions and clues is under the same rule as a team (rules.md 2). */
const custodianRoles: readonly Role[] = ['petitionCustodian', 'clueCustodian'];

export interface Custodian {
  readonly inspectorId: Id;
  readonly accountId: Id;
}

/** Accounts that keep petitions or clues, by identity's events. */
@Injectable()
export class Custodians {
  /** Answers whether the grant makes somebody a custodian. */
  async note(
    act: Act,
    { grantId, accountId, role }: { grantId: Id; accountId: Id; role: Role },
  ): Promise<boolean> {
    if (!custodianRoles.includes(role)) return false;
    await act.manager.query('INSERT INTO custodian (site, grant_id, account_id) VALUES (?, ?, ?)', [
      act.site,
      idToBytes(grantId),
      idToBytes(accountId),
    ]);
    return true;
  }

  /** Answers whether the grant had made somebody one. */
  async forget(act: Act, grantId: Id): Promise<boolean> {
    const { affectedRows } = (await act.manager.query(
      'DELETE FROM custodian WHERE site = ? AND grant_id = ?',
      [act.site, idToBytes(grantId)],
    )) as { affectedRows: number };
    return affectedRows > 0;
  }

  /** Those whose records talent has; of others nothing is known that could be examined. */
  async known(act: Act): Promise<Custodian[]> {
    const rows = (await act.manager.query(
      `SELECT DISTINCT i.id, i.account_id AS account FROM inspector i
       JOIN custodian c ON c.site = i.site AND c.account_id = i.account_id WHERE i.site = ?`,
      [act.site],
    )) as { id: Buffer; account: Buffer }[];
    return rows.map(({ id, account }) => ({ inspectorId: idFromBytes(id), accountId: idFromBytes(account) }));
  }
}
