/** A PNG picture as it is, without texts, Exif and whatever else nobody needs to draw it. */
import { Broken, type ByteSource } from './byte-source.js';

const SIGNATURE_BYTES = 8;
const CRC_BYTES = 4;
const TYPE = /^[A-Za-z]{4}$/;
const LAST = 'IEND';
/** Beside those without which there is no picture, which begin with a capital letter: how it is to be drawn, and when it was changed. */
const DRAWING = new Set(
  'tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT tIME cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

/** What stands behind its end is no part of the picture, and does not stay. */
export async function* pngWithoutPosition(source: ByteSource): AsyncGenerator<Buffer> {
  yield await source.take(SIGNATURE_BYTES);
  for (let type = ''; type !== LAST;) {
    const head = await source.take(8);
    type = head.toString('latin1', 4);
    if (!TYPE.test(type)) throw new Broken('no chunk where one is due');
    const bytes = head.readUInt32BE() + CRC_BYTES;
    if (/^[A-Z]/.test(type) || DRAWING.has(type)) {
      yield head;
      yield* source.passing(bytes);
    } else await source.skip(bytes);
  }
  await source.toEnd();
}
