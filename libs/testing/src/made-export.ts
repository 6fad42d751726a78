/** An export as services would have written it, of any size and without any service: every line, hash and signature is genuine. */
import { hash } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, newId } from '@xuncha/domain-kit';
import {
  CHAIN_START,
  checkpointLine,
  FILES,
  FORMAT,
  journalLine,
  linkHash,
  manifestText,
  sealLine,
  SectionWriter,
  signCheckpoint,
  signingKey,
  stateLine,
  type FileName,
  type JournalRow,
  type Section,
} from '@xuncha/service-kit';

export interface Made {
  readonly folder: string;
  /** Private keys of the services; their public halves beside them. */
  readonly keyFolder: string;
  readonly services: readonly string[];
  /** Journal rows of each service. */
  readonly entries: number;
}

const MADE_SITE = '330381';
const VERSIONS = 3;
const LINES = 2_000;
const CHECKPOINT_EVERY = 10;
const SEALED = Buffer.alloc(96, 7);

export function makeExport({ folder, keyFolder, services, entries }: Made): void {
  mkdirSync(join(folder, 'keys'), { recursive: true });
  const sections = services.map((service) => makeSection(folder, keyFolder, service, entries));
  writeFileSync(join(folder, 'README.md'), '# \n');
  writeFileSync(join(folder, 'manifest.json'), manifestText({ format: FORMAT, sections }));
}

function makeSection(folder: string, keyFolder: string, service: string, entries: number): Section {
  mkdirSync(join(folder, service));
  for (const name of FILES) writeFileSync(join(folder, service, name), '');
  const { privateKey } = signingKey(keyFolder, service);
  copyFileSync(join(keyFolder, `${service}.pub`), join(folder, 'keys', `${service}.pub`));
  const { lines, head } = linesOf(service, entries, privateKey);
  const at = '2026-03-02T02:00:00.000Z';
  const writer = new SectionWriter({
    service,
    site: MADE_SITE,
    at,
    number: entries,
    hash: head.toString('hex'),
  });
  for (const name of FILES) {
    for (let from = 0; from < lines[name].length; from += LINES)
      appendFileSync(join(folder, service, name), writer.add(name, lines[name].slice(from, from + LINES)));
  }
  return writer.end(privateKey);
}

type Signing = Parameters<typeof signCheckpoint>[0];

function linesOf(service: string, entries: number, key: Signing) {
  const lines: Record<FileName, string[]> = Object.fromEntries(FILES.map((name) => [name, []])) as never;
  const aggregate = `${service}.record`;
  let head: Buffer = CHAIN_START;
  let id = newId();
  const every = Math.max(CHECKPOINT_EVERY, Math.floor(entries / 1_000));
  for (let number = 1; number <= entries; number += 1) {
    const version = ((number - 1) % VERSIONS) + 1;
    if (version === 1) id = newId();
    const row = {
      site: MADE_SITE,
      id,
      version,
      state: 'open',
      text: `第${number}项整改措施`,
      content: SEALED,
    };
    const text = journalLine(number, rowOf(aggregate, number, version, row));
    head = linkHash(head, Buffer.from(text));
    lines['journal.jsonl'].push(text);
    lines['seal.jsonl'].push(sealLine({ number, ordinal: 2 * number, hash: head }));
    if (version === VERSIONS || number === entries) lines['state.jsonl'].push(stateLine(aggregate, row));
    if (number % every !== 0 && number !== entries) continue;
    const checkpoint = { service, site: MADE_SITE, number, hash: head, at: '2026-03-02T01:02:03.456Z' };
    lines['checkpoint.jsonl'].push(checkpointLine(checkpoint, signCheckpoint(key, checkpoint)));
  }
  lines['state.jsonl'].sort();
  return { lines, head };
}

function rowOf(aggregate: string, number: number, version: number, row: { id: string }): JournalRow {
  const bytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
  return {
    position: number,
    id: bytes(newId()),
    epoch: 1,
    site: MADE_SITE,
    aggregate,
    aggregateId: bytes(row.id),
    version,
    type: `${aggregate}.changed`,
    classification: 'internal',
    actor: bytes(row.id),
    effective: '2026-03-02',
    recordedAt: '2026-03-02T01:02:03.456789Z',
    causation: null,
    correlation: bytes(row.id),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    body: JSON.stringify({ recordId: row.id, organizationId: row.id, on: '2026-03-02', state: 'open' }),
    rowHash: hash('sha256', canonicalJson(row), 'buffer'),
    permission: 'item.work',
    roles: 'leader,liaison',
    origin: '10.3.8.1',
    session: bytes(row.id),
  };
}
