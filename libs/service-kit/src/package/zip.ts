/**
 * A zip as a stream, nothing compressed, and of one content there is one zip: what proves a package writes it again and compares every
 * byte. Sizes are known beforehand, so that the length of the whole is, too.
 */
import { crc32 } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

export const LOCAL = 30;
export const CENTRAL = 46;
export const END = 22;
const DESCRIPTOR = 16;
const VERSION = 20;
/** Names are UTF-8; the checksum follows the content. */
const FLAGS = 0x0808;
const FIRST_YEAR = 1980;

/** Of the whole. */
export function zippedBytes(parts: readonly Pick<ZipPart, 'name' | 'bytes'>[]): number {
  return parts.reduce(
    (sum, { name, bytes }) => sum + LOCAL + CENTRAL + DESCRIPTOR + bytes + 2 * Buffer.byteLength(name),
    END,
  );
}

interface Written {
  readonly name: Buffer;
  readonly bytes: number;
  readonly offset: number;
  readonly checksum: number;
}

/** `day` is what every file in it is dated. */
export async function* zipped(parts: Iterable<ZipPart>, day: string): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  const date = dosDate(day);
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    yield Buffer.concat([
      numbers(0x04034b50, [VERSION, FLAGS, 0, 0, date], [0, 0, 0], [name.length, 0]),
      name,
    ]);
    let [checksum, bytes] = [0, 0];
    for await (const piece of part.content) {
      checksum = crc32(piece, checksum);
      bytes += piece.length;
      yield piece;
    }
    if (bytes !== part.bytes) throw new Error(`${part.name} has ${bytes} bytes in place of ${part.bytes}`);
    yield numbers(0x08074b50, [], [checksum, bytes, bytes], []);
    written.push({ name, bytes, offset, checksum });
    offset += LOCAL + name.length + bytes + DESCRIPTOR;
  }
  const directory = Buffer.concat(written.flatMap((one) => [central(one, date), one.name]));
  yield directory;
  yield numbers(0x06054b50, [0, 0, written.length, written.length], [directory.length, offset], [0]);
}

function central({ name, bytes, offset, checksum }: Written, date: number): Buffer {
  const versions = [VERSION, VERSION, FLAGS, 0, 0, date];
  const head = numbers(0x02014b50, versions, [checksum, bytes, bytes], [name.length, 0, 0, 0, 0]);
  return Buffer.concat([head, numbers(0, [], [offset], [])]);
}

/** A signature, then numbers of two, four and two bytes. */
function numbers(
  signature: number,
  short: readonly number[],
  long: readonly number[],
  last: readonly number[],
): Buffer {
  const result = Buffer.alloc(4 + 2 * short.length + 4 * long.length + 2 * last.length);
  let at = result.writeUInt32LE(signature, 0);
  for (const value of short) at = result.writeUInt16LE(value, at);
  for (const value of long) at = result.writeUInt32LE(value, at);
  for (const value of last) at = result.writeUInt16LE(value, at);
  return result;
}

function dosDate(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return ((Math.max(year, FIRST_YEAR) - FIRST_YEAR) << 9) | (month << 5) | date;
}
