/**
 * Uploads that come in parts, so that one that was broken off goes on from where it was (apps/gateway/decisions/0001). A part is sealed
 * and on the disk before it counts. They stand in the folder that all gateways share; whoever has not begun one cannot even find it.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileRef, Id } from '@xuncha/contracts';
import { newId, refuse, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import type { Config } from '../config.js';
import { secretFile } from '../crypto/key-files.js';
import { suite } from '../crypto/suite.js';
import { onDisk } from './disk.js';

export interface Uploader {
  readonly account: string;
  readonly site: string;
}
/** What was said of the file when its upload was begun. */
export interface Announced {
  /** Name of the contract it is for. */
  readonly contract: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** A photo as evidence of where it was taken. */
  readonly keepPosition: boolean;
}
export interface Upload {
  readonly id: string;
  readonly uploader: Uploader;
  readonly folder: string;
  readonly announced: Announced;
  /** How much of it is on the disk. */
  readonly offset: number;
  readonly expiresAt: Date;
  /** Once it is whole, checked and in the content store. */
  readonly file?: FileRef | undefined;
}

/** After the last part that came, or after it was finished. */
const KEPT_MS = 24 * 3_600_000;
/** At once, of one account in one site; the one that moved longest ago gives way. With the largest file this is what they can fill. */
const MOST_UNFINISHED = 8;
const PART_BYTES = 1024 * 1024;
/** Of one upload; with breaks every few seconds a file of the largest size stays below. */
const MOST_PARTS = 1024;
const SEAL_BYTES = 1 + suite.nonceBytes + suite.tagBytes;
const PART = 'part-';
const DIGITS = 12;
/** What was announced, and what came of it. */
const BEGUN = 'begun';
const ANSWER = 'answer';

export class UploadsInParts {
  private readonly folder: string;
  private readonly key: Buffer;

  constructor(config: Pick<Config, 'dataFolder' | 'keyFolder'>) {
    this.folder = join(config.dataFolder, 'uploads');
    this.key = secretFile(config.keyFolder, 'content.key');
  }

  async begin(uploader: Uploader, announced: Announced): Promise<Upload> {
    const id = newId();
    const folder = this.placeOf(uploader, id);
    await onDisk(() => mkdir(folder, { recursive: true, mode: 0o700 }));
    await this.write(folder, BEGUN, Buffer.from(JSON.stringify(announced)), rename);
    await this.makeRoom(join(folder, '..'), id);
    return { id, uploader, folder, announced, offset: 0, expiresAt: new Date(Date.now() + KEPT_MS) };
  }

  /** Refuses with `upload.unknown` where this account did not begin it in this site, or it has expired. */
  async find(uploader: Uploader, id: string): Promise<Upload> {
    refuseUnless(Id.safeParse(id).success, 'upload.unknown');
    const folder = this.placeOf(uploader, id);
    const begun = await this.readIfThere(folder, BEGUN);
    const expiresAt = await expiryOf(folder);
    if (!begun || expiresAt < new Date()) return refuse('upload.unknown');
    const announced = JSON.parse(begun.toString()) as Announced;
    const file = await this.answerOf({ folder });
    const offset = file ? announced.bytes : await this.offsetIn(folder);
    return { id, uploader, folder, announced, offset, expiresAt, file };
  }

  /**
   * Adds what comes, as far as it comes; also what came before the stream broke. Refuses with `upload.offset` where somebody else has
   * gone on from the same place meanwhile, and with `upload.longer-than-said`.
   */
  async append(upload: Upload, stream: AsyncIterable<Buffer>): Promise<Upload> {
    const { folder, offset, announced } = upload;
    refuseIf((await partsIn(folder)).length >= MOST_PARTS, 'upload.too-many-parts', { most: MOST_PARTS });
    let end = offset;
    let held: Buffer[] = [];
    const keep = async () => {
      const part = Buffer.concat(held);
      held = [];
      if (part.length === 0) return;
      await this.write(folder, partAt(end), part, link);
      end += part.length;
    };
    let received = offset;
    try {
      for await (const chunk of stream) {
        received += chunk.length;
        refuseIf(received > announced.bytes, 'upload.longer-than-said', { limit: announced.bytes });
        held.push(chunk);
        if (received - end >= PART_BYTES) await keep();
      }
    } finally {
      await keep();
    }
    return { ...upload, offset: end };
  }

