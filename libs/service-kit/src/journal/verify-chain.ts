/**
 * Computes one schema's chains again from the journal and says where they do not agree. Works while the service runs: what it reads
 * is only ever added to.
 */
import { canonicalText, CHAIN_START, JOURNAL_ROW, type JournalRow } from './chain.js';
import { faultsIn, type Sealed } from './links.js';

/** Anything that can read: a connection, a data source, a transaction. */
export interface Reads {
  query<R>(sql: string, parameters?: unknown[]): Promise<R[]>;
}

export interface ChainReport {
  sites: number;
  sealed: number;
  /** Rows not sealed yet; they are as good as their transaction. */
  waiting: number;
  /** What somebody must have changed, removed, moved or slipped in. */
  findings: string[];
}

type Row = JournalRow & Sealed;

const PAGE = 2000;
/** The first ones tell enough. */
const MOST = 50;
const LINKS = `SELECT ${JOURNAL_ROW}, s.ordinal, s.number, s.hash FROM seal s LEFT JOIN journal j ON j.position = s.position
  WHERE s.site = ? AND s.number > ? ORDER BY s.number LIMIT ${PAGE}`;
const UNSEALED = 'FROM journal j LEFT JOIN seal s ON s.position = j.position WHERE s.position IS NULL';
const ENDS = `SELECT COALESCE(MIN(ordinal), 1) AS first, COALESCE(MAX(ordinal), 0) AS last, COUNT(*) AS n FROM seal`;
const TOLD =
  'SELECT published, sealed_floor AS floor, (SELECT MAX(ordinal) FROM subscriber) AS applied FROM relay';

export async function verifyChain(db: Reads): Promise<ChainReport> {
  // Before the seal itself is read, since both grow meanwhile.
  const [told] = await db.query<{ published: number; floor: number; applied: number | null }>(TOLD);
  const sites = await db.query<{ site: string }>('SELECT DISTINCT site FROM seal ORDER BY site');
  const findings: string[] = [];
  let sealed = 0;
  for (const { site } of sites) {
    for await (const finding of verifySite(db, site, () => (sealed += 1)))
      findings.push(`site ${site}: ${finding}`);
  }
  findings.push(...(await verifyOrdinals(db, Math.max(told!.published, told!.applied ?? 0))));
  findings.push(...(await slippedIn(db, told!.floor)), ...(await missingVersions(db)));
  const [waiting] = await db.query<{ n: number }>(`SELECT COUNT(*) AS n ${UNSEALED} AND j.position > ?`, [
    told!.floor,
  ]);
  return { sites: sites.length, sealed, waiting: waiting!.n, findings: findings.slice(0, MOST) };
}

async function* verifySite(db: Reads, site: string, count: () => void): AsyncGenerator<string> {
  let last: Sealed = { number: 0, ordinal: 0, hash: CHAIN_START };
  for (;;) {
    const rows = await db.query<Row>(LINKS, [site, last.number]);
    for (const row of rows) {
      count();
      yield* faultsIn(last, {
        ...row,
        text: row.id && Buffer.from(canonicalText(row.number, row)),
        where: `journal position ${row.position}`,
      });
      last = row;
    }
    if (rows.length < PAGE) return;
  }
}

/** Every ordinal there is, and none that was told to somebody is gone from the end. */
async function verifyOrdinals(db: Reads, told: number): Promise<string[]> {
  const [ends] = await db.query<{ first: number; last: number; n: number }>(ENDS);
  const [first, last] = [Number(ends!.first), Number(ends!.last)];
  const isWhole = first === 1 && last === Number(ends!.n);
  return [
    ...(isWhole ? [] : [`${ends!.n} ordinals from ${first} to ${last}`]),
    ...(told <= last ? [] : [`ordinals ${last + 1} to ${told} were published and are gone`]),
  ];
}

/** Up to the floor everything was sealed when the floor was raised. */
async function slippedIn(db: Reads, floor: number): Promise<string[]> {
  const rows = await db.query<{ position: number }>(
    `SELECT j.position ${UNSEALED} AND j.position <= ? ORDER BY j.position LIMIT ${MOST}`,
    [floor],
  );
  return rows.map(({ position }) => `journal position ${position} was written behind the seal`);
}

async function missingVersions(db: Reads): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT LOWER(HEX(aggregate_id)) AS id FROM journal GROUP BY aggregate_id HAVING COUNT(*) <> MAX(version) LIMIT ${MOST}`,
  );
  return rows.map(({ id }) => `versions of aggregate ${id} are missing`);
}
