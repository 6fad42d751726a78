/**
 * The wording of a form, as an office clerk writes it: plain text, a line per paragraph. `【标题】` says where what follows stands,
 * `{{字段}}` is filled in by the system, lines between `{{每个 字段}}` and `{{完}}` are printed once for each, those between
 * `{{如有 字段}}` and `{{完}}` where there is something to say; `| a | b |` is the row of a table, `| a | | 30` one at least 30 mm high, to be
 * written in by hand; what stands under `【二维码】` is printed as a code to be scanned, at the left of what follows; `#` begins a note that is
 * not printed.
 */
import { refuse } from '@xuncha/domain-kit';

/** Where a text stands in the document. */
export const marks = [
  '文件名',
  '横向',
  '密级',
  '版头',
  '信头',
  '文号',
  '标题',
  '主送',
  '正文',
  '清单',
  '表格',
  '说明',
  '附件',
  '落款',
  '二维码',
  '附注',
  '附页',
  '抄送',
  '印发',
] as const;
export type Mark = (typeof marks)[number];
const tables: readonly Mark[] = ['清单', '表格'];

export type Piece = { readonly text: string } | { readonly field: string };
interface At {
  /** Line of the file, from one. */
  readonly line: number;
}
export type Node =
  | (At & { readonly kind: 'part'; readonly mark: Mark; readonly widths: readonly number[] })
  | (At & { readonly kind: 'text'; readonly pieces: readonly Piece[] })
  | (At & {
      readonly kind: 'row';
      readonly cells: readonly (readonly Piece[])[];
      /** In millimetres; a row is as high as what it says needs, too. */
      readonly height: number;
    })
  | (At & { readonly kind: 'each' | 'if'; readonly field: string; readonly nodes: readonly Node[] });

/** Refuses, naming file and line, what it cannot read. */
export function parse(file: string, text: string): Node[] {
  return new Reading(file, text).nodes;
}

/** Without what an editor indents by; the room before 年, in which a year is written by hand, is none of that. */
export function trimmed(text: string): string {
  return text.replace(/^\s*?(?=\u3000*年)|^\s+|\s+$/g, '');
}

class Reading {
  readonly nodes: Node[] = [];
  private into = this.nodes;
  private readonly open: { readonly at: number; readonly outer: Node[] }[] = [];
  private mark: Mark | null = null;
  private widths: readonly number[] = [];

  constructor(
    private readonly file: string,
    text: string,
  ) {
    const written = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    for (const [index, line] of written.entries()) this.take(trimmed(line), index + 1);
    const unclosed = this.open.at(-1);
    if (unclosed) this.refuseAt(unclosed.at);
  }

  private refuseAt(line: number): never {
    return refuse('form.malformed', { file: this.file, line });
  }

  private take(text: string, line: number): void {
    if (text === '' || text.startsWith('#')) return;
    const block = /^\{\{\s*(每个|如有)\s+([^{}\s]+)\s*\}\}$/.exec(text);
    if (block) return this.begin(block[1] === '每个' ? 'each' : 'if', block[2]!, line);
    if (/^\{\{\s*完\s*\}\}$/.test(text)) return this.end(line);
    const part = /^【([^【】]+)】(.*)$/.exec(text);
    if (part) return this.beginPart(part[1]!, trimmed(part[2]!), line);
    if (this.mark === null) this.refuseAt(line);
    this.into.push(this.contentOf(text, line));
  }

  private beginPart(name: string, rest: string, line: number): void {
    const mark =
      marks.find((one) => one === name) ?? refuse('form.mark-unknown', { file: this.file, line, mark: name });
    const isTable = tables.includes(mark);
    this.mark = mark;
    this.widths = isTable ? this.widthsOf(rest, line) : [];
    this.into.push({ kind: 'part', line, mark, widths: this.widths });
    if (!isTable && rest !== '') this.into.push(this.contentOf(rest, line));
  }

  private begin(kind: 'each' | 'if', field: string, line: number): void {
    const nodes: Node[] = [];
    this.into.push({ kind, field, line, nodes });
    this.open.push({ at: line, outer: this.into });
    this.into = nodes;
  }

  private end(line: number): void {
    this.into = this.open.pop()?.outer ?? this.refuseAt(line);
  }

  private contentOf(text: string, line: number): Node {
    const isRow = tables.includes(this.mark!);
    if (!isRow) return { kind: 'text', line, pieces: this.piecesOf(text, line) };
    const [, content, height] = /^\|(.*)\|\s*(\d{1,3})?$/.exec(text) ?? this.refuseAt(line);
    const cells = content!.split('|');
    if (cells.length > this.widths.length) this.refuseAt(line);
    const pieces = cells.map((cell) => this.piecesOf(cell.trim(), line));
    return { kind: 'row', line, cells: pieces, height: Number(height ?? 0) };
  }

  private piecesOf(text: string, line: number): Piece[] {
    const pieces = text.split(/(\{\{[^{}]*\}\})/).filter((part) => part !== '');
    return pieces.map((part) => {
      const field = /^\{\{\s*([^{}\s]+)\s*\}\}$/.exec(part)?.[1];
      if (field === undefined && /\{\{|\}\}/.test(part)) this.refuseAt(line);
      return field === undefined ? { text: part } : { field };
    });
  }

  /** In hundredths of the width of the text. */
  private widthsOf(text: string, line: number): number[] {
    const widths = text.split(/\s+/).map(Number);
    const sum = widths.reduce((total, width) => total + width, 0);
    if (sum !== 100 || widths.some((width) => width <= 0)) this.refuseAt(line);
    return widths;
  }
}
