/** Whether a file is what it says, seen from its content as it streams by; a name and a header prove nothing. */
import { refuse, refuseUnless } from '@xuncha/domain-kit';

/** Sees every chunk in order, and then the end; refuses with `file.not-what-it-says`. */
export interface ContentCheck {
  chunk(bytes: Buffer): void;
  end(): void;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const EXCEL = `${OFFICE}.spreadsheetml.sheet`;
const WORD = `${OFFICE}.wordprocessingml.document`;
/** The bytes with which every file of the kind begins. */
const beginnings = {
  'application/pdf': '%PDF-',
  'image/jpeg': '\xff\xd8\xff',
  'image/png': '\x89PNG\r\n\x1a\n',
};
const checks: Readonly<Record<string, () => ContentCheck>> = {
  'text/csv': () => new TextCheck('text/csv'),
  [EXCEL]: () => new OfficeCheck(EXCEL),
  [WORD]: () => new OfficeCheck(WORD),
  ...Object.fromEntries(
    Object.entries(beginnings).map(([type, bytes]) => [
      type,
      () => new BeginningCheck(type, Buffer.from(bytes, 'latin1')),
    ]),
  ),
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

class BeginningCheck implements ContentCheck {
  private head = Buffer.alloc(0);

  constructor(
    private readonly mediaType: string,
    private readonly expected: Buffer,
  ) {}

  chunk(bytes: Buffer): void {
    const missing = this.expected.length - this.head.length;
    if (missing > 0) this.head = Buffer.concat([this.head, bytes.subarray(0, missing)]);
  }

  end(): void {
    refuseUnless(this.head.equals(this.expected), 'file.not-what-it-says', { mediaType: this.mediaType });
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
