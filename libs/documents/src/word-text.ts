import { strFromU8, unzipSync } from 'fflate';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** All that the text of a Word file says, a line for each paragraph. */
export function linesOfWord(content: Buffer): string[] {
  const document = strFromU8(unzipSync(content)['word/document.xml']!);
  const plain = (xml: string) =>
    xml.replaceAll(/<[^>]*>/g, '').replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  return document.split('</w:p>').map(plain);
}
