/**
 * Chinese text in words that either server's index takes: each two characters that follow one another, as hexadecimal digits. What the
 * index finds is compared with the text itself, so that a word may stand for more than it should, and never for less.
 */

/** Before the first text and between two; nobody can ask for it. */
const BETWEEN = '\n';
/** Fits into `text`, whichever characters they are. */
const MOST_CHARACTERS = 1_000;
/** So many are asked for; the text itself decides about the rest. */
const MOST_ASKED = 12;

/** What is found by a part of it, and better by its beginning. */
export function searchedText(texts: readonly (string | null)[]): string {
  const all = texts.map((text) => (text === null ? '' : BETWEEN + plain(text))).join('');
  return all.slice(0, MOST_CHARACTERS);
}

/** Letters are alike, small or large, wide or narrow. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** As it stands at the beginning of a text. */
export function beginningWith(asked: string): string {
  return BETWEEN + asked;
}

/** Of every text each pair, and the last character by itself: a single character is found as the beginning of a word. */
export function wordsOf(searched: string): string {
  const words = searched
    .split(BETWEEN)
    .flatMap((text) => Array.from(text).map((one, index, all) => wordOf(one, all[index + 1])));
  return [...new Set(words)].join(' ');
}

/** For MATCH … AGAINST, IN BOOLEAN MODE. */
export function matching(asked: string): string {
  const characters = Array.from(asked);
  if (characters.length === 1) return `+${wordOf(asked)}*`;
  const pairs = characters.slice(0, -1).map((one, index) => wordOf(one, characters[index + 1]));
  return [...new Set(pairs)]
    .slice(0, MOST_ASKED)
    .map((word) => `+${word}`)
    .join(' ');
}

const digits = (character: string) => (character.codePointAt(0)! & 0xffff).toString(16).padStart(4, '0');

function wordOf(first: string, second?: string): string {
  return `x${digits(first)}${second === undefined ? '' : digits(second)}`;
}
