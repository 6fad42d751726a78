/** Files that a record names stream out of the content store, once the service that keeps the record has said that they may. */
import { Readable } from 'node:stream';
import { allContracts, type DownloadContract, type FileRef } from '@xuncha/contracts';
import type { ContentStore } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { inputOf, type Parts } from '../api/input.js';
import type { Services } from '../services.js';

export function addDownloadRoutes(server: FastifyInstance, services: Services, content: ContentStore): void {
  for (const contract of allContracts()) {
    if (contract.kind !== 'file' || contract.direction !== 'down') continue;
    server.route({
      method: contract.route.method,
      url: urlOf(contract.route.path),
      handler: (request, reply) => send(contract, { request, reply }, { services, content }),
    });
  }
}

async function send(
  { named, route }: DownloadContract,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { services, content }: { services: Services; content: ContentStore },
): Promise<FastifyReply> {
  const parts: Parts = {
    path: request.params as Parts['path'],
    query: request.query as Parts['query'],
    body: {},
  };
  const { file } = await services.ask(named, inputOf({ ...named, route }, parts), request);
  const chunks = content.read(file);
  // Asked for before the headers go: a file that is not there is refused like anything else.
  const first = await chunks.next();
  return reply.headers(headersOf(file)).send(Readable.from(whole(first, chunks)));
}

async function* whole(first: IteratorResult<Buffer, unknown>, rest: AsyncGenerator<Buffer>) {
  if (!first.done) yield first.value;
  yield* rest;
}

/** It is kept, never opened in the page; browsers look at no content to guess what it is (nosniff stands on every answer). */
function headersOf({ mediaType, bytes, name }: FileRef) {
  return {
    'content-type': mediaType,
    'content-length': bytes,
    'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
  };
}

/** RFC 8187: what encodeURIComponent leaves and that form does not; half a character becomes a mark. */
function encoded(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
