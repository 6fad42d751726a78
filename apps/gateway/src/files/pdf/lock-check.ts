/**
 * A PDF that opens with a password alone is refused: nobody could look at it here, nor an archive keep it. One that anybody may open and
 * only its author change, as signed scans often are, is taken: what shows PDF files in the page opens it without a password (decisions/0003).
 */
import { Worker } from 'node:worker_threads';
import { refuse } from '@xuncha/domain-kit';

/** Stands in clear in whatever trailer of an encrypted file there is, and may stand in any text as well. */
const MARK = '/Encrypt';
const THREAD_HEAP_MEBIBYTES = 256;
/** Of all that is unpacked to find out: tables of objects, a few megabytes of each file that is no bomb. */
const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
const WITHIN_MS = 60_000;

export class LockCheck {
  private tail = Buffer.alloc(0);
  private isMarked = false;

  constructor(private readonly mostUnpackedBytes = MOST_UNPACKED_BYTES) {}

  chunk(bytes: Buffer): void {
    const seen = Buffer.concat([this.tail, bytes]);
    this.isMarked ||= seen.includes(MARK);
    this.tail = seen.subarray(-(MARK.length - 1));
  }

  end(): void {
    this.tail = Buffer.alloc(0);
  }

  /** Refuses with `file.locked`, and with `file.unpacks-too-large`. */
  async whole(content: AsyncIterable<Buffer>): Promise<void> {
    if (!this.isMarked) return;
    const limit = this.mostUnpackedBytes;
    const seen = await oneByOne(() => look(content, limit));
    if (seen === 'locked') refuse('file.locked');
    if (seen === 'tooLarge') refuse('file.unpacks-too-large', { limit });
  }
}

/** `open` is also what is broken perhaps: of what cannot be read, or not in time, nobody can say that it is locked. */
type Seen = 'locked' | 'open' | 'tooLarge';
let last: Promise<unknown> = Promise.resolve();

/** Each holds a whole file. */
function oneByOne(seeing: () => Promise<Seen>): Promise<Seen> {
  const answer = last.then(seeing);
  last = answer.catch(() => undefined);
  return answer;
}

async function look(file: AsyncIterable<Buffer>, mostBytes: number): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk);
  const thread = new Worker(new URL('./lock.worker.mjs', import.meta.url), {
    workerData: { content: Buffer.concat(chunks), mostBytes },
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MEBIBYTES },
    // pdf.js writes there what it lacks to draw.
    stdout: true,
    stderr: true,
  });
  const limit = setTimeout(() => void thread.terminate(), WITHIN_MS);
  try {
    return await new Promise<Seen>((resolve) => {
      thread.once('message', resolve);
      thread.once('error', () => resolve('open'));
      thread.once('exit', () => resolve('open'));
    });
  } finally {
    clearTimeout(limit);
    await thread.terminate();
  }
}
