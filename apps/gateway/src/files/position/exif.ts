/** What a camera writes beside a picture (Exif, a TIFF structure), without where it was taken. All else stays where it stands. */

const ENTRY = 12;
const MAGIC = 42;
const EXIF_DIRECTORY = 0x8769;
const INTEROPERABILITY = 0xa005;
const GPS = 0x8825;
/** Of no form that anybody but their makers knows, or texts of other standards that may name the place as well. */
const OPAQUE = new Set([
  0x927c, // MakerNote
  0x02bc, // XMP
  0x83bb, // IPTC
  0x8649, // Photoshop
  0x014a, // further pictures
]);
/** Bytes of a value, by the number of its type. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** Undefined where it cannot be understood: then nobody can say that no position stands in it. */
export function exifWithoutPosition(tiff: Buffer): Buffer | undefined {
  try {
    return new Directories(Buffer.from(tiff)).withoutPosition();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Reading beyond the end throws a RangeError. */
class Directories {
  private readonly isLittle: boolean;
  private readonly seen = new Set<number>();

  constructor(private readonly tiff: Buffer) {
    const order = tiff.toString('latin1', 0, 2);
    this.isLittle = order === 'II';
    if ((!this.isLittle && order !== 'MM') || this.short(2) !== MAGIC) throw new RangeError('no TIFF');
  }

  withoutPosition(): Buffer {
    this.cleanFrom(this.long(4));
    return this.tiff;
  }

  private cleanFrom(first: number): void {
    for (let at = first; at !== 0; at = this.long(this.endOf(at))) {
      if (this.seen.has(at)) throw new RangeError('directories in a circle');
      this.seen.add(at);
      this.clean(at);
    }
  }

  private clean(at: number): void {
    for (let index = this.short(at) - 1; index >= 0; index--) {
      const entry = at + 2 + index * ENTRY;
      const tag = this.short(entry);
      if (tag === GPS) this.wipeDirectory(this.long(entry + 8));
      if (OPAQUE.has(tag)) this.wipeValue(entry);
      if (tag === GPS || OPAQUE.has(tag)) this.remove(at, entry);
      else if (tag === EXIF_DIRECTORY || tag === INTEROPERABILITY) this.cleanFrom(this.long(entry + 8));
    }
  }

  private wipeDirectory(at: number): void {
    const end = this.endOf(at);
    for (let entry = at + 2; entry < end; entry += ENTRY) this.wipeValue(entry);
    this.wipe(at, end);
  }

  /** Up to four bytes stand in the entry itself. */
  private wipeValue(entry: number): void {
    const bytes = (SIZES[this.short(entry + 2)] ?? 0) * this.long(entry + 4);
    if (bytes > 4) this.wipe(this.long(entry + 8), this.long(entry + 8) + bytes);
  }

  private wipe(start: number, end: number): void {
    if (end > this.tiff.length) throw new RangeError('beyond the end');
    this.tiff.fill(0, start, end);
  }

  /** Those behind it move up, and so does where the next directory is. */
  private remove(at: number, entry: number): void {
    const end = this.endOf(at) + 4;
    this.tiff.copyWithin(entry, entry + ENTRY, end);
    this.wipe(end - ENTRY, end);
    const count = this.short(at) - 1;
    if (this.isLittle) this.tiff.writeUInt16LE(count, at);
    else this.tiff.writeUInt16BE(count, at);
  }

  /** Where a directory says where the next is. */
  private endOf(at: number): number {
    return at + 2 + this.short(at) * ENTRY;
  }

  private short(at: number): number {
    return this.isLittle ? this.tiff.readUInt16LE(at) : this.tiff.readUInt16BE(at);
  }

  private long(at: number): number {
    return this.isLittle ? this.tiff.readUInt32LE(at) : this.tiff.readUInt32BE(at);
  }
}
