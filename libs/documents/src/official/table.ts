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
  type Paragraph,
} from 'docx';
import { line, size, twips } from './measures.js';
import { paragraph, run } from './text.js';

interface Grid {
  readonly rows: readonly (readonly string[])[];
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
/** What is short stands in the middle. */
const SHORT = 6;

/** 清单: the first row is the head. */
export function list({ rows, ...grid }: Grid): Table {
  const cells = rows.map((row, index) => row.map((text) => cellText(text, { isLabel: index === 0 })));
  return table({ ...grid, cells, heads: 1 });
}

/** 表格: every other cell is a label; the last cell of a row takes what the others leave. */
export function form({ rows, ...grid }: Grid): Table {
  const cells = rows.map((row) => row.map((text, index) => cellText(text, { isLabel: index % 2 === 0 })));
  return table({ ...grid, cells, heads: 0 });
}

interface Cells extends Omit<Grid, 'rows'> {
  readonly cells: readonly (readonly Paragraph[][])[];
  readonly heads: number;
}

function table({ cells, widths, width, heads }: Cells): Table {
  const columns = widths.map((part) => Math.round((part / 100) * width));
  const rows = cells.map(
    (row, index) =>
      new TableRow({
        tableHeader: index < heads,
        cantSplit: true,
        height: { value: twips(10), rule: HeightRule.ATLEAST },
        children: row.map((children, place) => {
          const isLast = place === row.length - 1;
          const spanned = columns.slice(place, isLast ? undefined : place + 1);
          return cell(children, spanned);
        }),
      }),
  );
  return new Table({
    rows,
    borders,
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
  });
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

function cellText(text: string, { isLabel }: { isLabel: boolean }): Paragraph[] {
  const alignment = isLabel || text.length <= SHORT ? AlignmentType.CENTER : AlignmentType.LEFT;
  return text.split('\n').map((part) =>
    paragraph([run(part, { face: isLabel ? 'heading' : 'body', points: size.table })], {
      alignment,
      height: line.table,
    }),
  );
}
