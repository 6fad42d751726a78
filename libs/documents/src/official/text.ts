/** Paragraphs of an official document, each in the type and place that GB/T 9704-2012 gives it. */
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { fonts, type Face } from './fonts.js';
import { character, closer, line, size, textWidth, twips, twipsOf, widthOf } from './measures.js';
import { titleLines } from './title.js';

export const RED = 'FF0000';

interface Type {
  readonly face?: Face;
  readonly points?: number;
  readonly color?: string;
  /** Of the width of a character, in hundredths. */
  readonly scale?: number;
  /** On a line of its own, below what is before it. */
  readonly break?: number;
}

export function run(
  text: string,
  { face = 'body', points = size.body, color, scale, ...place }: Type = {},
): TextRun {
  return new TextRun({
    text: printable(text),
    font: fonts[face],
    size: points * 2,
    ...place,
    ...(points === size.body ? { characterSpacing: closer } : {}),
    ...(color ? { color } : {}),
    ...(scale ? { scale } : {}),
  });
}

/** What no XML may hold is left out, so that a pasted text cannot make a document that does not open. */
function printable(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

type Place = Omit<IParagraphOptions, 'children' | 'spacing'> & {
  readonly before?: number;
  readonly after?: number;
  readonly height?: number;
};

export function paragraph(
  runs: readonly TextRun[],
  { before = 0, after = 0, height = line.body, ...place }: Place = {},
) {
  const spacing = { before, after, line: twipsOf(height), lineRule: LineRuleType.EXACT };
  return new Paragraph({ ...place, children: [...runs], spacing, widowControl: false });
}

const firstLine = { indent: { firstLine: 2 * character } };
const lines = (count: number) => count * twipsOf(line.body);

/** 一、 in 黑体, the first sentence after （一） in 楷体, all else in 仿宋. The last is kept with what follows: nobody signs an empty page. */
export function bodyParagraph(text: string, index: number, { length }: readonly string[]): Paragraph {
  const place = { ...firstLine, alignment: AlignmentType.BOTH, keepNext: index === length - 1 };
  if (/^[一二三四五六七八九十]+、[^。]*$/.test(text))
    return paragraph([run(text, { face: 'heading' })], { ...place, keepNext: true });
  const [, opening, rest = ''] = /^(（[一二三四五六七八九十]+）[^。]*。?)(.*)$/.exec(text) ?? [];
  if (opening === undefined) return paragraph([run(text)], place);
  const isHeading = rest === '' && !opening.endsWith('。');
  return paragraph([run(opening, { face: 'subheading' }), ...(rest ? [run(rest)] : [])], {
    ...place,
    keepNext: place.keepNext || isHeading,
  });
}

export function plainParagraph(text: string): Paragraph {
  return paragraph([run(text)]);
}

export function note(text: string): Paragraph {
  return paragraph([run(text, { points: size.table })], { height: line.table, before: twipsOf(6) });
}

export function secrecy(text: string): Paragraph {
  return paragraph([run(text, { face: 'heading' })]);
}

/** 发文机关标志: on one line, however long the name is. */
export function redHead(text: string): TextRun {
  const points = 36;
  const scale = Math.min(100, Math.floor((textWidth / (widthOf(text) * twipsOf(points))) * 100) - 1);
  return run(text, { face: 'title', points, color: RED, scale });
}

/** Its upper edge 35 mm below that of the text, whatever marks of secrecy stand above it. */
export function headline(text: string, marksAbove: number): Paragraph {
  return paragraph([redHead(text)], {
    alignment: AlignmentType.CENTER,
    before: Math.max(twips(33) - lines(marksAbove), 0),
    after: lines(2),
    height: 50,
  });
}

/** Below a red head in the middle over the red line; on a letter below the lines of its head, at the right; elsewhere at the right. */
export function documentNumber(text: string, below: '版头' | '信头' | null): Paragraph {
  if (below === '信头')
    return paragraph([run(text)], { alignment: AlignmentType.RIGHT, before: twipsOf(8), after: lines(2) });
  if (below === null) return paragraph([run(text)], { alignment: AlignmentType.RIGHT, after: lines(1) });
  return paragraph([run(text)], {
    alignment: AlignmentType.CENTER,
    after: lines(2),
    border: { bottom: { style: BorderStyle.SINGLE, color: RED, size: 12, space: 8 } },
  });
}

interface Title {
  /** Of the lines, in twips. */
  readonly width: number;
  readonly names: readonly string[];
}

export function title(text: string, { width, names }: Title): Paragraph {
  const broken = titleLines(text, { width: width / twipsOf(size.title), names });
  const runs = broken.map((one, index) =>
    run(one, { face: 'title', points: size.title, ...(index > 0 ? { break: 1 } : {}) }),
  );
  return paragraph(runs, {
    alignment: AlignmentType.CENTER,
    height: line.title,
    keepNext: true,
    keepLines: true,
  });
}

export const gap = (height: number): Paragraph => paragraph([], { height });

/** 附件说明: the names one below the other, numbered where there are several. */
export function attachments(names: readonly string[]): Paragraph[] {
  const isNumbered = names.length > 1;
  return names.map((name, index) => {
    const label = index === 0 ? '附件：' : '';
    const text = `${label}${isNumbered ? `${index + 1}.` : ''}${name}`;
    const hanging = character * (index === 0 ? 3 : 0) + (isNumbered ? character : 0);
    const left = 2 * character + 3 * character + (isNumbered ? character : 0);
    const before = index === 0 ? lines(1) : 0;
    return paragraph([run(text)], { indent: { left, hanging }, before, keepNext: true });
  });
}

/** 落款: who signs stands centred above the date, the date four characters from the right; both on one page. */
export function signature(texts: readonly string[]): Paragraph[] {
  const date = texts.at(-1)!;
  const names = texts.slice(0, -1);
  const widest = Math.max(...names.map(widthOf), 0);
  const dateIndent = Math.max(4, 2 + (widest - widthOf(date)) / 2);
  const indentOf = (text: string) => dateIndent + (widthOf(date) - widthOf(text)) / 2;
  return texts.map((text, index) =>
    paragraph([run(text)], {
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(indentOf(text) * character) },
      before: index === 0 ? lines(2) : 0,
      keepNext: index < texts.length - 1,
    }),
  );
}

/** 附注, on the page of the slip to which it asks to attend. */
export function remark(text: string): Paragraph {
  return paragraph([run(text)], { indent: { left: 2 * character }, keepNext: true });
}

/** On a page of its own, the word 附件 at its top left. */
export function annexLabel(text: string): Paragraph {
  return paragraph([run(text, { face: 'heading' })], { pageBreakBefore: true, after: lines(1) });
}
