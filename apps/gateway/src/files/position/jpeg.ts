/** A JPEG picture as it is, without what may say where it was taken: of what stands beside the picture only what is known stays. */
import { Broken, type ByteSource } from './byte-source.js';
import { exifWithoutPosition } from './exif.js';

const MARK = 0xff;
const [START, END, SCAN, COMMENT] = [0xd8, 0xd9, 0xda, 0xfe];
const EXIF = 'Exif\0\0';
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef];
/** How the picture is to be drawn, by the segment in which that stands. */
const DRAWING: Readonly<Record<number, readonly string[]>> = {
  [APP0]: ['JFIF\0', 'JFXX\0'],
  [APP2]: ['ICC_PROFILE\0'],
  [APP14]: ['Adobe'],
};

/** What stands behind its end, such as the film of a moving photo, is no part of the picture, and does not stay. */
export async function* jpegWithoutPosition(source: ByteSource): AsyncGenerator<Buffer> {
  yield await source.take(2);
  for (;;) {
    const marker = await nextMarker(source);
    if (marker === END) break;
    if (isAlone(marker)) yield Buffer.of(MARK, marker);
    else yield* segment(marker, source);
    if (marker === SCAN) yield* source.upToMarker((next) => next !== 0 && next !== MARK && !isAlone(next));
  }
  yield Buffer.of(MARK, END);
  await source.toEnd();
}

async function* segment(marker: number, source: ByteSource): AsyncGenerator<Buffer> {
  const length = (await source.take(2)).readUInt16BE();
  if (length < 2) throw new Broken('a segment ends before it begins');
  const kept = keptOf(marker, await source.take(length - 2));
  if (!kept) return;
  const head = Buffer.of(MARK, marker, 0, 0);
  head.writeUInt16BE(kept.length + 2, 2);
  yield Buffer.concat([head, kept]);
}

function keptOf(marker: number, body: Buffer): Buffer | undefined {
  const begins = (text: string) => body.toString('latin1', 0, text.length) === text;
  if (marker === APP1 && begins(EXIF)) {
    const tiff = exifWithoutPosition(body.subarray(EXIF.length));
    return tiff && Buffer.concat([Buffer.from(EXIF, 'latin1'), tiff]);
  }
  const isBeside = (marker >= APP0 && marker <= APP15) || marker === COMMENT;
  return !isBeside || DRAWING[marker]?.some(begins) ? body : undefined;
}

/** Any number of 0xff may stand before it. */
async function nextMarker(source: ByteSource): Promise<number> {
  let [byte] = await source.take(1);
  if (byte !== MARK) throw new Broken('no segment where one is due');
  while (byte === MARK) [byte] = await source.take(1);
  if (byte === 0 || byte === START) throw new Broken('no marker where one is due');
  return byte!;
}

/** Markers that no segment follows: those between the parts of a scan. */
function isAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker === 1;
}