  /** The content as far as it has come; refuses with `upload.unknown` where it was finished or dropped meanwhile. */
  async *read({ folder, offset }: Upload): AsyncGenerator<Buffer> {
    for (let at = 0; at < offset;) {
      const part = (await this.readIfThere(folder, partAt(at))) ?? refuse('upload.unknown');
      at += part.length;
      yield part;
    }
  }

  /** What it came to, where it was finished meanwhile. */
  async answerOf({ folder }: Pick<Upload, 'folder'>): Promise<FileRef | undefined> {
    const answer = await this.readIfThere(folder, ANSWER);
    return answer && FileRef.parse(JSON.parse(answer.toString()));
  }

  /** From now on this is what the upload came to, however often it is asked for. */
  async finish({ folder }: Upload, file: FileRef): Promise<void> {
    await this.write(folder, ANSWER, Buffer.from(JSON.stringify(file)), rename);
    for (const name of await partsIn(folder)) await rm(join(folder, name), { force: true });
  }

  async drop({ folder }: Pick<Upload, 'folder'>): Promise<void> {
    await rm(folder, { recursive: true, force: true });
  }

  /** Removes what has expired. */
  async sweep(): Promise<void> {
    for (const uploader of await namesIn(this.folder)) {
      const theirs = join(this.folder, uploader);
      for (const id of await namesIn(theirs)) {
        const folder = join(theirs, id);
        if ((await expiryOf(folder)) < new Date()) await this.drop({ folder });
      }
    }
  }

  private async makeRoom(theirs: string, begun: string): Promise<void> {
    const others = (await namesIn(theirs)).filter((id) => id !== begun);
    const known = await Promise.all(
      others.map(async (id) => ({ folder: join(theirs, id), ...(await stateOf(join(theirs, id))) })),
    );
    const unfinished = known
      .filter(({ isFinished }) => !isFinished)
      .toSorted((one, other) => other.movedAt - one.movedAt);
    for (const given of unfinished.slice(MOST_UNFINISHED - 1)) await this.drop(given);
  }

  private async offsetIn(folder: string): Promise<number> {
    const last = (await partsIn(folder)).at(-1);
    if (last === undefined) return 0;
    const { size } = await stat(join(folder, last));
    return Number(last.slice(PART.length)) + size - SEAL_BYTES;
  }

  /** Nothing on the disk says whose they are. */
  private placeOf({ account, site }: Uploader, id: string): string {
    const whose = suite.mac(this.key, `uploads of ${account} in ${site}`).toString('hex').slice(0, 32);
    return join(this.folder, whose, id);
  }

  /** `under` puts it there whole: `rename` in the place of what is there, `link` only where nothing is. */
  private async write(folder: string, name: string, plain: Buffer, under: typeof rename): Promise<void> {
    const draft = join(folder, `draft-${randomBytes(12).toString('hex')}`);
    const sealed = suite.seal(this.keyOf(folder), plain, name);
    try {
      await onDisk(() => writeFile(draft, sealed, { mode: 0o600, flush: true }));
      await under(draft, join(folder, name));
    } catch (error) {
      if (codeOf(error) === 'EEXIST') refuse('upload.offset', { offset: await this.offsetIn(folder) });
      if (codeOf(error) === 'ENOENT') refuse('upload.unknown');
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  private async readIfThere(folder: string, name: string): Promise<Buffer | undefined> {
    const sealed = await readFile(join(folder, name)).catch(missing(undefined));
    return sealed && suite.open(this.keyOf(folder), sealed, name);
  }

  /** One for each upload, so that no part opens in another. */
  private keyOf(folder: string): Buffer {
    return suite.derive(this.key, Buffer.from(folder.slice(this.folder.length)), 'upload');
  }
}

const partAt = (offset: number) => PART + String(offset).padStart(DIGITS, '0');

async function partsIn(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => name.startsWith(PART)).toSorted();
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(missing([]));
}

/** A folder that another gateway swept meanwhile moved never. */
async function stateOf(folder: string): Promise<{ movedAt: number; isFinished: boolean }> {
  const found = await stat(folder).catch(missing(undefined));
  return { movedAt: found?.mtimeMs ?? 0, isFinished: (await namesIn(folder)).includes(ANSWER) };
}

async function expiryOf(folder: string): Promise<Date> {
  return new Date((await stateOf(folder)).movedAt + KEPT_MS);
}

function missing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (codeOf(error) === 'ENOENT') return instead;
    throw error;
  };
}

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code;
