/** Whether a file is what it says, seen from its content as it streams by; a name and a header prove nothing. */
import { refuse, refuseUnless } from '@xuncha/domain-kit';
import { EXCEL, OfficeCheck, WORD } from './office-check.js';
import { SecondKindCheck } from './second-kind-check.js';

/** Sees every chunk in order, and then the end; refuses with `file.not-what-it-says` and codes of its own. */
export interface ContentCheck {
  chunk(bytes: Buffer): void;
  end(): void;
}

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
  const both = [make(), new SecondKindCheck(mediaType)];
  return {
    chunk: (bytes) => both.forEach((check) => check.chunk(bytes)),
    end: () => both.forEach((check) => check.end()),
  };
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
