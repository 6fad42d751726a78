/**
 * A file in parts, by tus (apps/gateway/decisions/0001). It goes on by itself when the network comes back, and from where it was when the
 * same file is chosen again after the page was left.
 */
import { addressAt, dropAddress, keepAddress, placeOf } from './begun-uploads.js';
import { answered } from './client.js';
import { callOf, type FileName, type FileRef } from './names.js';
import { Problem } from './problem.js';
import { session } from './session.js';
import type { Uploading } from './upload.js';

const PART_BYTES = 1024 * 1024;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Where the server does not know what it was asked to begin. */
const MOST_BEGINNINGS = 3;

const KEPT = `,keepPosition ${btoa('true')}`;

export async function uploadInParts(name: FileName, file: File, uploading: Uploading): Promise<FileRef> {
  const { accountId, site } = session.who ?? {};
  const marks = [file.name, file.type, file.size, file.lastModified, uploading.keepPosition];
  const place = await placeOf([accountId, site, name, ...marks]);
  const sending = new Sending(callOf(name).path, file, uploading, place);
  for (;;) {
    try {
      return await sending.goOn();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.isPassing) await sending.pause();
      else if (!sending.mayBeginAnew(error)) throw error;
    }
  }
}

class Sending {
  private address: string | undefined;
  private bytes = 0;
  private breaks = 0;
  private beginnings = 0;

  constructor(
    private readonly path: string,
    private readonly file: File,
    private readonly uploading: Uploading,
    private readonly place: string | undefined,
  ) {
    this.address = addressAt(place);
  }

  async goOn(): Promise<FileRef> {
    let far: FileRef | number = 0;
    if (this.address) far = await this.howFar(this.address);
    else this.address = await this.begin();
    while (typeof far === 'number') {
      await this.sendFrom(this.address, far);
      far = await this.howFar(this.address);
    }
    dropAddress(this.place);
    return far;
  }

  /** Longer after each break; no longer than until the network is there again. */
  async pause(): Promise<void> {
    const { signal, tell } = this.uploading;
    tell?.({ bytes: this.bytes, isWaiting: true });
    await new Promise<void>((resolve) => {
      const goOn = () => resolve();
      setTimeout(goOn, Math.min(FIRST_WAIT_MS * 2 ** this.breaks++, LONGEST_WAIT_MS));
      addEventListener('online', goOn, { once: true });
      signal?.addEventListener('abort', goOn, { once: true });
    });
    signal?.throwIfAborted();
  }

  /** What the server has cleared away, or never knew, is sent from its beginning. */
  mayBeginAnew({ code }: Problem): boolean {
    // All of it is there; only the look at it has to be tried again.
    if (code === 'file.unchecked') return false;
    this.address = undefined;
    dropAddress(this.place);
    return code === 'upload.unknown' && this.beginnings < MOST_BEGINNINGS;
  }

  private async begin(): Promise<string> {
    this.beginnings++;
    const { name, type, size } = this.file;
    const headers = {
      'upload-length': String(size),
      'upload-metadata': `name ${base64(name)},type ${base64(type)}${this.uploading.keepPosition ? KEPT : ''}`,
    };
    const { headers: answer } = await this.ask(`${this.path}/uploads`, { method: 'POST', headers });
    const address = `${this.path}/uploads/${answer.get('location')!.split('/').at(-1)}`;
    keepAddress(this.place, address);
    return address;
  }

  /** The file, once it is whole. */
  private async howFar(address: string): Promise<FileRef | number> {
    const offset = await this.offsetAt(address);
    if (offset < this.file.size) return offset;
    return (await (await this.ask(address, { method: 'GET' })).json()) as FileRef;
  }

  private async offsetAt(address: string): Promise<number> {
    try {
      const { headers } = await this.ask(address, { method: 'HEAD' });
      return Number(headers.get('upload-offset'));
    } catch (error) {
      if (!(error instanceof Problem) || error.isPassing) throw error;
      // Why it is not there is said in words, which an answer to HEAD has not.
      return this.file.size;
    }
  }

  private async sendFrom(address: string, start: number): Promise<void> {
    for (let offset = start; offset < this.file.size; offset += PART_BYTES) {
      this.tell(offset);
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
      const body = this.file.slice(offset, offset + PART_BYTES);
      try {
        await this.ask(address, { method: 'PATCH', headers, body });
      } catch (error) {
        // Another tab sends the same file: both go on from wherever it is.
        if (error instanceof Problem && error.code === 'upload.offset') return;
        throw error;
      }
      this.breaks = 0;
    }
    this.tell(this.file.size);
  }

  private tell(bytes: number): void {
    this.bytes = bytes;
    this.uploading.tell?.({ bytes, isWaiting: false });
  }

  private ask(path: string, init: RequestInit): Promise<Response> {
    return answered(path, { ...init, signal: this.uploading.signal ?? null });
  }
}

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
