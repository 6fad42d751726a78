/** Uploads that nobody went on with are removed, and files that were left half written; whichever gateway comes first does it. */
import type { ContentStore, UploadsInParts } from '@xuncha/service-kit';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

const EVERY_MS = 3_600_000;

interface Swept {
  readonly content: ContentStore;
  readonly uploads: UploadsInParts;
}

export function sweepFiles(server: FastifyInstance, { content, uploads }: Swept, log: Logger): void {
  const sweep = () =>
    void Promise.all([content.sweep(), uploads.sweep()]).catch((error: unknown) =>
      log.warn({ err: error }, 'sweeping files failed'),
    );
  const timer = setInterval(sweep, EVERY_MS).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    done();
  });
  sweep();
}
