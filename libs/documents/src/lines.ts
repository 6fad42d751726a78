/** An uploaded table as rows of text, whatever program saved it. */
import { Worker } from 'node:worker_threads';
import { DomainError, refuse, type Facts, type Line } from '@xuncha/domain-kit';

/** Media type of what Excel saves. */
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Title of the column that a marked copy has more than its file. */
export const REMARKS = '要改的地方';
/** Rows that begin so show how to fill in a template, and are nobody's. */
export const EXAMPLE = '（示例）';

/** More than any register has, and what one transaction takes. */
const MOST_ROWS = 100_000;
/** A hundred thousand rows unpack to some 45 MB; what unpacks to more was packed to do harm. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** A hundred thousand rows of a workbook take some 300 MB while they are read. */
const THREAD_HEAP_MEBIBYTES = 768;

const kinds: Readonly<Record<string, 'csv' | 'excel'>> = { 'text/csv': 'csv', [EXCEL]: 'excel' };

/** Rows without any text are passed over, and what we wrote into the file ourselves. Whoever gives a signal gets its reason when it is given up. */
export async function linesOf(content: Buffer, mediaType: string, signal?: AbortSignal): Promise<Line[]> {
  const kind = kinds[mediaType] ?? refuse('file.media-type', { mediaType });
  signal?.throwIfAborted();
  const limits = { mostRows: MOST_ROWS, mostUnpackedBytes: MOST_UNPACKED_BYTES };
  const ours = { remarksTitle: REMARKS, exampleMark: EXAMPLE };
  const thread = new Worker(new URL('./reading.worker.mjs', import.meta.url), {
    workerData: { content, kind, ...limits, ...ours },
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MEBIBYTES },
  });
  const giveUp = () => void thread.terminate();
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    return await everyLine(thread);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
    await thread.terminate();
  }
}

type Told =
  | { readonly lines: Line[] }
  | { readonly refused: { readonly code: string; readonly facts: Facts } };

/** In portions, so that others have their turn while they come over. */
function everyLine(thread: Worker): Promise<Line[]> {
  const lines: Line[] = [];
  return new Promise((resolve, reject) => {
    thread.on('message', (told: Told) => {
      if ('refused' in told) return reject(new DomainError(told.refused.code, told.refused.facts));
      if (told.lines.length === 0) return resolve(lines);
      lines.push(...told.lines);
      thread.postMessage('more');
    });
    thread.once('error', (error: Error & { code?: string }) => {
      const isExhausted = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isExhausted ? new DomainError('table.too-many-rows', { limit: MOST_ROWS }) : error);
    });
    thread.once('exit', () => reject(new Error('a table was not read to its end')));
    thread.postMessage('more');
  });
}
