/** How a zip archive ends: with its directory, and a record (APPNOTE 4.3.16) that readers look for from the end of whatever file they are given. */

const SIGNATURE = Buffer.from('PK\x05\x06');
/** Of an archive of one part, which all are. */
const PARTS = Buffer.alloc(4);
/** Without a comment. */
export const END_BYTES = 22;
/** Where the longest comment follows. */
export const END_WITHIN_BYTES = END_BYTES + 0xffff;

export interface EndOfArchive {
  readonly entries: number;
  readonly directoryAt: number;
  readonly directoryBytes: number;
}

/** Where these last bytes are such a record, and nothing stands behind it. */
export function endOfArchive(last: Buffer): EndOfArchive | undefined {
  if (last.length !== END_BYTES || !last.subarray(0, 4).equals(SIGNATURE)) return undefined;
  if (last.readUInt16LE(20) !== 0) return undefined;
  return {
    entries: last.readUInt16LE(10),
    directoryBytes: last.readUInt32LE(12),
    directoryAt: last.readUInt32LE(16),
  };
}

const LISTED = Buffer.from('PK\x01\x02');
const LISTED_BYTES = 46;
/** Of an entry whose name is UTF-8; others are what older programs write, a byte for a character. */
const IS_UTF8 = 0x0800;

/** What the directory lists (4.3.12), by name and by the size that it says each unpacks to; undefined where it is none. */
export function directoryOf(bytes: Buffer): { name: string; unpacked: number }[] | undefined {
  const listed = [];
  for (let at = 0; at < bytes.length;) {
    const nameAt = at + LISTED_BYTES;
    if (nameAt > bytes.length || !bytes.subarray(at, at + 4).equals(LISTED)) return undefined;
    const nameEnd = nameAt + bytes.readUInt16LE(at + 28);
    const encoding = bytes.readUInt16LE(at + 8) & IS_UTF8 ? 'utf8' : 'latin1';
    listed.push({
      name: bytes.toString(encoding, nameAt, nameEnd),
      unpacked: bytes.readUInt32LE(at + 24),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return listed;
}

/** Anywhere in them; four bytes alone would stand there by chance in one photo of sixty thousand. */
export function hasEndOfArchive(last: Buffer): boolean {
  return last.includes(Buffer.concat([SIGNATURE, PARTS]));
}
