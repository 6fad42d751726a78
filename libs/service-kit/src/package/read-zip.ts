/** What lies in a zip, by its own directory; of a zip that this kit did not write, or that was cut, it says so. */
import type { FileHandle } from 'node:fs/promises';
import { CENTRAL, END, LOCAL } from './zip.js';

export interface Entry {
  readonly name: string;
  readonly bytes: number;
  /** Where its content begins. */
  readonly start: number;
}

const PIECE = 1024 * 1024;
const END_MARK = 0x06054b50;
const CENTRAL_MARK = 0x02014b50;

/** Undefined where there is no directory that could be read, or what it says cannot be. */
export async function entriesOf(handle: FileHandle): Promise<Entry[] | undefined> {
  const { size } = await handle.stat();
  if (size < END) return undefined;
  const end = await bytesAt(handle, size - END, END);
  const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (end.readUInt32LE(0) !== END_MARK || start + length + END !== size) return undefined;
  return directoryOf(await bytesAt(handle, start, length), start);
}

function directoryOf(directory: Buffer, limit: number): Entry[] | undefined {
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + CENTRAL > directory.length || directory.readUInt32LE(at) !== CENTRAL_MARK) return undefined;
    const bytes = directory.readUInt32LE(at + 24);
    const nameLength = directory.readUInt16LE(at + 28);
    const start = directory.readUInt32LE(at + 42) + LOCAL + nameLength;
    if (start + bytes > limit) return undefined;
    entries.push({ name: directory.toString('utf8', at + CENTRAL, at + CENTRAL + nameLength), bytes, start });
    at += CENTRAL + nameLength;
  }
  return entries;
}

export async function* contentOf(handle: FileHandle, { start, bytes }: Entry): AsyncGenerator<Buffer> {
  for (let read = 0; read < bytes; read += PIECE)
    yield await bytesAt(handle, start + read, Math.min(PIECE, bytes - read));
}

/** Fewer at the end of the file. */
export async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
