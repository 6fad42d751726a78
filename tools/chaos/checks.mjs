/** What must hold when everything has come to rest: each check answers what contradicts it, in words. */
import { services } from '../system/apps.mjs';

/** Answers `{ name, faults }` for every check. `receipts` are the lines of the replay's checkpoint. */
export async function runChecks(database, { site, receipts }) {
  const checks = {
    'nothing is parked or waiting': () => held(database),
    'every row of the journals is sealed and published': () => unpublished(database),
    'journal = effects: each consumer has applied the last version of every aggregate': () =>
      unapplied(database),
    'no event had its effect twice': () => effectsTwice(database),
    'every acknowledged command is in the journal, under its key': () => lost(database, site, receipts),
    'no command was applied twice': () => commandsTwice(database, site),
  };
  const results = [];
  for (const [name, check] of Object.entries(checks)) results.push({ name, faults: await check() });
  return results;
}

async function held(database) {
  return perService(async (service) => {
    const rows = await database.query(
      `SELECT consumer, state, type, COUNT(*) AS n FROM {${service}}.held GROUP BY consumer, state, type`,
    );
    return rows.map(({ consumer, state, type, n }) => `${service}/${consumer}: ${n} of ${type} ${state}`);
  });
}

async function unpublished(database) {
  return perService(async (service) => {
    const [{ n }] = await database.query(
      `SELECT COUNT(*) AS n FROM {${service}}.relay r, {${service}}.journal j
       LEFT JOIN {${service}}.seal s USING (position) WHERE s.ordinal IS NULL OR s.ordinal > r.published`,
    );
    return Number(n) === 0 ? [] : [`${service}: ${n} rows`];
  });
}

async function unapplied(database) {
  return perService(async (reader) => {
    const cursors = await database.query(
      `SELECT consumer, source, aggregates FROM {${reader}}.consumer_cursor`,
    );
    const faults = [];
    for (const { consumer, source, aggregates } of cursors) {
      const names = JSON.parse(aggregates).map((aggregate) => `${source}.${aggregate}`);
      const rows = await database.query(
        `SELECT COUNT(*) AS n, SUM(a.version IS NULL OR a.version <> j.version) AS wrong FROM
           (SELECT aggregate_id, MAX(version) AS version FROM {${source}}.journal WHERE aggregate IN (?) GROUP BY aggregate_id) j
         LEFT JOIN {${reader}}.applied a ON a.consumer = ? AND a.source = ? AND a.aggregate_id = j.aggregate_id`,
        [names, consumer, source],
      );
      const [{ n, wrong }] = rows;
      if (Number(wrong) > 0) faults.push(`${reader}/${consumer}: ${wrong} of ${n} aggregates of ${source}`);
    }
    return faults;
  });
}

/** What a listener writes because of one event, it writes once of each kind for one aggregate. */
async function effectsTwice(database) {
  return perService(async (service) => {
    const rows = await database.query(
      `SELECT type, COUNT(*) AS n FROM {${service}}.journal WHERE causation IS NOT NULL
       GROUP BY causation, aggregate_id, type HAVING COUNT(*) > 1`,
    );
    return rows.map(({ type, n }) => `${service}: ${type} ${n} times because of one event`);
  });
}

/** One row for each key, with the id and version that were told; and that version in the journal. */
async function lost(database, site, receipts) {
  return perService(async (service) => {
    const own = receipts.filter(({ contract }) => contract.startsWith(`${service}.`));
    const keys = await rowsBy(database, 'request_key', {
      sql: `SELECT request_key, LOWER(HEX(result_id)) AS id, result_version AS version
        FROM {${service}}.idempotency WHERE request_key LIKE CONCAT(?, '/%')`,
      values: [site],
    });
    const journal = await rowsBy(database, 'entry', {
      sql: `SELECT CONCAT(LOWER(HEX(aggregate_id)), '/', version) AS entry FROM {${service}}.journal WHERE site = ?`,
      values: [site],
    });
    return own.flatMap(({ key, receipt }) => {
      const found = keys.get(`${site}/${key}`) ?? [];
      const id = receipt.id.replaceAll('-', '');
      const isNoted = found.length === 1 && found[0].id === id && found[0].version === receipt.version;
      const isJournaled = journal.get(`${id}/${receipt.version}`)?.length === 1;
      return isNoted && isJournaled
        ? []
        : [`${key}: ${found.length} rows of its key, journal ${isJournaled}`];
    });
  });
}

/**
 * Every request has a correlation of its own; whatever a person changed by a permission goes back to one that has a key. What the record
 * keeps of looks and refusals changes nothing, and signing in needs no permission.
 */
async function commandsTwice(database, site) {
  return perService(async (service) => {
    const [{ acted }] = await database.query(
      `SELECT COUNT(DISTINCT correlation) AS acted FROM {${service}}.journal
       WHERE site = ? AND actor IS NOT NULL AND causation IS NULL AND permission IS NOT NULL
         AND aggregate NOT LIKE '%.look' AND aggregate NOT LIKE '%.refusal'`,
      [site],
    );
    const [{ noted }] = await database.query(
      `SELECT COUNT(*) AS noted FROM {${service}}.idempotency WHERE request_key LIKE CONCAT(?, '/%')`,
      [site],
    );
    return Number(acted) === Number(noted)
      ? []
      : [`${service}: ${acted} requests changed something, ${noted} keys`];
  });
}

async function rowsBy(database, column, { sql, values }) {
  const groups = new Map();
  for (const row of await database.query(sql, values)) {
    groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  }
  return groups;
}

async function perService(check) {
  const faults = [];
  for (const service of services) faults.push(...(await check(service)));
  return faults;
}
