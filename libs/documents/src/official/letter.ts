/** 信函格式 (GB/T 9704-2012, 10.1): the head in red over two red lines, two more at the foot of its first page, which bears no number. */
import { AlignmentType, BorderStyle, Footer, Header } from 'docx';
import { page, twips } from './measures.js';
import { paragraph, RED, redHead } from './text.js';

/** Lines of 170 mm in the middle of the paper go beyond the text. */
const beyond = (twips(210) - twips(170)) / 2;
const indent = { left: beyond - page.marginOfLetter.left, right: beyond - page.marginOfLetter.right };
const line = { color: RED, size: 24, space: 0 };

export function letterHead(text: string): Header {
  const border = { bottom: { ...line, style: BorderStyle.THICK_THIN_SMALL_GAP, space: 9 } };
  return new Header({
    children: [paragraph([redHead(text)], { alignment: AlignmentType.CENTER, height: 42, indent, border })],
  });
}

export function letterFoot(): Footer {
  const border = { bottom: { ...line, style: BorderStyle.THIN_THICK_SMALL_GAP } };
  return new Footer({ children: [paragraph([], { height: 1, indent, border })] });
}
