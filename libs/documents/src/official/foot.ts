/** What stands at the foot: the number of every page, and on the last one 版记, who gets copies and who printed it when. */
import {
  AlignmentType,
  Footer,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  UnderlineType,
  VerticalPositionAlign,
} from 'docx';
import { fonts } from './fonts.js';
import { line, size, twipsOf } from './measures.js';
import { paragraph, run } from './text.js';

const oneCharacter = twipsOf(size.foot);

/** — 1 —: at the right of odd pages, at the left of even ones, a character from the edge of the text. */
export function pageNumber(side: 'left' | 'right', { after = 0 } = {}): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: fonts.number,
    size: size.foot * 2,
  });
  const alignment = side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({
    children: [
      new Paragraph({ children: [number], alignment, indent: { [side]: oneCharacter }, spacing: { after } }),
    ],
  });
}

/** Paragraphs of the same frame stand in it together, at the bottom of the text of the page on which they come. */
const frameOf = (width: number) => ({
  type: 'alignment' as const,
  width,
  height: 0,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  wrap: FrameWrap.NOT_BESIDE,
});
const toTheRight = (position: number) => [{ type: TabStopType.RIGHT, position }];

interface Imprint {
  /** Empty: nobody gets a copy. */
  readonly copies: readonly string[];
  /** The office, then the date. */
  readonly printed: readonly string[];
  readonly width: number;
}

/** 版记. LibreOffice draws no borders of paragraphs in a frame, so its lines are underlined tabs. */
export function imprint({ copies, printed, width }: Imprint): Paragraph[] {
  const frame = frameOf(width);
  const rule = (type: (typeof UnderlineType)[keyof typeof UnderlineType]) => {
    const tab = new TextRun({ text: '\t', size: 10, underline: { type } });
    return paragraph([tab], { frame, height: 7, tabStops: toTheRight(width) });
  };
  const said = (text: string, indent: { left: number; right: number; hanging?: number }) => {
    const tabStops = toTheRight(width - oneCharacter);
    return paragraph([run(text, { points: size.foot })], { frame, indent, tabStops, height: line.foot });
  };
  // Whoever comes on the next line stands below the first.
  const hanging = { left: 4 * oneCharacter, hanging: 3 * oneCharacter, right: oneCharacter };
  const copied =
    copies.length > 0 ? [said(`抄送：${copies.join('，')}。`, hanging), rule(UnderlineType.SINGLE)] : [];
  const by = said(printed.join('\t'), { left: oneCharacter, right: 0 });
  // A frame hangs on the paragraph after it.
  return [rule(UnderlineType.THICK), ...copied, by, rule(UnderlineType.THICK), paragraph([], { height: 1 })];
}
