/** Sealed content in a bucket of an S3-compatible service, an object under every name (decisions/0017). */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DomainError } from '@xuncha/domain-kit';
import { makeLog } from '../log.js';
import { BucketRequests, Unwilling, type Question } from './bucket-requests.js';
import type { BucketSettings } from './bucket-settings.js';
import type { Kept, Storage } from './storage.js';

/** Health is asked for often, and answered soon. */
const HEALTH = { patienceMs: 1_000, tries: 1 };
/** A command looks within its transaction whether its files are there, and a record is locked meanwhile. */
const OPENING = { patienceMs: 3_000, tries: 2 };
const CONTENT = { patienceMs: 10_000, tries: 3 };
/** One after the other without a byte between. */
const MOST_BREAKS = 3;
const log = makeLog('content');

export class BucketStorage implements Storage {
  private readonly requests: BucketRequests;

  constructor(settings: BucketSettings, tlsCa?: string) {
    this.requests = new BucketRequests(settings, tlsCa);
  }

  /** In one request, so that there is never half of it; the service compares what came with the hash. */
  async keep(draft: string, name: string): Promise<void> {
    const { bytes, sha256 } = await measured(draft);
    const headers = {
      'content-length': String(bytes),
      'content-type': 'application/octet-stream',
      'x-amz-content-sha256': sha256,
    };
    const question = { method: 'PUT', name, headers, body: () => createReadStream(draft) } as const;
    (await this.requests.ask(question, CONTENT).catch(giveUp)).resume();
  }

  async open(name: string, head: number): Promise<Kept | undefined> {
    try {
      return await KeptObject.in(this.requests, name, head);
    } catch (error) {
      if (error instanceof Unwilling && error.says === 'NoSuchKey') return undefined;
      return giveUp(error);
    }
  }

  async isThere(): Promise<boolean> {
    try {
      (await this.requests.ask({ method: 'HEAD' }, HEALTH)).resume();
      return true;
    } catch (error) {
      log.warn({ err: error }, 'the storage is not there');
      return false;
    }
  }
}

class KeptObject implements Kept {
  private constructor(
    private readonly requests: BucketRequests,
    private readonly name: string,
    private readonly found: { readonly beginning: Buffer; readonly bytes: number; readonly tag: string },
  ) {}

  static async in(requests: BucketRequests, name: string, head: number): Promise<KeptObject> {
    const answer = await requests.ask(spanOf(name, 0, head), OPENING);
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const [, bytes] = /^bytes \d+-\d+\/(\d+)$/.exec(answer.headers['content-range'] ?? '') ?? [];
    if (bytes === undefined) throw new Error('the storage knows no ranges');
    const { etag: tag = '*' } = answer.headers;
    return new KeptObject(requests, name, { beginning: Buffer.concat(chunks), bytes: Number(bytes), tag });
  }

  get bytes(): number {
    return this.found.bytes;
  }

  /** Where it breaks off it goes on from there: also where whoever reads took too long for the service. */
  async *read(start: number, end: number): AsyncGenerator<Buffer> {
    const { beginning, tag } = this.found;
    let at = start;
    if (at < beginning.length) {
      const held = beginning.subarray(at, end);
      at += held.length;
      yield held;
    }
    for (let breaks = 0; at < end; breaks++) {
      try {
        // What replaces it meanwhile is sealed otherwise.
        const question = spanOf(this.name, at, end, { 'if-match': tag });
        for await (const chunk of await this.requests.ask(question, CONTENT)) {
          breaks = 0;
          at += (chunk as Buffer).length;
          yield chunk as Buffer;
        }
      } catch (error) {
        if (error instanceof Unwilling || breaks === MOST_BREAKS) giveUp(error);
      }
    }
  }

  /** Between two requests nothing is held. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}

function spanOf(name: string, start: number, end: number, more: Question['headers'] = {}): Question {
  return { method: 'GET', name, headers: { range: `bytes=${start}-${end - 1}`, ...more } };
}

async function measured(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    bytes += (chunk as Buffer).length;
    hash.update(chunk as Buffer);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function giveUp(error: unknown): never {
  if (error instanceof DomainError) throw error;
  log.warn({ err: error }, 'the storage gives no answer');
  throw new DomainError('service.storage-away');
}
