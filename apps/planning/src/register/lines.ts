/** An uploaded register as rows of text, whatever program saved it. */
import { refuse, refuseIf } from '@xuncha/domain-kit';
import { linesOfCsv } from './csv.js';
import { linesOfExcel } from './excel.js';

export interface Line {
  /** As the program that saved it numbers rows: the header is 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Three provinces' worth; what is larger is no register, and would not fit into one transaction. */
const MOST_ROWS = 30_000;

const readers: Readonly<Record<string, (content: Buffer) => Promise<Line[]>>> = {
  'text/csv': (content) => Promise.resolve(linesOfCsv(content)),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': linesOfExcel,
};

/** Rows without any text are passed over. */
export async function linesOf(content: Buffer, mediaType: string): Promise<Line[]> {
  const reader = readers[mediaType] ?? refuse('file.media-type', { mediaType });
  const lines = (await reader(content)).filter(({ cells }) => cells.some((cell) => cell !== ''));
  refuseIf(lines.length > MOST_ROWS + 1, 'register.too-many-rows', { limit: MOST_ROWS });
  return lines;
}
