/** A page as a grey picture: read as it was drawn, kept as a small PNG, and compared so that a missing glyph shows and a hair's breadth does not. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** A byte for each point: 0 is black, 255 is white. */
  readonly points: Buffer;
}

/** As `pdftoppm -gray` draws it. */
export function fromPgm(content: Buffer): Picture {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(content.toString('latin1', 0, 64))!;
  return { width: Number(width), height: Number(height), points: content.subarray(head.length) };
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Four greys are enough to see by, and to compare by. */
const BITS = 2;
const SHADES = 2 ** BITS - 1;
const PER_BYTE = 8 / BITS;
const GREY = 0;

export function toPng({ width, height, points }: Picture): Buffer {
  const row = Math.ceil(width / PER_BYTE);
  const lines = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const shade = Math.round((points[y * width + x]! / 255) * SHADES);
      lines[y * (row + 1) + 1 + Math.floor(x / PER_BYTE)]! |= shade << (8 - BITS * ((x % PER_BYTE) + 1));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, GREY], 8);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Only what `toPng` wrote. */
export function fromPng(content: Buffer): Picture {
  const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)];
  const data = content.indexOf('IDAT');
  const lines = inflateSync(content.subarray(data + 4, data + 4 + content.readUInt32BE(data - 4)));
  const row = Math.ceil(width / PER_BYTE);
  const points = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const byte = lines[y * (row + 1) + 1 + Math.floor(x / PER_BYTE)]!;
      points[y * width + x] = (((byte >> (8 - BITS * ((x % PER_BYTE) + 1))) & SHADES) / SHADES) * 255;
    }
  return { width, height, points };
}

/** A little less than a letter of body text takes. */
const CELL = 10;
const STEP = CELL / 2;
/**
 * Of 255. Drawn by another program, or with another version of a font, cells differ by up to 19; where the thinnest letter 一 is
 * missing, by 25, and where any other is, by 30 and more.
 */
const MOST = 22;
const NEIGHBOURS = [-1, 0, 1];

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where two pictures of one size differ in how much ink there is; a point's breadth to any side is no difference. */
export function differences(one: Picture, other: Picture): Place[] {
  const [inkOfOne, inkOfOther] = [inkIn(one), inkIn(other)];
  const found: Place[] = [];
  for (let y = 0; y + CELL <= one.height; y += STEP)
    for (let x = 0; x + CELL <= one.width; x += STEP)
      if (!isFound(inkOfOne(x, y), inkOfOther, { x, y }) || !isFound(inkOfOther(x, y), inkOfOne, { x, y }))
        found.push({ x, y });
  return found;
}

function isFound(ink: number, inkThere: Ink, { x, y }: Place): boolean {
  const isLike = (dx: number, dy: number) => Math.abs(ink - inkThere(x + dx, y + dy)) <= MOST;
  return isLike(0, 0) || NEIGHBOURS.some((dy) => NEIGHBOURS.some((dx) => isLike(dx, dy)));
}

type Ink = (x: number, y: number) => number;

/** The mean of a cell, from sums over everything above and to the left. */
function inkIn({ width, height, points }: Picture): Ink {
  const row = width + 1;
  const sums = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0, line = 0; x < width; x++) {
      line += 255 - points[y * width + x]!;
      sums[(y + 1) * row + x + 1] = sums[y * row + x + 1]! + line;
    }
  const sumTo = (x: number, y: number) =>
    sums[Math.min(Math.max(y, 0), height) * row + Math.min(Math.max(x, 0), width)]!;
  return (x, y) =>
    (sumTo(x + CELL, y + CELL) - sumTo(x, y + CELL) - sumTo(x + CELL, y) + sumTo(x, y)) / CELL ** 2;
}
