/** A zip archive as it comes into being: nothing of it is kept, and it is made no faster than somebody takes it. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

export interface Entry {
  readonly path: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

const DEFLATE = 8;
/** XML of a sheet shrinks to a twentieth at once; more trouble saves little. */
const LEVEL = 2;
const PIECES_AHEAD = 2;
const NOTHING = new Uint8Array();

/** An entry is asked for when the one before it is written. Whoever stops taking ends what the entries are made of. */
export async function* zipped(entries: Iterable<Entry>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = () => ready.splice(0);
  for (const { path, pieces } of entries) {
    const file: ZipInputFile = { filename: path, size: 0, crc: 0, compression: DEFLATE };
    zip.add(file);
    for await (const chunk of deflated(counted(pieces, file))) {
      file.ondata!(null, chunk, false);
      yield* taken();
    }
    file.ondata!(null, NOTHING, true);
  }
  zip.end();
  yield* taken();
}

/** Off this thread. */
function deflated(bytes: AsyncIterable<Buffer>): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const source = Readable.from(bytes, { highWaterMark: PIECES_AHEAD });
  // What goes wrong comes out of the last stream, too.
  return pipeline(source, createDeflateRaw({ level: LEVEL }), () => undefined);
}

async function* counted(pieces: Entry['pieces'], file: ZipInputFile): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece);
    file.size += bytes.length;
    file.crc = crc32(bytes, file.crc);
    yield bytes;
  }
}
