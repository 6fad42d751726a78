import { refuse, type Line } from '@xuncha/domain-kit';
import { CsvError, parse } from 'csv-parse/sync';

export function linesOfCsv(content: Buffer): Line[] {
  const records = parsed(textOf(content));
  return records.map(({ record, info }) => {
    const breaksInCells = record.join('').split('\n').length - 1;
    return { row: info.lines - breaksInCells, cells: record.map((cell) => cell.trim()) };
  });
}

/** UTF-8 with or without a mark at its beginning, or what Chinese Excel makes of "CSV": GB18030. */
function textOf(content: Buffer): string {
  const text = decoded(content, 'utf-8') ?? decoded(content, 'gb18030');
  if (text === null || text.includes('\0')) return refuse('file.not-what-it-says', { mediaType: 'text/csv' });
  return text;
}

function decoded(content: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parsed(text: string): Parsed[] {
  try {
    // With `info` every record comes with its place, which the library's types leave out.
    return parse(text, { info: true, relax_column_count: true }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('table.csv-malformed', { row: error.lines });
  }
}
