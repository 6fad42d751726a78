/**
 * A WebP picture as it is, without what may say where it was taken. Its first bytes tell how long it is and which parts it has: so what does not
 * stay is blanked where it stands, and nothing moves.
 */
import { Broken, type ByteSource } from './byte-source.js';
import { exifWithoutPosition } from './exif.js';

const RIFF_BYTES = 12;
const HEAD_BYTES = 8;
const TYPE_BYTES = 4;
/** The picture, its transparency, its frames, and how it is to be drawn. */
const DRAWING = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF = 'EXIF';
/** Written before the Exif by some programs, as JPEG has it. */
const EXIF_MARK = Buffer.from('Exif\0\0', 'latin1');
/** No camera writes as much; what is larger is blanked as it streams by. */
const MOST_EXIF_BYTES = 1024 * 1024;

/** What stands behind its end is no part of the picture, and does not stay. */
export async function* webpWithoutPosition(source: ByteSource): AsyncGenerator<Buffer> {
  const riff = await source.take(RIFF_BYTES);
  yield riff;
  let left = riff.readUInt32LE(4) - TYPE_BYTES;
  while (left > 0) {
    const head = await source.take(HEAD_BYTES);
    const type = head.toString('latin1', 0, TYPE_BYTES);
    const bytes = head.readUInt32LE(TYPE_BYTES);
    left -= HEAD_BYTES + bytes;
    if (left < 0) throw new Broken('a part is longer than the picture');
    // Of an odd length, one byte more follows; some programs leave it out at the end.
    const padding = Math.min(bytes % 2, left);
    left -= padding;
    yield head;
    if (DRAWING.has(type)) yield* source.passing(bytes);
    else if (type === EXIF && bytes <= MOST_EXIF_BYTES) yield exifIn(await source.take(bytes));
    else yield* blanked(source, bytes);
    yield* source.passing(padding);
  }
  if (left < 0) throw new Broken('it is shorter than its own name');
  await source.toEnd();
}

function exifIn(body: Buffer): Buffer {
  const mark = body.subarray(0, EXIF_MARK.length).equals(EXIF_MARK) ? EXIF_MARK.length : 0;
  const tiff = exifWithoutPosition(body.subarray(mark));
  return tiff ? Buffer.concat([body.subarray(0, mark), tiff]) : Buffer.alloc(body.length);
}

async function* blanked(source: ByteSource, bytes: number): AsyncGenerator<Buffer> {
  for await (const piece of source.passing(bytes)) yield Buffer.alloc(piece.length);
}
