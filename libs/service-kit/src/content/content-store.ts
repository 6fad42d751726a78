/**
 * Files by the hash of their content, stored once and encrypted, in a folder that the installation's processes share or in a bucket
 * (decisions/0017). The gateway writes; services read what a `FileRef` names (architecture.md, Attachments).
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileRef } from '@xuncha/contracts';
import { refuse, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import type { Config } from '../config.js';
import { secretFile } from '../crypto/key-files.js';
import { suite } from '../crypto/suite.js';
import { BucketStorage } from './bucket-storage.js';
import { onDisk } from './disk.js';
import { FolderStorage, KeptFile } from './folder-storage.js';
import { encrypt, HEADER, SealedContent, type Span } from './segments.js';
import type { Kept, Storage } from './storage.js';
import type { Uploader } from './uploads-in-parts.js';

const WHOLE: Span = { start: 0, end: Infinity };
const DRAFT = 'draft-';
/** Since it was last written to; whatever is still on its way moves long before. */
const DRAFT_KEPT_MS = 24 * 3_600_000;

/** What a file is known by, whatever it is called. */
type Known = Pick<FileRef, 'sha256' | 'bytes' | 'mediaType'>;
/** It says something by being there alone. */
const MARK = 'uploaded';

interface Writing {
  readonly maxBytes: number;
  readonly pass: {
    chunk(bytes: Buffer): void;
    end(): void;
    /** Sees what is kept as a whole, where that has to be. */
    whole?(content: AsyncIterable<Buffer>): Promise<void>;
  };
  readonly edit?: (stream: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
}

/** Whoever asks or acts; null is the system itself. */
interface Namer {
  readonly account: string | null;
  readonly site: string;
}

type Placed = Pick<Config, 'dataFolder' | 'keyFolder' | 'bucket' | 'tlsCa'>;

/** Refuses with `service.storage-away` where the bucket or the disk does not answer, and with `service.storage-full`. */
export class ContentStore {
  /** Of drafts, which are finished here wherever they are kept then. */
  private readonly folder: string;
  private readonly key: Buffer;
  private readonly storage: Storage;

  constructor({ dataFolder, keyFolder, bucket, tlsCa }: Placed) {
    this.folder = join(dataFolder, 'content');
    this.key = secretFile(keyFolder, 'content.key');
    this.storage = bucket ? new BucketStorage(bucket, tlsCa) : new FolderStorage(this.folder);
  }

