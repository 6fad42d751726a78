/** An Excel file, read in a thread of its own that is ended where it takes too long. */
import { Unshown, type WhyUnshown } from './file-kind.js';
import type { ShownBook } from './sheets.js';

const WITHIN_MS = 20_000;

type Told = { readonly book: ShownBook } | { readonly why: WhyUnshown };

export async function readBook(content: Blob, stop: AbortSignal): Promise<ShownBook> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  stop.throwIfAborted();
  const thread = new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module' });
  try {
    const told = await answerOf(thread, bytes, AbortSignal.any([stop, AbortSignal.timeout(WITHIN_MS)]));
    if ('book' in told) return told.book;
    throw new Unshown(told.why);
  } finally {
    thread.terminate();
  }
}

function answerOf(thread: Worker, bytes: Uint8Array, stop: AbortSignal): Promise<Told> {
  return new Promise((resolve, reject) => {
    thread.addEventListener('message', ({ data }: MessageEvent<Told>) => resolve(data));
    thread.addEventListener('error', reject);
    stop.addEventListener('abort', () => reject(new Unshown('tooMuch')));
    thread.postMessage(bytes, [bytes.buffer]);
  });
}
