/** Proves the state by the journal: the last version of every aggregate carries the hash of its row. */
import { canonicalHash, idFromBytes, type Id } from '@xuncha/domain-kit';
import type { Reads } from './verify-chain.js';

export interface LastVersion {
  readonly site: string;
  /** `service.aggregate` */
  readonly aggregate: string;
  readonly id: Id;
  readonly version: number;
}

const PAGE = 500;
const LAST_VERSIONS = `SELECT j.site, j.aggregate, j.aggregate_id AS bytes, j.version, j.row_hash AS rowHash FROM journal j
  JOIN (SELECT aggregate_id, MAX(version) AS version FROM journal WHERE aggregate_id > ?
    GROUP BY aggregate_id ORDER BY aggregate_id LIMIT ${PAGE}) last USING (aggregate_id, version)
  ORDER BY j.aggregate_id`;

/**
 * Says which rows are not what the journal says of them. `rowOf` answers the canonical row, undefined where there is none, through
 * the same `db`, which must be one REPEATABLE READ transaction: otherwise a row that changes meanwhile looks tampered with.
 */
export async function verifyState(
  db: Reads,
  rowOf: (last: LastVersion) => Promise<object | null>,
): Promise<{ checked: number; findings: string[] }> {
  const findings: string[] = [];
  let checked = 0;
  for (let after: Buffer = Buffer.alloc(0); ;) {
    const page = await db.query<LastVersion & { bytes: Buffer; rowHash: Buffer }>(LAST_VERSIONS, [after]);
    for (const { bytes, rowHash, site, aggregate, version } of page) {
      const last = { site, aggregate, version, id: idFromBytes(bytes) };
      const row = await rowOf(last);
      checked += 1;
      after = bytes;
      if (row && canonicalHash(row).equals(rowHash)) continue;
      const fault = row ? `is not what version ${version} left` : 'is missing';
      findings.push(`site ${site}: the row of ${aggregate} ${last.id} ${fault}`);
    }
    if (page.length < PAGE) return { checked, findings };
  }
}
