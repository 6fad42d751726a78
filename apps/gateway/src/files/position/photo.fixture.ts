/** Photos as telephones write them, with where they were taken in all the places that there are. */
import { crc32 } from 'node:zlib';

/** Seconds of a latitude, as nothing else in the photo reads. */
export const PLACE = Buffer.from('2718281828459045', 'hex');
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1];

type Entry = readonly [tag: number, type: number, value: Buffer | Directory];
interface Directory {
  readonly entries: readonly Entry[];
}

/** Camera, orientation and time, beside GPS, a maker's note and a second directory with the thumbnail. */
export function exif(order: 'II' | 'MM'): Buffer {
  const short = (value: number) => number(order, value, 2);
  const position: Directory = { entries: [[1, 2, Buffer.from('N\0')], [2, 5, PLACE]] };
  const camera: Directory = {
    entries: [[0x9003, 2, Buffer.from('2017:06:12 09:30:00\0')], [0x927c, 7, PLACE], [0xa002, 3, short(4000)]],
  };
  const first: Directory = {
    entries: [
      [0x010f, 2, Buffer.from('演示相机\0')],
      [0x0112, 3, short(6)],
      [0x02bc, 1, PLACE],
      [0x8769, 4, camera],
      [0x8825, 4, position],
    ],
  };
  return tiffOf(order, first, { entries: [[0x0103, 3, short(6)]] });
} // oxfmt-ignore

export function jpeg(tiff: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff])),
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="'), PLACE])),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1')),
    segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), PLACE])),
    segment(0xfe, PLACE),
    drawing,
    Buffer.from('ffd9', 'hex'),
    // Of a moving photo.
    Buffer.concat([Buffer.from('ftypmp42'), PLACE]),
  ]);
} // oxfmt-ignore

/** Tables and the scan, with bytes that look like markers and are none. */
export const drawing = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc0, Buffer.alloc(15, 2)),
  segment(0xda, Buffer.alloc(10, 3)),
  Buffer.from('12ff0034ffd056ff00ffd778'.repeat(1_000), 'hex'),
]);

export function png(): Buffer {
  const hidden = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), PLACE]);
  return Buffer.concat([pngOf(Buffer.alloc(20_000, 7), { eXIf: exif('MM'), iTXt: hidden }), PLACE]);
}

export function webp(tiff: Buffer): Buffer {
  const parts = [
    part('VP8X', Buffer.alloc(10)),
    part('ICCP', Buffer.from('colours')),
    part('VP8 ', drawing),
    part('EXIF', tiff),
    part('XMP ', Buffer.concat([Buffer.from('<x:xmpmeta exif:GPSLatitude="'), PLACE])),
    part('what', PLACE),
  ];
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  return Buffer.concat([Buffer.from('RIFF'), number('II', body.length, 4), body, PLACE]);
}

function part(type: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(type),
    number('II', body.length, 4),
    body,
    Buffer.alloc(body.length % 2),
  ]);
}

/** Nobody could draw it, but it has the form. */
export function pngOf(drawn: Buffer, beside: Readonly<Record<string, Buffer>> = {}): Buffer {
  const parts = {
    IHDR: Buffer.alloc(13, 1),
    pHYs: Buffer.alloc(9, 2),
    ...beside,
    IDAT: drawn,
    IEND: Buffer.alloc(0),
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...Object.entries(parts).map(([type, body]) => chunk(type, body)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), body]);
  return Buffer.concat([number('MM', body.length, 4), typed, number('MM', crc32(typed), 4)]);
}

function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xff, marker), number('MM', body.length + 2, 2), body]);
}

function tiffOf(order: 'II' | 'MM', ...directories: readonly Directory[]): Buffer {
  const out = [Buffer.from(order), number(order, 42, 2), Buffer.alloc(4)];
  let end = 8;
  const add = (bytes: Buffer) => {
    out.push(bytes);
    end += bytes.length;
    return end - bytes.length;
  };
  let link = out[2]!;
  for (const directory of directories) {
    const { bytes, next } = directoryOf(order, directory, add);
    number(order, add(bytes), 4).copy(link);
    link = next;
  }
  return Buffer.concat(out);
}

/** What does not fit into an entry is added before the directory. */
function directoryOf(order: 'II' | 'MM', { entries }: Directory, add: (bytes: Buffer) => number) {
  const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
  number(order, entries.length, 2).copy(bytes);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const isDirectory = !Buffer.isBuffer(value);
    const content = isDirectory ? number(order, add(directoryOf(order, value, add).bytes), 4) : value;
    const count = isDirectory ? 1 : content.length / TYPE_BYTES[type]!;
    const entry = bytes.subarray(2 + index * 12);
    number(order, tag, 2).copy(entry);
    number(order, type, 2).copy(entry, 2);
    number(order, count, 4).copy(entry, 4);
    (content.length > 4 ? number(order, add(content), 4) : content).copy(entry, 8);
  }
  return { bytes, next: bytes.subarray(-4) };
}

function number(order: 'II' | 'MM', value: number, bytes: 2 | 4): Buffer {
  const result = Buffer.alloc(bytes);
  if (order === 'II') result.writeUIntLE(value, 0, bytes);
  else result.writeUIntBE(value, 0, bytes);
  return result;
}
