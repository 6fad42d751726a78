import { DomainError } from '@xuncha/domain-kit';
import { expect, test } from 'vitest';
import { drawing, exif, jpeg, PLACE, png, webp } from './photo.fixture.js';
import { withoutPosition } from './without-position.js';

async function edited(mediaType: string, content: Buffer, pieces = 10_007): Promise<Buffer> {
  async function* inPieces() {
    for (let start = 0; start < content.length; start += pieces)
      yield content.subarray(start, start + pieces);
  }
  const kept: Buffer[] = [];
  for await (const chunk of withoutPosition(mediaType, inPieces())) kept.push(chunk);
  return Buffer.concat(kept);
}

test.each(['II', 'MM'] as const)('a photo written %s loses every trace of where it was taken, and no more', async (order) => {
  const before = jpeg(exif(order));
  const after = await edited('image/jpeg', before);
  expect(before.includes(PLACE)).toBe(true);
  expect(after.includes(PLACE)).toBe(false);
  expect(after.includes('N\0\0\0')).toBe(false);
  for (const kept of ['JFIF', 'ICC_PROFILE', '演示相机', '2017:06:12 09:30:00']) expect(after.includes(kept)).toBe(true);
  expect(after.subarray(-drawing.length - 2, -2).equals(drawing)).toBe(true);
}); // oxfmt-ignore

test.each(['II', 'MM'] as const)('which way up it is, how wide, and its thumbnail can still be read (%s)', async (order) => {
  const after = await edited('image/jpeg', jpeg(exif(order)));
  const tiff = after.subarray(after.indexOf('Exif\0\0') + 6);
  const first = readDirectory(tiff, order);
  expect([...first.entries.keys()]).toEqual([0x010f, 0x0112, 0x8769]);
  expect(first.entries.get(0x0112)! & (order === 'II' ? 0xffff : 0xffff0000)).toBe(order === 'II' ? 6 : 6 << 16);
  expect([...readDirectory(tiff, order, first.entries.get(0x8769)!).entries.keys()]).toEqual([0x9003, 0xa002]);
  expect([...readDirectory(tiff, order, first.next).entries.keys()]).toEqual([0x0103]);
}); // oxfmt-ignore

test('a PNG loses its texts and Exif, and whatever stands behind it', async () => {
  const before = png();
  const after = await edited('image/png', before);
  expect(after.includes(PLACE)).toBe(false);
  for (const gone of ['eXIf', 'iTXt']) expect(after.includes(gone)).toBe(false);
  for (const kept of ['IHDR', 'pHYs', 'IDAT']) expect(after.includes(kept)).toBe(true);
  expect(after.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});

test('a WebP keeps its length and its picture; what may name the place is blanked where it stands', async () => {
  const before = webp(exif('II'));
  const after = await edited('image/webp', before);
  expect(before.includes(PLACE)).toBe(true);
  expect(after.includes(PLACE)).toBe(false);
  expect(after).toHaveLength(before.readUInt32LE(4) + 8);
  for (const kept of ['VP8X', 'ICCP', 'VP8 ', '演示相机', '2017:06:12 09:30:00']) expect(after.includes(kept)).toBe(true);
  expect(after.includes(drawing)).toBe(true);
  expect((await edited('image/webp', after, 1)).equals(after)).toBe(true);
}); // oxfmt-ignore

test('in whatever pieces it comes, the same photo stays the same', async () => {
  const photo = jpeg(exif('II'));
  const whole = await edited('image/jpeg', photo, photo.length);
  for (const pieces of [1, 2, 7, 4096]) expect((await edited('image/jpeg', photo, pieces)).equals(whole)).toBe(true);
  // What was cleaned is clean, and has the same hash when it is uploaded again.
  expect((await edited('image/jpeg', whole)).equals(whole)).toBe(true);
}); // oxfmt-ignore

test('what is no photo is not touched', async () => {
  expect((await edited('application/pdf', PLACE)).equals(PLACE)).toBe(true);
});

test.each<[string, Buffer]>([
  ['of an unknown order', Buffer.from('XX\0*\0\0\0\b')],
  ['that goes in a circle', Buffer.from('49492a000800000000000800000000', 'hex')],
  ['that ends before it says', exif('II').subarray(0, 40)],
])('Exif %s goes as a whole, for nobody can say what stands in it', async (_, tiff) => {
  const after = await edited('image/jpeg', jpeg(Buffer.concat([tiff, PLACE])));
  expect(after.includes(PLACE)).toBe(false);
  expect(after.includes('ICC_PROFILE')).toBe(true);
});

test.each<[string, string, Buffer]>([
  ['a JPEG that is cut off', 'image/jpeg', jpeg(exif('II')).subarray(0, 5_000)],
  ['a JPEG of two bytes', 'image/jpeg', Buffer.from('ffd8', 'hex')],
  ['a JPEG without segments', 'image/jpeg', Buffer.from('ffd8ffffff0000', 'hex')],
  ['a PNG that is cut off', 'image/png', png().subarray(0, 5_000)],
  ['a WebP that is cut off', 'image/webp', webp(exif('II')).subarray(0, 5_000)],
  [
    'a WebP with a part longer than itself',
    'image/webp',
    Buffer.from('RIFF\x0c\0\0\0WEBPVP8 \xff\0\0\0', 'latin1'),
  ],
  ['a PNG without chunks', 'image/png', Buffer.alloc(1_000)],
])('%s is broken', async (_, mediaType, content) => {
  await expect(edited(mediaType, content)).rejects.toThrow('file.not-what-it-says');
});

test('whatever is changed in a photo, it is edited or refused', async () => {
  const photo = jpeg(exif('MM'));
  for (let times = 0; times < 300; times++) {
    const spoiled = Buffer.from(photo);
    for (let bytes = 0; bytes < 3; bytes++)
      spoiled[(times * 2 + bytes * 7) % 600] = (times * 31 + bytes * 101) % 256;
    await edited('image/jpeg', spoiled).catch((error: unknown) => expect(error).toBeInstanceOf(DomainError));
  }
});

function readDirectory(tiff: Buffer, order: 'II' | 'MM', given?: number) {
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const at = given ?? long(4);
  const starts = Array.from({ length: short(at) }, (_, index) => at + 2 + index * 12);
  return {
    entries: new Map(starts.map((start) => [short(start), long(start + 8)])),
    next: long(at + 2 + starts.length * 12),
  };
}
