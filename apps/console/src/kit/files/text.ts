/** Text in one of the two encodings that Chinese programs save in; of a long one the beginning. */
import { Unshown } from './file-kind.js';

export const MOST_CHARACTERS = 200_000;

export function textOf(content: Uint8Array): { text: string; isCut: boolean } {
  const text = decoded(content, 'utf-8') ?? decoded(content, 'gb18030');
  if (text === undefined) throw new Unshown('broken');
  return { text: text.slice(0, MOST_CHARACTERS), isCut: text.length > MOST_CHARACTERS };
}

function decoded(content: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
