/**
 * A PDF that opens with a password alone is refused: nobody could look at it here, nor an archive keep it. One that anybody may open and
 * only its author change, as signed scans often are, is taken: what shows PDF files in the page opens it without a password (decisions/0003).
 */
import { Worker } from 'node:worker_threads';
import { refuseIf } from '@xuncha/domain-kit';

/** Stands in clear in whatever trailer of an encrypted file there is, and may stand in any text as well. */
const MARK = '/Encrypt';
const THREAD_HEAP_MEBIBYTES = 256;
const WITHIN_MS = 60_000;

export class LockCheck {
  private tail = Buffer.alloc(0);
  private isMarked = false;

  chunk(bytes: Buffer): void {
    const seen = Buffer.concat([this.tail, bytes]);
    this.isMarked ||= seen.includes(MARK);
    this.tail = seen.subarray(-(MARK.length - 1));
  }

  end(): void {
    this.tail = Buffer.alloc(0);
  }

  async whole(content: AsyncIterable<Buffer>): Promise<void> {
    if (this.isMarked) refuseIf(await oneByOne(() => isLocked(content)), 'file.locked');
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Each holds a whole file. */
function oneByOne(look: () => Promise<boolean>): Promise<boolean> {
  const answer = last.then(look);
  last = answer.catch(() => undefined);
  return answer;
}

/** One that cannot be read, or not in time, is broken perhaps; that it is locked nobody can say. */
async function isLocked(content: AsyncIterable<Buffer>): Promise<boolean> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const thread = new Worker(new URL('./lock.worker.mjs', import.meta.url), {
    workerData: Buffer.concat(chunks),
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MEBIBYTES },
    // pdf.js writes there what it lacks to draw.
    stdout: true,
    stderr: true,
  });
  const limit = setTimeout(() => void thread.terminate(), WITHIN_MS);
  try {
    return await new Promise((resolve) => {
      thread.once('message', resolve);
      thread.once('error', () => resolve(false));
      thread.once('exit', () => resolve(false));
    });
  } finally {
    clearTimeout(limit);
    await thread.terminate();
  }
}
