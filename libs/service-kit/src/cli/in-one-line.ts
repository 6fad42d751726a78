/** What stands in a file that is not trusted, as it can be told: a terminal would do what such characters say, clear what stands above or write backwards. */
export function inOneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
