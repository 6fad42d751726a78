/** A document in the layout of GB/T 9704-2012, of the parts of a filled wording, as Word's own format. */
import { Document, Packer, PageOrientation, Paragraph, type FileChild } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Part } from '../wording/fill.js';
import type { Mark } from '../wording/parse.js';
import { codesOf } from './code.js';
import { withDefaults } from './defaults.js';
import { fontTable } from './fonts.js';
import { imprint, pageNumber } from './foot.js';
import { letterFoot, letterHead } from './letter.js';
import { line, page, textWidth, textWidthLying, twips } from './measures.js';
import * as table from './table.js';
import * as text from './text.js';

interface Sheet {
  /** What the head is of: a file, a letter or neither. */
  readonly head: '版头' | '信头' | null;
  readonly marksAbove: number;
  readonly width: number;
  /** By their text. */
  readonly codes: ReadonlyMap<string, Paragraph>;
}

const drawn: Readonly<Partial<Record<Mark, (part: Part, sheet: Sheet) => FileChild[]>>> = {
  密级: ({ texts }, { head }) => [...texts.map(text.secrecy), ...(head ? [] : [text.gap(line.body)])],
  版头: ({ texts }, { marksAbove }) => texts.map((one) => text.headline(one, marksAbove)),
  文号: ({ texts }, { head }) => texts.map((one) => text.documentNumber(one, head)),
  标题: ({ texts, filledIn }, { head, width }) => [
    ...texts.map((one) => text.title(one, { width, names: filledIn })),
    text.gap(head ? line.body : line.table),
  ],
  主送: ({ texts }) => texts.map(text.plainParagraph),
  正文: ({ texts }) => texts.map(text.bodyParagraph),
  清单: ({ rows, heights, widths }, { width }) => table.list({ rows, heights, widths, width }),
  表格: ({ rows, heights, widths }, { width }) => table.form({ rows, heights, widths, width }),
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
    head: (['版头', '信头'] as const).find((mark) => textsOf(mark).length > 0) ?? null,
    marksAbove: textsOf('密级').length,
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
        ...(sheet.head === '信头' ? asLetter(textsOf('信头')[0]!) : {}),
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
  return finished(await Packer.toBuffer(document));
}

/** Its first page has a head and a foot of its own. */
function asLetter(sender: string) {
  return {
    properties: { titlePage: true, page: { size: sizeOf(false), margin: page.marginOfLetter } },
    headers: { first: letterHead(sender) },
    footers: {
      first: letterFoot(),
      default: pageNumber('right', { after: twips(3) }),
      even: pageNumber('left', { after: twips(3) }),
    },
  };
}

/** Word wants a lying page's measures as those of the upright one, and turns them itself. */
function sizeOf(isLying: boolean) {
  const orientation = isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return { width: page.width, height: page.height, orientation };
}

/** The library knows fonts that are embedded; what stands in for one that is missing has to be said in its table. */
function finished(content: Buffer): Buffer {
  const files = unzipSync(content);
  return Buffer.from(
    zipSync({
      ...files,
      'word/fontTable.xml': strToU8(fontTable()),
      'word/styles.xml': strToU8(withDefaults(strFromU8(files['word/styles.xml']!))),
    }),
  );
}
