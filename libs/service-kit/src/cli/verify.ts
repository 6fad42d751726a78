/**
 * `npm run verify -- EXPORT [--keys FOLDER]`: proves an export with nothing but its files and public keys, `npm run verify -- PACKAGE.zip
 * --keys FOLDER` what was handed over to an archive. `npm run verify`: proves the journals of every service of this installation by their chains, and the rows of every service that runs
 * by its journal. Exit code 1 where one does not hold.
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectBroker } from '../broker/connect.js';
import { OPERATOR } from '../broker/permissions.js';
import { configFromEnvironment, type Config } from '../config.js';
import { connectDatabase, schemaName, servicesWith } from '../database.js';
import { stateSubject, type StateFailure, type StateReport } from '../journal/state-proof.js';
import { verifyChain, type Reads } from '../journal/verify-chain.js';
import { verifyPackage } from '../package/verify-package.js';
import { inOneLine } from './in-one-line.js';
import { verifyInThreads } from './verify-in-threads.js';

/** Every row of a large site is read. */
const ANSWER_MS = 10 * 60_000;

async function verify(config: Config): Promise<boolean> {
  const connection = await connectDatabase(config);
  const nats = await connectBroker(config, OPERATOR);
  const db: Reads = {
    query: async <R>(sql: string, parameters: unknown[] = []) =>
      (await connection.query(sql, parameters))[0] as R[],
  };
  try {
    // One whose seal is gone altogether counts as well.
    const services = await servicesWith(connection, config.prefix, 'journal');
    if (services.length === 0) {
      console.error(`No service has a journal under prefix ${config.prefix}; nothing was verified.`);
      return false;
    }
    let isWhole = true;
    for (const service of services) {
      const schema = schemaName(config.prefix, service);
      await connection.changeUser({ database: schema });
      isWhole = (await provenChain(schema, db)) && isWhole;
      isWhole = (await provenState(service, nats, config.prefix)) && isWhole;
    }
    return isWhole;
  } finally {
    await nats.close();
    await connection.end();
  }
}

async function provenChain(schema: string, db: Reads): Promise<boolean> {
  const { sites, sealed, waiting, findings } = await verifyChain(db);
  return told(`${schema}: ${sealed} journal rows of ${sites} sites, ${waiting} not sealed yet`, findings);
}

/** Only the service itself knows how its rows are read. */
async function provenState(service: string, nats: NatsConnection, prefix: string): Promise<boolean> {
  const schema = schemaName(prefix, service);
  const reply = await nats
    .request(stateSubject(prefix, service), '', { timeout: ANSWER_MS })
    .catch(() => undefined);
  if (!reply) {
    console.log(`${schema}: rows not verified, because the service does not run`);
    return true;
  }
  const report = reply.json<StateReport | StateFailure>();
  if ('error' in report) return told(`${schema}: rows cannot be read`, [report.error]);
  return told(`${schema}: ${report.checked} rows by their last journal version`, report.findings);
}

function told(what: string, findings: readonly string[]): boolean {
  console.log(`${inOneLine(what)}: ${findings.length === 0 ? 'whole' : 'BROKEN'}`);
  for (const finding of findings) console.log(`  ${inOneLine(finding)}`);
  return findings.length === 0;
}

async function verifiedExport(folder: string, keys: string | undefined): Promise<boolean> {
  if (!keys)
    console.log(
      'WARNING: the keys in the export are believed; whoever made it can have made them. Give yours with --keys FOLDER.',
    );
  const { sections, findings } = await verifyInThreads(folder, keys);
  const whole = told(`${folder}: ${sections.length} services`, findings);
  const each = sections.map(({ service, entries, rows, checkpoints, findings: found }) =>
    told(`${service}: ${entries} journal rows, ${rows} rows of state, ${checkpoints} checkpoints`, found),
  );
  return whole && each.every(Boolean);
}

async function verifiedPackage(path: string, keys: string | undefined): Promise<boolean> {
  if (!keys)
    return told(path, ['its signature proves nothing without a key: give the folder with --keys FOLDER']);
  const { manifest, findings } = await verifyPackage(path, keys);
  const documents = manifest?.lines.flatMap(({ document }) => document ?? []) ?? [];
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const what = manifest
    ? `${manifest.number} ${manifest.title}, ${documents.length} documents, ${pages} pages`
    : path;
  return told(what, findings);
}

const { values, positionals } = parseArgs({ options: { keys: { type: 'string' } }, allowPositionals: true });
const [folder] = positionals;
const isWhole = !folder
  ? await verify(configFromEnvironment())
  : statSync(folder).isFile()
    ? await verifiedPackage(folder, values.keys)
    : await verifiedExport(folder, values.keys);
process.exitCode = isWhole ? 0 : 1;
