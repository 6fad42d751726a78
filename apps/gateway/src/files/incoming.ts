/** The body of a request that is no JSON, as it comes. */
import type { IncomingMessage } from 'node:http';

const DRAIN_WITHIN_MS = 10_000;

/** The answer goes over the same connection, also where the content was refused half way; so it is not destroyed. */
export async function withBody<T>(
  message: IncomingMessage,
  read: (stream: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  try {
    return await read(message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>);
  } finally {
    drain(message);
  }
}

/** Takes what is still on its way, so that the sender comes to read the answer; not for ever. */
function drain(message: IncomingMessage): void {
  // A listener, because `resume` is undone when the iterator that read so far lets go of the stream.
  message.on('data', () => undefined);
  const limit = setTimeout(() => message.destroy(), DRAIN_WITHIN_MS).unref();
  message.once('close', () => clearTimeout(limit));
}

/** Whoever was sending is gone; nobody reads the answer. */
export const isHungUp = (error: unknown) => (error as { code?: string } | null)?.code === 'ECONNRESET';
