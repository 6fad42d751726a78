/**
 * Encrypts a stream in segments by a suite, so that what is read has been proven before it is used and no segment can be
 * removed, moved or cut off: the nonce counts them and says which is the last; and any of them opens without those before it. A key is derived per file from a random salt.
 */
import { randomBytes } from 'node:crypto';
import { suite, suiteOf, type Suite } from '../crypto/suite.js';
import type { Kept } from './storage.js';

const SALT = 32;
const SEGMENT = 64 * 1024;
const MARK = Buffer.from('XCC');
/** Mark, number of the suite, salt. */
export const HEADER = MARK.length + 1 + SALT;
/** The nonce says which segment it is; nothing else need be bound to it. */
const NO_CONTEXT = '';

export async function* encrypt(
  key: Buffer,
  plain: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const fileKey = suite.derive(key, salt, 'content');
  yield Buffer.concat([MARK, Buffer.of(suite.id), salt]);
  let number = 0;
  for await (const { segment, isLast } of inSegments(plain, SEGMENT)) {
    yield suite.encrypt(fileKey, nonce(suite, number++, isLast), segment, NO_CONTEXT);
  }
}

/** Bytes of the plain content from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export class SealedContent {
  private constructor(
    private readonly kept: Kept,
    private readonly by: Suite,
    private readonly key: Buffer,
  ) {}

  static async in(kept: Kept, key: Buffer): Promise<SealedContent> {
    if (kept.bytes < HEADER) throw new Error('content is cut off');
    const header = await joined(kept.read(0, HEADER));
    if (!header.subarray(0, MARK.length).equals(MARK)) throw new Error('content has an unknown format');
    const by = suiteOf(header[MARK.length]);
    const fileKey = by.derive(key, header.subarray(MARK.length + 1), 'content');
    return new SealedContent(kept, by, fileKey);
  }

  /** Of the plain content. */
  get bytes(): number {
    return Math.max(0, this.sealedBytes - this.segments * this.by.tagBytes);
  }

  private get sealedBytes(): number {
    return this.kept.bytes - HEADER;
  }

  private get segments(): number {
    return Math.max(1, Math.ceil(this.sealedBytes / (SEGMENT + this.by.tagBytes)));
  }

  /** Only the segments that hold some of it are read and proven. Throws where a byte is not as it was written. */
  async *read({ start, end }: Span): AsyncGenerator<Buffer> {
    const sealedSegment = SEGMENT + this.by.tagBytes;
    let number = Math.floor(start / SEGMENT);
    const after = Math.min(this.segments, Math.ceil(end / SEGMENT));
    if (number >= after) return;
    const placeOf = (segment: number) => Math.min(HEADER + segment * sealedSegment, this.kept.bytes);
    for await (const { segment } of inSegments(
      this.kept.read(placeOf(number), placeOf(after)),
      sealedSegment,
    )) {
      const isLast = number === this.segments - 1;
      const plain = this.by.decrypt(this.key, nonce(this.by, number, isLast), segment, NO_CONTEXT);
      const before = number++ * SEGMENT;
      yield plain.subarray(Math.max(0, start - before), end - before);
    }
  }
}

async function joined(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Pieces of one size; the last may be shorter, and is there also where the stream is empty. */
async function* inSegments(stream: AsyncIterable<Buffer> | Iterable<Buffer>, size: number) {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (; held.length > size; held = held.subarray(size))
      yield { segment: held.subarray(0, size), isLast: false };
  }
  yield { segment: held, isLast: true };
}

function nonce({ nonceBytes }: Suite, number: number, isLast: boolean): Buffer {
  const result = Buffer.alloc(nonceBytes);
  result.writeUInt32BE(number, 0);
  result.writeUInt8(isLast ? 1 : 0, 4);
  return result;
}
