/** Lists and forms: lists repeat their heads on every page, forms have labels at the left of what is filled in. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type FileChild,
  type Paragraph,
} from 'docx';
import { line, size, twips, widthOf } from './measures.js';
import { gap, paragraph, run } from './text.js';

interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** Of the rows, in millimetres, at least. */
  readonly heights: readonly number[];
  /** Of the columns, in hundredths. */
  readonly widths: readonly number[];
  /** Of the whole, in twips. */
  readonly width: number;
}

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: THIN,
  bottom: THIN,
  left: THIN,
  right: THIN,
  insideHorizontal: THIN,
  insideVertical: THIN,
};
/** In full-width characters: a day, such as 2017年12月31日, is as long. */
const SHORT = 7;

/** 清单: the first row is the head. Columns of short texts stand in the middle. */
export function list({ rows, ...grid }: Grid): FileChild[] {
  const isShort = (column: number) => rows.slice(1).every((row) => widthOf(row[column] ?? '') <= SHORT);
  const cells = rows.map((row, index) =>
    row.map((text, column) => cellText(text, { isLabel: index === 0, isInMiddle: isShort(column) })),
  );
  return table({ ...grid, cells, heads: 1 });
}

/** 表格: every other cell is a label; the last cell of a row takes what the others leave. All of it on one page. */
export function form({ rows, ...grid }: Grid): FileChild[] {
  const cells = rows.map((row) =>
    row.map((text, index) =>
      cellText(text, { isLabel: index % 2 === 0, isInMiddle: false, keepNext: row !== rows.at(-1) }),
    ),
  );
  return table({ ...grid, cells, heads: 0 });
}

interface Cells extends Omit<Grid, 'rows'> {
  readonly cells: readonly (readonly Paragraph[][])[];
  readonly heads: number;
}

/** With a little space after it: tables that touch would be one. */
function table({ cells, heights, widths, width, heads }: Cells): FileChild[] {
  const columns = widths.map((part) => Math.round((part / 100) * width));
  const rows = cells.map(
    (row, index) =>
      new TableRow({
        tableHeader: index < heads,
        cantSplit: true,
        height: { value: twips(Math.max(10, heights[index]!)), rule: HeightRule.ATLEAST },
        children: row.map((children, place) => {
          const isLast = place === row.length - 1;
          const spanned = columns.slice(place, isLast ? undefined : place + 1);
          return cell(children, spanned);
        }),
      }),
  );
  const drawn = new Table({
    rows,
    borders,
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
  });
  return [drawn, gap(8)];
}

function cell(children: Paragraph[], columns: readonly number[]): TableCell {
  return new TableCell({
    children,
    columnSpan: columns.length,
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: twips(0.8), bottom: twips(0.8), left: twips(1.5), right: twips(1.5) },
  });
}

function cellText(
  text: string,
  { isLabel, isInMiddle, keepNext = false }: { isLabel: boolean; isInMiddle: boolean; keepNext?: boolean },
): Paragraph[] {
  const alignment = isLabel || isInMiddle ? AlignmentType.CENTER : AlignmentType.LEFT;
  return text.split('\n').map((part) =>
    paragraph([run(part, { face: isLabel ? 'heading' : 'body', points: size.table })], {
      alignment,
      height: line.table,
      keepNext,
    }),
  );
}
