/**
 * Encrypts a stream in segments by a suite, so that what is read has been proven before it is used and no segment can be
 * removed, moved or cut off: the nonce counts them and says which is the last. A key is derived per file from a random salt.
 */
import { randomBytes } from 'node:crypto';
import { suite, suiteOf, type Suite } from '../crypto/suite.js';

const SALT = 32;
const SEGMENT = 64 * 1024;
const MARK = Buffer.from('XCC');
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

/** Throws where a byte is not as it was written. */
export async function* decrypt(key: Buffer, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = new Source(sealed);
  const header = await source.take(MARK.length + 1 + SALT);
  if (!header.subarray(0, MARK.length).equals(MARK)) throw new Error('content has an unknown format');
  const by = suiteOf(header[MARK.length]);
  const fileKey = by.derive(key, header.subarray(MARK.length + 1), 'content');
  let number = 0;
  for await (const { segment, isLast } of inSegments(source.rest(), SEGMENT + by.tagBytes)) {
    yield by.decrypt(fileKey, nonce(by, number++, isLast), segment, NO_CONTEXT);
  }
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

class Source {
  private held: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    while (this.held.length < size) {
      const { done, value } = await this.chunks.next();
      if (done) throw new Error('content is cut off');
      this.held = Buffer.concat([this.held, value]);
    }
    const taken = this.held.subarray(0, size);
    this.held = this.held.subarray(size);
    return taken;
  }

  async *rest(): AsyncGenerator<Buffer> {
    yield this.held;
    for (let next = await this.chunks.next(); !next.done; next = await this.chunks.next()) yield next.value;
  }
}

function nonce({ nonceBytes }: Suite, number: number, isLast: boolean): Buffer {
  const result = Buffer.alloc(nonceBytes);
  result.writeUInt32BE(number, 0);
  result.writeUInt8(isLast ? 1 : 0, 4);
  return result;
}
