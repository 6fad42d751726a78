/** The record with which a zip archive ends (APPNOTE 4.3.16); readers look for it from the end of whatever file they are given. */

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

/** Anywhere in them; four bytes alone would stand there by chance in one photo of sixty thousand. */
export function hasEndOfArchive(last: Buffer): boolean {
  return last.includes(Buffer.concat([SIGNATURE, PARTS]));
}
