/** A document in the layout of GB/T 9704-2012, of the parts of a filled wording, as Word's own format. */
import { Document, Packer, PageOrientation, Paragraph, type FileChild } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Part } from '../wording/fill.js';
import type { Mark } from '../wording/parse.js';
import { codesOf } from './code.js';
import { fontTable } from './fonts.js';
import { imprint, pageNumber } from './foot.js';
import { line, page, textWidth, textWidthLying } from './measures.js';
import * as table from './table.js';
import * as text from './text.js';

interface Sheet {
  readonly hasHead: boolean;
  readonly width: number;
  /** By their text. */
  readonly codes: ReadonlyMap<string, Paragraph>;
}

const drawn: Readonly<Partial<Record<Mark, (part: Part, sheet: Sheet) => FileChild[]>>> = {
  密级: ({ texts }) => texts.map(text.secrecy),
  版头: ({ texts }) => texts.map(text.redHead),
  文号: ({ texts }, { hasHead }) => texts.map((one) => text.documentNumber(one, { isBelowHead: hasHead })),
  标题: ({ texts }, { hasHead }) => [...texts.map(text.title), text.gap(hasHead ? line.body : line.table)],
  主送: ({ texts }) => texts.map(text.plainParagraph),
  正文: ({ texts }) => texts.map(text.bodyParagraph),
  清单: ({ rows, widths }, { width }) => table.list({ rows, widths, width }),
  表格: ({ rows, widths }, { width }) => table.form({ rows, widths, width }),
  说明: ({ texts }) => texts.map(text.note),
  附件: ({ texts }) => text.attachments(texts),
  落款: ({ texts }) => text.signature(texts),
  二维码: ({ texts }, { codes }) => texts.map((one) => codes.get(one)!),
  附注: ({ texts }) => texts.map(text.remark),
  附页: ({ texts }) => texts.map(text.annexLabel),
};

const isTable = ({ mark }: Part) => mark === '清单' || mark === '表格';
const isProse = (part: Part | undefined) => ['正文', '说明', '附注'].includes(part?.mark ?? '');

export async function write(parts: readonly Part[]): Promise<Buffer> {
  const textsOf = (mark: Mark) => parts.find((part) => part.mark === mark)?.texts ?? [];
  const isLying = parts.some(({ mark }) => mark === '横向');
  const sheet = {
    hasHead: textsOf('版头').length > 0,
    width: isLying ? textWidthLying : textWidth,
    codes: await codesOf(parts),
  };
  const printed = textsOf('印发');
  const document = new Document({
    title: textsOf('标题')[0] ?? '',
    creator: printed[0] ?? '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: sizeOf(isLying), margin: isLying ? page.marginLying : page.margin },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          ...parts.flatMap((part, index) => [
            ...(isTable(part) && isProse(parts[index - 1]) ? [text.gap(8)] : []),
            ...(drawn[part.mark]?.(part, sheet) ?? []),
          ]),
          ...(printed.length > 0 ? imprint({ copies: textsOf('抄送'), printed, width: sheet.width }) : []),
        ],
      },
    ],
  });
  return withFonts(await Packer.toBuffer(document));
}

/** Word wants a lying page's measures as those of the upright one, and turns them itself. */
function sizeOf(isLying: boolean) {
  const orientation = isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return { width: page.width, height: page.height, orientation };
}

/** The library knows fonts that are embedded; what stands in for one that is missing has to be said in its table. */
function withFonts(content: Buffer): Buffer {
  const files = unzipSync(content);
  return Buffer.from(zipSync({ ...files, 'word/fontTable.xml': strToU8(fontTable()) }));
}
