/** An uploaded table as rows of text, whatever program saved it. */
import { refuse, refuseIf, type Line } from '@xuncha/domain-kit';
import { linesOfCsv } from './csv.js';
import { EXCEL, linesOfExcel } from './excel.js';

/** Three provinces' worth of a register; what is larger would not fit into one transaction. */
const MOST_ROWS = 30_000;

const readers: Readonly<Record<string, (content: Buffer) => Promise<Line[]>>> = {
  'text/csv': (content) => Promise.resolve(linesOfCsv(content)),
  [EXCEL]: linesOfExcel,
};

/** Rows without any text are passed over. */
export async function linesOf(content: Buffer, mediaType: string): Promise<Line[]> {
  const reader = readers[mediaType] ?? refuse('file.media-type', { mediaType });
  const lines = (await reader(content)).filter(({ cells }) => cells.some((cell) => cell !== ''));
  refuseIf(lines.length > MOST_ROWS + 1, 'table.too-many-rows', { limit: MOST_ROWS });
  return lines;
}
