/** How long work lies that a fault left behind: rows of journals until they are published, and applied by everyone who reads them, none of them held. */
import { setTimeout as sleep } from 'node:timers/promises';
import { services } from '../system/apps.mjs';

const everyMs = 100;
/** Rows further back were published long ago, or the trial has failed by then. */
const window = 20_000;

/** Journal rows up to a position that are not in the stream. */
const unpublished = (service) => `SELECT COUNT(*) AS n FROM {${service}}.relay r, {${service}}.journal j
  LEFT JOIN {${service}}.seal s USING (position)
  WHERE j.position BETWEEN ? AND ? AND (s.ordinal IS NULL OR s.ordinal > r.published)`;

/** Readers of a source that are not at its ordinal of a position yet. */
const behind = (reader, source) => `SELECT COUNT(*) AS n FROM {${reader}}.consumer_cursor
  WHERE source = '${source}' AND ordinal < (SELECT COALESCE(MAX(ordinal), 0) FROM {${source}}.seal WHERE position BETWEEN ? AND ?)`;

const held = (reader) => `SELECT COUNT(*) AS n FROM {${reader}}.held WHERE held_at <= ?`;

/** Seconds from `since` until everything is taken up that was journaled by now; undefined where that takes longer than `limit`. */
export async function secondsToUptake(database, { since, limit }) {
  let target;
  for (;;) {
    try {
      target ??= await present(database);
      if (await isTakenUp(database, target)) return (Date.now() - since) / 1000;
    } catch (error) {
      // The database itself may only just be coming back.
      if (!error.code) throw error;
    }
    if (Date.now() - since > limit * 1000) return undefined;
    await sleep(everyMs);
  }
}

/** How far the journals are, and when that was by the clock of the database. */
async function present(database) {
  const positions = new Map();
  for (const service of services) {
    const [{ position }] = await database.query(
      `SELECT COALESCE(MAX(position), 0) AS position FROM {${service}}.journal`,
    );
    positions.set(service, Number(position));
  }
  const [{ now }] = await database.query('SELECT UTC_TIMESTAMP(6) AS now');
  return { positions, now };
}

async function isTakenUp(database, { positions, now }) {
  for (const [source, position] of positions) {
    const range = [position - window, position];
    if (await any(database, unpublished(source), range)) return false;
    if (await any(database, held(source), [now])) return false;
    for (const reader of services) if (await any(database, behind(reader, source), range)) return false;
  }
  return true;
}

async function any(database, sql, values) {
  const [{ n }] = await database.query(sql, values);
  return Number(n) > 0;
}
