/** Files that a record names stream out of the content store, once the service that keeps the record has said that they may. */
import { Readable } from 'node:stream';
import { allContracts, type DownloadContract } from '@xuncha/contracts';
import type { ContentStore } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { inputOf, type Parts } from '../api/input.js';
import type { Services } from '../services.js';
import { attachment } from './attachment.js';

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
  return reply
    .headers({ ...attachment(file), 'content-length': file.bytes })
    .send(Readable.from(whole(first, chunks)));
}

async function* whole(first: IteratorResult<Buffer, unknown>, rest: AsyncGenerator<Buffer>) {
  if (!first.done) yield first.value;
  yield* rest;
}
