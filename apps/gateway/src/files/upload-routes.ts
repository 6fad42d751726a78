/** Uploads stream into the content store as they come; the answer is the `FileRef` that commands then name. */
import type { IncomingMessage } from 'node:http';
import { allContracts, FileRef, roleMay, viewerAccess, type UploadContract } from '@xuncha/contracts';
import { refuse, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import type { ContentStore } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { Services, tokenOf } from '../services.js';
import { contentCheck } from './content-check.js';

const DRAIN_WITHIN_MS = 10_000;

export async function addUploadRoutes(
  server: FastifyInstance,
  services: Services,
  content: ContentStore,
): Promise<void> {
  await server.register((scope, _options, done) => {
    // The body of these routes is no JSON; it is left on the wire until the upload reads it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _stream, parsed) => parsed(null));
    for (const contract of allContracts()) {
      if (contract.kind !== 'file' || contract.direction !== 'up') continue;
      scope.route({
        method: contract.route.method,
        url: urlOf(contract.route.path),
        handler: (request) => upload(contract, request, { services, content }),
      });
    }
    done();
  });
}

/** What is checked here keeps strangers from filling the store; the command that names the file checks the person's right again. */
async function upload(
  contract: UploadContract,
  request: FastifyRequest,
  { services, content }: { services: Services; content: ContentStore },
): Promise<FileRef> {
  tokenOf(request);
  const { grants } = await services.ask(viewerAccess, {}, request);
  const isAllowed = grants.some(({ role }) => roleMay(role, contract.permission));
  refuseUnless(isAllowed, 'access.denied', { permission: contract.permission });
  const mediaType = mediaTypeOf(request);
  refuseUnless(contract.mediaTypes.includes(mediaType), 'file.media-type', { mediaType });
  const name = nameOf(request);
  const { maxBytes } = contract;
  refuseIf(Number(request.headers['content-length'] ?? 0) > maxBytes, 'file.too-large', { limit: maxBytes });
  // The answer goes over the same connection, also where the file was refused half way; so it is not destroyed.
  const stream = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    const stored = await content.write(stream, { maxBytes, pass: contentCheck(mediaType) });
    return { ...stored, mediaType, name };
  } finally {
    drain(request.raw);
  }
}

/** Takes what is still on its way, so that the sender comes to read the answer; not for ever. */
function drain(message: IncomingMessage): void {
  // A listener, because `resume` is undone when the iterator that read so far lets go of the stream.
  message.on('data', () => undefined);
  const limit = setTimeout(() => message.destroy(), DRAIN_WITHIN_MS).unref();
  message.once('close', () => clearTimeout(limit));
}

function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
}

/** As the person knows the file; it is shown, never used as a path. */
function nameOf(request: FastifyRequest): string {
  const name = FileRef.shape.name.safeParse((request.query as { name?: unknown }).name);
  if (name.success) return name.data;
  const errors = name.error.issues.map(({ code }) => ({ field: 'name', code }));
  return refuse('request.invalid', { errors });
}
