/** Codes that a telephone reads, at the left of what follows: beside who signs there is room. */
import {
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  Paragraph,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import QRCode from 'qrcode';
import type { Part } from '../wording/fill.js';
import { twipsOf } from './measures.js';

/** As it is printed: 35 mm, which is read from an arm's length. */
const PIXELS = Math.round((35 / 25.4) * 96);
/** Of the space above it, in the unit of drawings (a 360,000th of a centimetre): 8 mm. */
const ABOVE = 8 * 36_000;
/** Sharp at four times what a screen shows; medium correction outlasts a crease. */
const drawing = { errorCorrectionLevel: 'M', margin: 4, width: 4 * PIXELS } as const;

/** By their texts. */
export async function codesOf(parts: readonly Part[]): Promise<ReadonlyMap<string, Paragraph>> {
  const texts = parts.flatMap((part) => (part.mark === '二维码' ? part.texts : []));
  const drawn = texts.map(
    async (text) => [text, codeOf(await QRCode.toBuffer(text, drawing), text)] as const,
  );
  return new Map(await Promise.all(drawn));
}

function codeOf(data: Buffer, text: string): Paragraph {
  const image = new ImageRun({
    type: 'png',
    data,
    transformation: { width: PIXELS, height: PIXELS },
    altText: { name: '二维码', title: '二维码', description: text },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.COLUMN,
        align: HorizontalPositionAlign.LEFT,
      },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: ABOVE },
      wrap: { type: TextWrappingType.SQUARE },
    },
  });
  const spacing = { line: twipsOf(1), lineRule: LineRuleType.EXACT };
  return new Paragraph({ children: [image], spacing, keepNext: true });
}