  /**
   * Stores a stream to its end. `pass` sees every chunk as it came and the end, and refuses by throwing; then nothing is stored. `edit`
   * makes of it what is kept. More than `maxBytes` is refused while it streams, with `file.too-large`.
   */
  async write(
    stream: AsyncIterable<Buffer>,
    { maxBytes, pass, edit = unedited }: Writing,
  ): Promise<Pick<FileRef, 'sha256' | 'bytes'>> {
    const draft = await this.newDraft();
    const hash = createHash('sha256');
    let bytes = 0;
    async function* hashed() {
      for await (const chunk of edit(passed(stream, maxBytes, pass))) {
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    }
    try {
      const sealed = encrypt(this.key, hashed());
      await onDisk(() => written(draft, sealed));
      await pass.whole?.(this.pieces(() => KeptFile.at(draft), WHOLE));
      const sha256 = hash.digest('hex');
      await this.storage.keep(draft, nameOf(sha256));
      return { sha256, bytes };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** The content or a span of it, proven piece by piece; refuses with `file.unknown`. */
  async *read(file: Pick<FileRef, 'sha256'>, span = WHOLE): AsyncGenerator<Buffer> {
    yield* this.pieces(() => this.open(file), span);
  }

  /** Refuses with `file.unknown`. */
  async bytesOf(file: Pick<FileRef, 'sha256'>): Promise<number> {
    const kept = await this.open(file);
    try {
      return (await SealedContent.in(kept, this.key)).bytes;
    } finally {
      await kept.close();
    }
  }

  /** From now on they may name it. */
  async noteUploader(by: Uploader, file: Known): Promise<void> {
    const draft = await this.newDraft();
    try {
      await onDisk(() => writeFile(draft, MARK, { mode: 0o600, flush: true }));
      await this.storage.keep(draft, this.markOf(by, file));
    } finally {
      await rm(draft, { force: true });
    }
  }

  /**
   * For files that somebody names: refuses with `file.unknown` what they did not upload themselves, as what they say it is. Whether others
   * did nobody learns by a hash, let alone what it opens (decisions/0018). The system itself names what it has made.
   */
  async refuseForeign({ account, site }: Namer, files: readonly Known[]): Promise<void> {
    if (account === null) return;
    for (const file of files) {
      const mark = await this.storage.open(this.markOf({ account, site }, file), MARK.length);
      await mark?.close();
      refuseUnless(mark, 'file.unknown', { sha256: file.sha256 });
    }
  }

  /** All of it, for files that are worked on as a whole. Refuses with `file.unknown`, `file.too-large` or `file.changed`. */
  async readWhole(file: Pick<FileRef, 'sha256' | 'bytes'>, maxBytes: number): Promise<Buffer> {
    refuseIf(file.bytes > maxBytes, 'file.too-large', { limit: maxBytes });
    const chunks: Buffer[] = [];
    for await (const chunk of this.read(file)) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    const isSame =
      content.length === file.bytes && createHash('sha256').update(content).digest('hex') === file.sha256;
    refuseUnless(isSame, 'file.changed', { sha256: file.sha256 });
    return content;
  }

  /** Removes what was left half written by processes that were killed. */
  async sweep(): Promise<void> {
    const before = Date.now() - DRAFT_KEPT_MS;
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((one) => one.startsWith(DRAFT))) {
      const draft = join(this.folder, name);
      // One that was finished meanwhile is not there any more.
      const found = await stat(draft).catch(() => undefined);
      if (found && found.mtimeMs < before) await rm(draft, { force: true });
    }
  }

  isThere(): Promise<boolean> {
    return this.storage.isThere();
  }

  private async newDraft(): Promise<string> {
    await onDisk(() => mkdir(this.folder, { recursive: true, mode: 0o700 }));
    return join(this.folder, `${DRAFT}${randomBytes(12).toString('hex')}`);
  }

  /** Says neither whose nor of what to whoever sees the storage. */
  private markOf({ account, site }: Uploader, { sha256, bytes, mediaType }: Known): string {
    const text = JSON.stringify(['uploaded', account, site, sha256, bytes, mediaType]);
    const mac = suite.mac(this.key, text).toString('hex');
    return `by/${mac.slice(0, 2)}/${mac}`;
  }

  private async *pieces(opening: () => Promise<Kept>, span: Span): AsyncGenerator<Buffer> {
    const kept = await opening();
    try {
      yield* (await SealedContent.in(kept, this.key)).read(span);
    } finally {
      await kept.close();
    }
  }

  private async open({ sha256 }: Pick<FileRef, 'sha256'>): Promise<Kept> {
    return (await this.storage.open(nameOf(sha256), HEADER)) ?? refuse('file.unknown', { sha256 });
  }
}

/** The file is there before anything can fail: whoever removes it then removes it for good. */
async function written(draft: string, sealed: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(draft, 'wx', 0o600);
  await pipeline(sealed, file.createWriteStream({ flush: true }));
}

function nameOf(sha256: string): string {
  refuseUnless(/^[0-9a-f]{64}$/.test(sha256), 'file.unknown', { sha256 });
  return `${sha256.slice(0, 2)}/${sha256}`;
}

const unedited = (stream: AsyncIterable<Buffer>) => stream;

async function* passed(stream: AsyncIterable<Buffer>, maxBytes: number, pass: Writing['pass']) {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    refuseIf(bytes > maxBytes, 'file.too-large', { limit: maxBytes });
    pass.chunk(chunk);
    yield chunk;
  }
  pass.end();
}
