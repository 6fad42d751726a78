import { DomainError, refuse, refuseIf, type Line } from '@xuncha/domain-kit';
import { Unzip, UnzipInflate } from 'fflate';
import { readSheet } from 'read-excel-file/node';

/** Media type of what Excel saves. */
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Thirty thousand rows unpack to some 20 MB; what unpacks to more was packed to do harm. */
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024;
const STEP_BYTES = 64 * 1024;

/** The first sheet. Whatever the libraries stumble over is a fault of the file. */
export async function linesOfExcel(content: Buffer): Promise<Line[]> {
  try {
    refuseBloated(content);
    const rows = await readSheet(content);
    return rows.map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) }));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    return refuse('file.not-what-it-says', { mediaType: 'xlsx' });
  }
}

/** A few kilobytes can unpack to gigabytes, and no size that the file states need be true: unpack and count. */
function refuseBloated(content: Buffer): void {
  let bytes = 0;
  const zip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      refuseIf(bytes > MOST_UNPACKED_BYTES, 'file.too-large', { limit: MOST_UNPACKED_BYTES });
    };
    file.start();
  });
  zip.register(UnzipInflate);
  for (let start = 0; start < content.length; start += STEP_BYTES)
    zip.push(content.subarray(start, start + STEP_BYTES), start + STEP_BYTES >= content.length);
}

/** A code typed as a number is its digits; a day is written like everywhere else. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell as string | number | boolean).trim();
}
