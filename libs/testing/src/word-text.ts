import { strFromU8, unzipSync } from 'fflate';

/** All that a Word file says, a line for each paragraph. */
export function wordText(base64: string): string {
  const files = unzipSync(Buffer.from(base64, 'base64'));
  const document = strFromU8(files['word/document.xml']!);
  const paragraphs = document.split('</w:p>').map((part) => part.replaceAll(/<[^>]*>/g, ''));
  return paragraphs.join('\n');
}
