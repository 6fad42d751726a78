import { Injectable } from '@nestjs/common';
import type { DepartmentScope } from '@xuncha/contracts';
import { idToBytes, newId, refuseIf, type Id } from '@xuncha/domain-kit';
import { Runtime, sameColumns, Store, systemAct, transact, type Caller } from '@xuncha/service-kit';
import { note, outcomeOf, type TokenRequest } from './token-request.js';
import { TokenRequestRow } from './token-request.row.js';

/** So many refusals of one client are noted in a minute; whatever is wrong after them is not even looked up. */
const REFUSALS_PER_MINUTE = 20;

interface Asking {
  readonly id: Id;
  readonly site: string;
}

@Injectable()
export class TokenRequestStore extends Store<TokenRequest, TokenRequestRow> {
  constructor(private readonly runtime: Runtime) {
    super({
      aggregate: 'identity.tokenRequest',
      row: TokenRequestRow,
      unique: { one_assertion: ['client.assertion-replayed', 'assertion'] },
      ...sameColumns(),
    });
  }

  /** In every replica, each assertion once: refuses with `client.assertion-replayed`. */
  async accept(
    { now }: Caller,
    client: Asking,
    granted: { assertion: string; scopes: readonly DepartmentScope[] },
  ): Promise<void> {
    const request = { id: newId(), clientId: client.id, outcome: 'issued', at: now, ...granted } as const;
    await this.note(client.site, request);
  }

  /** Only what is wrong is limited: whoever forges a department's assertions does not shut the department out. */
  async refuse({ now }: Caller, client: Asking, refusal: string): Promise<void> {
    const since = new Date(now.getTime() - 60_000);
    refuseIf((await this.refusedSince(client, since)) >= REFUSALS_PER_MINUTE, 'client.too-many-attempts');
    const outcome = outcomeOf(refusal);
    const request = { id: newId(), clientId: client.id, outcome, scopes: [], assertion: null, at: now };
    await this.note(client.site, request);
  }

  private async refusedSince({ site, id }: Asking, since: Date): Promise<number> {
    const rows = (await this.runtime.db.query(
      `SELECT COUNT(*) AS n FROM token_request WHERE site = ? AND client_id = ? AND at > ? AND outcome <> 'issued'`,
      [site, idToBytes(id), since],
    )) as { n: number | string }[];
    return Number(rows[0]!.n);
  }

  private async note(site: string, request: TokenRequest): Promise<void> {
    await transact(this.runtime.db, async (manager) => {
      const trace = { correlation: newId(), traceparent: null };
      await this.add(await systemAct(this.runtime, manager, site, trace), note(request));
    });
    this.runtime.committed();
  }
}
