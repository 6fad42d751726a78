/** Fetches one site's record from running services into a folder. */
import { mkdirSync, openSync, closeSync, writeFileSync, writeSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NatsConnection } from '@nats-io/transport-node';
import { exportSubject, type Answer, type Opened } from './export-door.js';
import { explanation } from './explanation.js';
import { FILES, FORMAT, manifestText, type FileName, type Section } from './format.js';

export interface Wanted {
  readonly nats: NatsConnection;
  readonly prefix: string;
  readonly services: readonly string[];
  readonly site: string;
  /** Must not be there yet. */
  readonly folder: string;
}

const BEGIN_MS = 10_000;
/** The first piece waits until the site is at rest. */
const PIECE_MS = 60_000;

export async function fetchExport({ folder, services, ...from }: Wanted): Promise<readonly Section[]> {
  if (existsSync(folder))
    throw new Error(`${folder} is there already; an export is never written over another`);
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  const sections: Section[] = [];
  for (const service of [...services].sort()) sections.push(await fetchSection({ ...from, folder }, service));
  writeFileSync(join(folder, 'README.md'), explanation);
  writeFileSync(join(folder, 'manifest.json'), manifestText({ format: FORMAT, sections }));
  return sections;
}

async function fetchSection(
  { nats, prefix, site, folder }: Omit<Wanted, 'services'>,
  service: string,
): Promise<Section> {
  const begun = await nats
    .request(exportSubject(prefix, service), JSON.stringify({ site }), { timeout: BEGIN_MS })
    .catch(() => {
      throw new Error(`${service} does not answer; is the system up?`);
    });
  const { subject } = begun.json<Opened>();
  mkdirSync(join(folder, service));
  const open = (name: FileName) => openSync(join(folder, service, name), 'wx', 0o600);
  const files = Object.fromEntries(FILES.map((name) => [name, open(name)])) as Record<FileName, number>;
  try {
    for (;;) {
      const piece = (await nats.request(subject, '', { timeout: PIECE_MS })).json<Answer>();
      if ('error' in piece) throw new Error(`${service}: ${piece.error}`);
      if ('section' in piece) {
        writeFileSync(join(folder, 'keys', `${service}.pub`), piece.publicPem);
        return piece.section;
      }
      writeSync(files[piece.file], piece.text);
    }
  } finally {
    for (const file of Object.values(files)) closeSync(file);
  }
}
