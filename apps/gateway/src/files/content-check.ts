/** Whether a file is what it says, seen from its content as it streams by; a name and a header prove nothing. */
import { refuse, refuseUnless } from '@xuncha/domain-kit';

/** Sees every chunk in order, and then the end; refuses with `file.not-what-it-says`. */
export interface ContentCheck {
  chunk(bytes: Buffer): void;
  end(): void;
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const checks: Readonly<Record<string, () => ContentCheck>> = {
  'text/csv': () => new TextCheck('text/csv'),
  [EXCEL]: () => new OfficeCheck(EXCEL),
};

export function contentCheck(mediaType: string): ContentCheck {
  const make = checks[mediaType] ?? refuse('file.media-type', { mediaType });
  return make();
}

/** Text in one of the two encodings that Chinese tables are saved in, without the NUL that no text has. */
class TextCheck implements ContentCheck {
  private decoders = ['utf-8', 'gb18030'].map((label) => new TextDecoder(label, { fatal: true }));

  constructor(private readonly mediaType: string) {}

  chunk(bytes: Buffer): void {
    this.refuseUnlessText(!bytes.includes(0));
    this.decoders = this.decoders.filter((decoder) => decodes(decoder, bytes, true));
    this.refuseUnlessText(this.decoders.length > 0);
  }

  end(): void {
    this.refuseUnlessText(this.decoders.some((decoder) => decodes(decoder, Buffer.alloc(0), false)));
  }

  private refuseUnlessText(isText: boolean): void {
    refuseUnless(isText, 'file.not-what-it-says', { mediaType: this.mediaType });
  }
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** A zip archive with the part that every Office document has. */
class OfficeCheck implements ContentCheck {
  private static readonly ZIP = Buffer.from('PK\x03\x04');
  private static readonly PART = Buffer.from('[Content_Types].xml');
  private head = Buffer.alloc(0);
  private tail = Buffer.alloc(0);
  private hasPart = false;

  constructor(private readonly mediaType: string) {}

  chunk(bytes: Buffer): void {
    if (this.head.length < OfficeCheck.ZIP.length)
      this.head = Buffer.concat([this.head, bytes.subarray(0, 4)]);
    const seen = Buffer.concat([this.tail, bytes]);
    this.hasPart ||= seen.includes(OfficeCheck.PART);
    this.tail = seen.subarray(-OfficeCheck.PART.length);
  }

  end(): void {
    const isZip = this.head.subarray(0, 4).equals(OfficeCheck.ZIP);
    refuseUnless(isZip && this.hasPart, 'file.not-what-it-says', { mediaType: this.mediaType });
  }
}
