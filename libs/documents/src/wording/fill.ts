/** A wording with its fields filled in: parts of a document in their order. What a field says is never read as wording. */
import { refuseUnless } from '@xuncha/domain-kit';
import { trimmed, type Mark, type Node, type Piece } from './parse.js';

export type Row = Readonly<Record<string, string>>;
/** By the names that stand in the wording. */
export type Fields = Readonly<Record<string, string | readonly Row[]>>;

export interface Part {
  readonly mark: Mark;
  /** Of the columns of a table, in hundredths. */
  readonly widths: readonly number[];
  readonly texts: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of the rows, in millimetres, at least. */
  readonly heights: readonly number[];
  /** What fields say in it. */
  readonly filledIn: readonly string[];
}

/** The number of what is repeated, in each of its lines. */
const COUNTER = '序号';

/** `given` has every field that the wording asks for: `check` has seen to it. */
export function fill(nodes: readonly Node[], given: Fields): Part[] {
  const parts: (Part & { texts: string[]; rows: string[][]; heights: number[]; filledIn: string[] })[] = [];
  const write = (node: Node, fields: Fields): void => {
    switch (node.kind) {
      case 'part':
        parts.push({ mark: node.mark, widths: node.widths, texts: [], rows: [], heights: [], filledIn: [] });
        return;
      case 'text':
        parts.at(-1)!.texts.push(...paragraphsOf(filled(node.pieces, fields)));
        parts.at(-1)!.filledIn.push(...filledIn(node).map((field) => fields[field] as string));
        return;
      case 'row':
        parts.at(-1)!.rows.push(node.cells.map((cell) => filled(cell, fields)));
        parts.at(-1)!.heights.push(node.height);
        return;
      case 'if':
        if (fields[node.field]!.length > 0) for (const inner of node.nodes) write(inner, fields);
        return;
      case 'each':
        for (const [index, row] of rowsOf(fields, node.field).entries())
          for (const inner of node.nodes) write(inner, { ...fields, ...row, [COUNTER]: String(index + 1) });
    }
  };
  for (const node of nodes) write(node, given);
  return parts;
}

/** What a wording may ask for. */
export interface Askable {
  /** Any filling of the form. */
  readonly known: Fields;
  /** Without which it would be no such document. */
  readonly needed: readonly string[];
}

/** Refuses a wording that asks for what the form does not have, or leaves out what it needs, and names it. */
export function check(file: string, nodes: readonly Node[], { known, needed }: Askable): void {
  const used = new Set<string>();
  const look = (node: Node, fields: Fields): void => {
    const { line } = node;
    const use = (field: string, isThere: boolean) => {
      refuseUnless(isThere, 'form.field-unknown', { file, line, blank: field });
      used.add(field);
    };
    for (const field of filledIn(node)) use(field, typeof fields[field] === 'string');
    if (node.kind === 'if') use(node.field, node.field in fields);
    const rows = node.kind === 'each' ? rowsOf(fields, node.field) : [];
    if (node.kind === 'each') use(node.field, rows.length > 0);
    const inside = node.kind === 'each' ? { ...fields, ...rows[0], [COUNTER]: '' } : fields;
    for (const inner of 'nodes' in node ? node.nodes : []) look(inner, inside);
  };
  for (const node of nodes) look(node, known);
  for (const field of needed) refuseUnless(used.has(field), 'form.field-missing', { file, blank: field });
}

function filledIn(node: Node): string[] {
  const pieces = node.kind === 'text' ? node.pieces : node.kind === 'row' ? node.cells.flat() : [];
  return pieces.flatMap((piece) => ('field' in piece ? piece.field : []));
}

function rowsOf(fields: Fields, name: string): readonly Row[] {
  const value = fields[name];
  return typeof value === 'string' || value === undefined ? [] : value;
}

function filled(pieces: readonly Piece[], fields: Fields): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : (fields[piece.field] as string))).join('');
}

function paragraphsOf(text: string): string[] {
  return text.split('\n').map(trimmed);
}
