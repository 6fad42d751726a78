/**
 * Computes one schema's chains again from the journal and says where they do not agree. Works while the service runs: what it reads
 * is only ever added to.
 */
import { CHAIN_START, chainHash, JOURNAL_ROW, type JournalRow } from './chain.js';

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

interface Link extends JournalRow {
  ordinal: number;
  number: number;
  hash: Buffer;
}

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
  let last = { number: 0, ordinal: 0, hash: CHAIN_START };
  for (;;) {
    const links = await db.query<Link>(LINKS, [site, last.number]);
    for (const link of links) {
      count();
      yield* faults(last, link);
      last = link;
    }
    if (links.length < PAGE) return;
  }
}

/** What follows is measured by what stands there, so that one fault is told once. */
function* faults(last: Pick<Link, 'number' | 'ordinal' | 'hash'>, link: Link): Generator<string> {
  const { number } = link;
  if (link.ordinal <= last.ordinal) yield `number ${number} was published before number ${last.number}`;
  if (number !== last.number + 1) return yield `numbers ${last.number + 1} to ${number - 1} are missing`;
  if (link.id === null) return yield `the journal row of number ${number} is missing`;
  if (chainHash(last.hash, number, link).equals(link.hash)) return;
  yield `number ${number} (journal position ${link.position}) is not what was sealed, or not where it was`;
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
