/** Where a test keeps files, as whoever looks after the storage finds and changes it: a folder, or the bucket that the environment names. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { BucketRequests } from './bucket-requests.js';
import { bucketFrom, type BucketSettings } from './bucket-settings.js';
import { ContentStore } from './content-store.js';

export interface Place {
  readonly store: ContentStore;
  readonly folder: string;
  /** Drafts included. */
  names(): Promise<string[]>;
  sealed(sha256: string): Promise<Buffer>;
  replace(sha256: string, sealed: Buffer): Promise<void>;
  leave(): void;
}

export function placeFrom(env: NodeJS.ProcessEnv): Place {
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-content-'));
  const bucket = bucketFrom(env);
  const keyFolder = join(folder, 'keys');
  const store = new ContentStore({ dataFolder: folder, keyFolder, bucket, tlsCa: env.XC_TLS_CA });
  const leave = () => rmSync(folder, { recursive: true });
  const beside = { store, folder, leave };
  return bucket
    ? { ...beside, ...inBucket(folder, bucket, env.XC_TLS_CA) }
    : { ...beside, ...inFolder(folder) };
}

type Looking = Pick<Place, 'names' | 'sealed' | 'replace'>;
const nameOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

function inFolder(folder: string): Looking {
  const pathOf = (sha256: string) => join(folder, 'content', nameOf(sha256));
  return {
    names: () => Promise.resolve(filesIn(folder)),
    sealed: (sha256) => Promise.resolve(readFileSync(pathOf(sha256))),
    replace: (sha256, sealed) => {
      mkdirSync(dirname(pathOf(sha256)), { recursive: true });
      return Promise.resolve(writeFileSync(pathOf(sha256), sealed));
    },
  };
}

function inBucket(folder: string, bucket: BucketSettings, tlsCa?: string): Looking {
  const requests = new BucketRequests(bucket, tlsCa);
  const once = { patienceMs: 10_000, tries: 1 };
  const read = async (name: string) => whole(await requests.ask({ method: 'GET', name }, once));
  return {
    names: async () => {
      const list = (await read('?list-type=2')).toString();
      return [...filesIn(folder), ...[...list.matchAll(/<Key>([^<]+)/g)].map(([, name]) => name!)].toSorted();
    },
    sealed: (sha256) => read(nameOf(sha256)),
    replace: async (sha256, sealed) => {
      const headers = {
        'content-length': String(sealed.length),
        'x-amz-content-sha256': createHash('sha256').update(sealed).digest('hex'),
      };
      const body = () => Readable.from([sealed]);
      await whole(await requests.ask({ method: 'PUT', name: nameOf(sha256), headers, body }, once));
    },
  };
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true });
    return entries
      .filter((it) => it.isFile())
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
