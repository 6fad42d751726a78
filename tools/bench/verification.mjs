/** How long `npm run verify -- EXPORT` takes for a million journal rows of six services, the largest of which wrote a third of them. */
import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canonicalHash } from '@xuncha/domain-kit';
import { CHAIN_START, linkHash } from '../../libs/service-kit/dist/journal/chain.js';
import { signCheckpoint } from '../../libs/service-kit/dist/journal/checkpoints.js';
import * as format from '../../libs/service-kit/dist/journal/export/format.js';
import { median } from './measure.mjs';

const ENTRIES = Number(process.env.N ?? 1_000_000);
const SHARES = { clues: 0.1, identity: 0.07, onsite: 0.33, planning: 0.15, rectification: 0.25, talent: 0.1 };
/** Of one record. */
const VERSIONS = 4;
const CHECKPOINT_EVERY = 5_000;
const GOAL_S = 15;
const SITE = 'bench';
const TEXT = '反映账目不公开'.repeat(20);
/** What an ordinary event of a replay has. */
const EVENT = {
  epoch: 1,
  site: SITE,
  classification: 'restricted',
  actor: randomBytes(16),
  effective: '2017-06-01',
  recordedAt: '2017-06-01T10:00:00.000000Z',
  causation: null,
  correlation: randomBytes(16),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  body: JSON.stringify({ text: TEXT }),
  permission: 'record.change',
  roles: '["teamLeader"]',
  origin: '192.0.2.1',
  session: randomBytes(16),
};
const VERIFY = 'libs/service-kit/dist/cli/verify.js';

export async function verification(runs) {
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-bench-'));
  try {
    write(folder);
    const times = [];
    for (let run = 0; run < Math.min(runs, 3); run++) times.push(await timed(folder));
    const seconds = median(times);
    return {
      what: `verify an export of ${ENTRIES.toLocaleString('en')} journal rows`,
      ours: `${seconds.toFixed(1)} s`,
      raw: '',
      ratio: seconds,
      goal: GOAL_S,
      lowerIsBetter: true,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As the command runs it: a process of its own. */
async function timed(folder) {
  const started = performance.now();
  await promisify(execFile)(process.execPath, [VERIFY, folder]);
  return (performance.now() - started) / 1000;
}

function write(folder) {
  mkdirSync(join(folder, 'keys'));
  const sections = Object.entries(SHARES).map(([service, share]) =>
    writeSection(folder, service, Math.round(ENTRIES * share)),
  );
  writeFileSync(join(folder, 'manifest.json'), format.manifestText({ format: format.FORMAT, sections }));
}

function writeSection(folder, service, entries) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'keys', `${service}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
  mkdirSync(join(folder, service));
  const links = chainOf(service, entries, privateKey);
  const head = links.at(-1);
  const writer = new format.SectionWriter({
    service,
    site: SITE,
    at: new Date().toISOString(),
    number: head.number,
    hash: head.hash.toString('hex'),
  });
  const lines = {
    'journal.jsonl': links.map(({ text }) => text),
    'seal.jsonl': links.map(format.sealLine),
    'state.jsonl': links.flatMap(({ state }) => state ?? []),
    'checkpoint.jsonl': links.flatMap(({ checkpoint }) => checkpoint ?? []),
  };
  for (const name of format.FILES)
    writeLines(join(folder, service, name), lines[name], (some) => writer.add(name, some));
  return writer.end(privateKey);
}

function writeLines(path, lines, added) {
  const file = openSync(path, 'w');
  for (let from = 0; from < lines.length; from += 1000)
    writeSync(file, added(lines.slice(from, from + 1000)));
  closeSync(file);
}

function chainOf(service, entries, key) {
  const links = [];
  let hash = CHAIN_START;
  for (let number = 1; number <= entries; number++) {
    const { row, state } = rowOf(service, number, entries);
    const text = format.journalLine(number, row);
    hash = linkHash(hash, Buffer.from(text));
    const at = new Date().toISOString();
    const said = { service, site: SITE, number, hash, at };
    const checkpoint =
      number % CHECKPOINT_EVERY === 0 ? format.checkpointLine(said, signCheckpoint(key, said)) : undefined;
    links.push({ number, ordinal: number, hash, text, state, checkpoint });
  }
  return links;
}

/** The versions of a record follow each other; the last one leaves its row. */
function rowOf(service, number, entries) {
  const record = Math.floor((number - 1) / VERSIONS) + 1;
  const version = ((number - 1) % VERSIONS) + 1;
  const aggregate = `${service}.record`;
  const id = Buffer.from(record.toString(16).padStart(32, '0'), 'hex');
  const kept = { id: dashed(id.toString('hex')), site: SITE, version, text: TEXT };
  const isLast = version === VERSIONS || number === entries;
  const row = {
    ...EVENT,
    id: randomBytes(16),
    aggregate,
    aggregateId: id,
    version,
    type: `${service}.record.changed`,
    rowHash: canonicalHash(kept),
  };
  return { row, state: isLast ? format.stateLine(aggregate, kept) : undefined };
}

const dashed = (hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
