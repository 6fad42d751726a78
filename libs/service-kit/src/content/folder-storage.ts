/** Sealed content in a folder that all processes of an installation share, a file of its own under every name. */
import { constants } from 'node:fs';
import { access, mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onDisk } from './disk.js';
import type { Kept, Storage } from './storage.js';

const PIECE = 64 * 1024;

export class FolderStorage implements Storage {
  constructor(private readonly folder: string) {}

  /** Two that store the same content at once both end with the one file. */
  async keep(draft: string, name: string): Promise<void> {
    const path = join(this.folder, name);
    await onDisk(async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(draft, path);
    });
  }

  async open(name: string): Promise<Kept | undefined> {
    return onDisk(() => KeptFile.at(join(this.folder, name)).catch(nothingThere));
  }

  async isThere(): Promise<boolean> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await access(this.folder, constants.R_OK | constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }
}

/** Anything else that a disk says does not mean that nothing has this name. */
function nothingThere(error: unknown): undefined {
  if ((error as { code?: string }).code !== 'ENOENT') throw error;
}

/** What replaces the file while it is read does not touch what is read. */
export class KeptFile implements Kept {
  private constructor(
    private readonly file: FileHandle,
    readonly bytes: number,
  ) {}

  static async at(path: string): Promise<KeptFile> {
    const file = await open(path);
    return new KeptFile(file, (await file.stat()).size);
  }

  async *read(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const length = Math.min(PIECE, end - at);
      const { buffer, bytesRead } = await this.file.read(Buffer.alloc(length), 0, length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
