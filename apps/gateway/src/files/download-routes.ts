/** Files that a record names stream out of the content store, once the service that keeps the record has said that they may. */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { allContracts, type DownloadContract } from '@xuncha/contracts';
import type { ContentStore } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { inputOf, type Parts } from '../api/input.js';
import type { Services } from '../services.js';
import { attachment } from './attachment.js';
import { spanAsked } from './byte-range.js';

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
  const { headers } = request;
  const tag = `"${file.sha256}"`;
  if (isNamed(headers['if-none-match'], tag)) return reply.status(304).header('etag', tag).send();
  const bytes = await content.bytesOf(file);
  const span = isNamed(String(headers['if-range'] ?? tag), tag) ? spanAsked(headers.range, bytes) : undefined;
  const { start, end } = span ?? { start: 0, end: bytes };
  const body = await bodyFor(request, () => content.read(file, { start, end }));
  if (span) void reply.status(206).header('content-range', `bytes ${start}-${end - 1}/${bytes}`);
  return reply
    .headers({ ...attachment(file), 'accept-ranges': 'bytes', 'content-length': end - start, etag: tag })
    .send(body);
}

/** `*` is every tag there is; a weak one is as good here, for the tag is the hash of the content. */
function isNamed(tags: string | undefined, tag: string): boolean {
  const named = (tags ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return named.includes(tag) || named.includes('*');
}

/**
 * Begun before the headers go: what cannot be read is refused like anything else. A stream from its beginning on, for whoever asked may be
 * gone by now, and nothing else would let go of the file.
 */
async function bodyFor({ method }: FastifyRequest, read: () => AsyncGenerator<Buffer>): Promise<Readable> {
  if (method === 'HEAD') return Readable.from([]);
  const body = Readable.from(read());
  await once(body, 'readable');
  return body;
}
