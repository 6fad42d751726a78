/** How a file can be shown in the page: by its type, and by what it really begins with. */

export type FileKind = 'picture' | 'pdf' | 'word' | 'sheet' | 'text';
/** Why it cannot be; a word for each stands in `unshown.tsx`. */
export type WhyUnshown = 'encrypted' | 'olderOffice' | 'broken' | 'tooMuch' | 'otherKind';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const kinds: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
  'application/pdf': 'pdf',
  [`${OFFICE}.wordprocessingml.document`]: 'word',
  [`${OFFICE}.spreadsheetml.sheet`]: 'sheet',
  'text/plain': 'text',
  'text/csv': 'text',
};
/** The compound file of Office until 2003, and of what Office encrypts since. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The name of the stream in which Office keeps what it encrypted (MS-OFFCRYPTO 2.3.4.4), as it stands in the directory. */
const ENCRYPTED = [...new TextEncoder().encode('EncryptedPackage')].flatMap((byte) => [byte, 0]);

/** Thrown by whatever reads a file; any other error while it is read means that the file is broken. */
export class Unshown extends Error {
  constructor(readonly why: WhyUnshown) {
    super(why);
  }
}

export const whyOf = (error: unknown): WhyUnshown => (error instanceof Unshown ? error.why : 'broken');

/** Of a type that is never shown there is no need to fetch anything. */
export const kindOf = (mediaType: string): FileKind | undefined => kinds[mediaType];

/** Office files of another age or behind a password carry the type of those that can be shown. */
export function refuseUnreadable(content: Uint8Array): void {
  if (!COMPOUND.every((byte, index) => content[index] === byte)) return;
  throw new Unshown(holds(content, ENCRYPTED) ? 'encrypted' : 'olderOffice');
}

function holds(content: Uint8Array, sought: readonly number[]): boolean {
  for (let at = content.indexOf(sought[0]!); at >= 0; at = content.indexOf(sought[0]!, at + 1))
    if (sought.every((byte, index) => content[at + index] === byte)) return true;
  return false;
}
