import { Injectable } from '@nestjs/common';
import type { Kin } from '@xuncha/contracts';
import { idFromBytes, idToBytes, refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Inspector } from './inspector.js';
import { InspectorRow } from './inspector.row.js';
import { inThePool, type KinOf } from './kinship.js';

const PORTION = 500;
/** With the name open. */
type Named = Versioned<Omit<Inspector, 'name'>> & { readonly name: string };

@Injectable()
export class InspectorStore extends Store<Inspector, InspectorRow> {
  constructor() {
    super({
      aggregate: 'talent.inspector',
      row: InspectorRow,
      unique: {
        one_code: ['inspector.code-taken', 'code'],
        one_account: ['inspector.account-taken', 'accountId'],
      },
      ...sameColumns(),
    });
  }

  async namesOf(viewer: Caller, inspectors: readonly Pick<Inspector, 'id' | 'name'>[]): Promise<string[]> {
    const keys = await this.keysOf(
      viewer,
      inspectors.map(({ id }) => id),
    );
    return inspectors.map(({ id, name }) => keys.get(id)!.open('name', name));
  }

  /** All records of the site, whoever asks, with their names open. Read in portions, so that others have their turn. */
  async everyOne(caller: Caller): Promise<Named[]> {
    const found: Named[] = [];
    for (let after: Buffer = Buffer.alloc(0); ;) {
      const rows = await this.canonicalRows(caller.manager, caller.site, after, PORTION);
      const names = await this.namesOf(caller, rows);
      for (const [index, row] of rows.entries())
        found.push({ ...this.shape.toDomain(row), version: row.version, name: names[index]! });
      if (rows.length < PORTION) return found.sort((one, other) => (one.code < other.code ? -1 : 1));
      after = idToBytes(rows.at(-1)!.id);
    }
  }

  /** In the order of their ids. Refuses `record.unknown` with the first that is not in this site. */
  async several(viewer: Caller, ids: readonly Id[]): Promise<Inspector[]> {
    const found = await this.find(viewer, { where: { id: ids } });
    const byId = new Map(found.map((one) => [one.id, one]));
    return ids.map((id) => byId.get(id) ?? refuse('record.unknown', { id }));
  }

  /**
   * The records that say whose kin is in the pool, where this kin is there too. Those named are locked: of two who make each other
   * their parent at once, the second sees what the first wrote.
   */
  async kinship(act: Act, kin: readonly Kin[]): Promise<KinOf[]> {
    const named = inThePool(kin);
    if (named.length === 0) return [];
    const locked = (await act.manager.query(
      'SELECT id FROM inspector WHERE site = ? AND id IN (?) ORDER BY id FOR UPDATE',
      [act.site, named.map(idToBytes)],
    )) as { id: Buffer }[];
    const known = new Set(locked.map(({ id }) => idFromBytes(id)));
    for (const id of named) if (!known.has(id)) refuse('inspector.kin-unknown', { inspectorId: id });
    return this.kinInPool(act);
  }

  /** The records that say whose kin is in the pool. */
  async kinInPool({ manager, site }: Caller): Promise<KinOf[]> {
    const rows = (await manager.query(
      `SELECT id, kin FROM inspector WHERE site = ? AND LOCATE('"inspectorId"', kin) > 0`,
      [site],
    )) as { id: Buffer; kin: string }[];
    return rows.map((row) => ({ id: idFromBytes(row.id), kin: JSON.parse(row.kin) as Kin[] }));
  }
}
