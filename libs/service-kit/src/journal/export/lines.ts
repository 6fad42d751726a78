/** Lines of a file as bytes, a piece of it in memory at a time, with the hash of all that was read. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const PIECE = 1 << 20;
const LINE_END = 0x0a;

export class LinesOf {
  private readonly hash = createHash('sha256');
  count = 0;
  /** The last line has its end. */
  isWhole = true;

  constructor(private readonly path: string) {}

  get sha256(): string {
    return this.hash.digest('hex');
  }

  *[Symbol.iterator](): Generator<Buffer> {
    const file = openSync(this.path, 'r');
    const size = Math.min(fstatSync(file).size + 1, PIECE);
    let rest: Buffer = Buffer.alloc(0);
    try {
      for (;;) {
        const piece = Buffer.allocUnsafe(size);
        const bytes = readSync(file, piece);
        if (bytes === 0) break;
        const read = piece.subarray(0, bytes);
        this.hash.update(read);
        rest = yield* this.linesIn(rest.length > 0 ? Buffer.concat([rest, read]) : read);
      }
    } finally {
      closeSync(file);
    }
    this.isWhole = rest.length === 0;
  }

  private *linesIn(bytes: Buffer): Generator<Buffer, Buffer> {
    let from = 0;
    for (let to = bytes.indexOf(LINE_END); to >= 0; to = bytes.indexOf(LINE_END, from)) {
      this.count += 1;
      yield bytes.subarray(from, to);
      from = to + 1;
    }
    return bytes.subarray(from);
  }
}
