/** How long work lies that a fault left behind: rows of journals until they are published, and applied by everyone who reads them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { services } from './database.mjs';

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

/** Seconds from `since` until everything is taken up that was journaled by now; undefined where that takes longer than `limit`. */
export async function secondsToUptake(database, { since, limit }) {
  let targets;
  for (;;) {
    try {
      targets ??= await written(database);
      if (await isTakenUp(database, targets)) return (Date.now() - since) / 1000;
    } catch (error) {
      // The database itself may only just be coming back.
      if (!error.code) throw error;
    }
    if (Date.now() - since > limit * 1000) return undefined;
    await sleep(everyMs);
  }
}

async function written(database) {
  const targets = new Map();
  for (const service of services) {
    const [{ position }] = await database.query(
      `SELECT COALESCE(MAX(position), 0) AS position FROM {${service}}.journal`,
    );
    targets.set(service, Number(position));
  }
  return targets;
}

async function isTakenUp(database, targets) {
  for (const [source, position] of targets) {
    const range = [position - window, position];
    if (await any(database, unpublished(source), range)) return false;
    for (const reader of services) if (await any(database, behind(reader, source), range)) return false;
  }
  return true;
}

async function any(database, sql, values) {
  const [{ n }] = await database.query(sql, values);
  return Number(n) > 0;
}
