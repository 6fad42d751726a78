/**
 * Encrypts a stream in segments with AES-256-GCM, so that what is read has been proven before it is used and no segment can be
 * removed, moved or cut off: the nonce counts them and says which is the last. A key is derived per file from a random salt.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const SALT = 32;
const TAG = 16;
const SEGMENT = 64 * 1024;
const HEADER = Buffer.from('XCC1');

export async function* encrypt(
  key: Buffer,
  plain: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const fileKey = derive(key, salt);
  yield Buffer.concat([HEADER, salt]);
  let number = 0;
  for await (const { segment, isLast } of inSegments(plain, SEGMENT)) {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonce(number++, isLast));
    yield Buffer.concat([cipher.update(segment), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Throws where a byte is not as it was written. */
export async function* decrypt(key: Buffer, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = new Source(sealed);
  const header = await source.take(HEADER.length + SALT);
  if (!header.subarray(0, HEADER.length).equals(HEADER)) throw new Error('content has an unknown format');
  const fileKey = derive(key, header.subarray(HEADER.length));
  let number = 0;
  for await (const { segment, isLast } of inSegments(source.rest(), SEGMENT + TAG)) {
    const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce(number++, isLast));
    decipher.setAuthTag(segment.subarray(-TAG));
    yield Buffer.concat([decipher.update(segment.subarray(0, -TAG)), decipher.final()]);
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

function derive(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'content', 32));
}

function nonce(number: number, isLast: boolean): Buffer {
  const result = Buffer.alloc(12);
  result.writeUInt32BE(number, 0);
  result.writeUInt8(isLast ? 1 : 0, 4);
  return result;
}
