/** Uploads that nobody went on with are removed; whichever gateway comes first does it. */
import type { UploadsInParts } from '@xuncha/service-kit';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

const EVERY_MS = 3_600_000;

export function sweepUploads(server: FastifyInstance, uploads: UploadsInParts, log: Logger): void {
  const sweep = () =>
    void uploads.sweep().catch((error: unknown) => log.warn({ err: error }, 'sweeping uploads failed'));
  const timer = setInterval(sweep, EVERY_MS).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    done();
  });
  sweep();
}
