/** Notes beside cells: what they say, and, because Excel asks for it, a drawing of each. */
import { columnLetters } from '@xuncha/domain-kit';
import { cellText } from './text.js';

export interface Note {
  /** From 1, as people count rows. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

/** Excel itself begins with this number in every sheet. */
const FIRST_SHAPE = 1025;

export function* notesXml(notes: readonly Note[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  yield '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>';
  for (const { row, column, text } of notes)
    yield `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><t xml:space="preserve">${cellText(text)}</t></text></comment>`;
  yield '</commentList></comments>';
}

export function* notesDrawing(notes: readonly Note[]): Generator<string> {
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
  yield '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>';
  for (const [index, { row, column }] of notes.entries())
    yield (
      `<v:shape id="_x0000_s${FIRST_SHAPE + index}" type="#_x0000_t202" ` +
      'style="position:absolute;width:180pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">' +
      `<x:ClientData ObjectType="Note"><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  yield '</xml>';
}
