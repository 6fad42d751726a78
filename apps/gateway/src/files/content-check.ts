/** Whether a file is what it says, seen from its content as it streams by; a name and a header prove nothing. */
import { refuse, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import { isHeic } from './heic.js';
import { EXCEL, OfficeCheck, WORD } from './office-check.js';
import { LockCheck } from './pdf/lock-check.js';
import { PDF, SecondKindCheck } from './second-kind-check.js';

/** Sees every chunk in order, and then the end; refuses with `file.not-what-it-says` and codes of its own. */
export interface ContentCheck {
  chunk(bytes: Buffer): void;
  end(): void;
  /** Sees all of it once more, where a stream does not say enough. */
  whole?(content: AsyncIterable<Buffer>): Promise<void>;
}

/** With what every file of the kind begins, and at which byte that stands. */
const beginnings: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'application/pdf': { 0: '%PDF-' },
  'image/jpeg': { 0: '\xff\xd8\xff' },
  'image/png': { 0: '\x89PNG\r\n\x1a\n' },
  'image/webp': { 0: 'RIFF', 8: 'WEBP' },
};
const MOST_BEGINNING_BYTES = 12;
const checks: Readonly<Record<string, () => ContentCheck>> = {
  'text/csv': () => new TextCheck('text/csv'),
  [EXCEL]: () => new OfficeCheck(EXCEL),
  [WORD]: () => new OfficeCheck(WORD),
  ...Object.fromEntries(
    Object.entries(beginnings).map(([type, expected]) => [type, () => new BeginningCheck(type, expected)]),
  ),
};

export function contentCheck(mediaType: string): ContentCheck {
  const make = checks[mediaType] ?? refuse('file.media-type', { mediaType });
  const all = [make(), new SecondKindCheck(mediaType)];
  const checked = {
    chunk: (bytes: Buffer) => all.forEach((check) => check.chunk(bytes)),
    end: () => all.forEach((check) => check.end()),
  };
  if (mediaType !== PDF) return checked;
  const lock = new LockCheck();
  all.push(lock);
  return { ...checked, whole: (content) => lock.whole(content) };
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
    private readonly expected: Readonly<Record<number, string>>,
  ) {}

  chunk(bytes: Buffer): void {
    const missing = MOST_BEGINNING_BYTES - this.head.length;
    if (missing > 0) this.head = Buffer.concat([this.head, bytes.subarray(0, missing)]);
    // At once, for what takes the position out of photos stumbles over it next.
    refuseIf(isHeic(this.head), 'file.heic');
  }

  end(): void {
    const head = this.head.toString('latin1');
    const isSo = Object.entries(this.expected).every(([at, bytes]) => head.startsWith(bytes, Number(at)));
    refuseUnless(isSo, 'file.not-what-it-says', { mediaType: this.mediaType });
  }
}
