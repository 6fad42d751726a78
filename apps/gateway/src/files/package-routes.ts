/** Packages are written as they leave: what the owning service says is in one comes out of the content store file by file. */
import { Readable } from 'node:stream';
import { allContracts, type PackageContract, type PackagePart } from '@xuncha/contracts';
import { zipped, zippedBytes, type ContentStore, type ZipPart } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { inputOf, type Parts } from '../api/input.js';
import type { Services } from '../services.js';
import { attachment } from './attachment.js';

export function addPackageRoutes(server: FastifyInstance, services: Services, content: ContentStore): void {
  for (const contract of allContracts()) {
    if (contract.kind !== 'file' || contract.direction !== 'package') continue;
    server.route({
      method: contract.route.method,
      url: urlOf(contract.route.path),
      handler: (request, reply) => send(contract, { request, reply }, { services, content }),
    });
  }
}

async function send(
  { named, route }: PackageContract,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { services, content }: { services: Services; content: ContentStore },
): Promise<FastifyReply> {
  const asked: Parts = {
    path: request.params as Parts['path'],
    query: request.query as Parts['query'],
    body: {},
  };
  const { name, dated, parts } = await services.ask(named, inputOf({ ...named, route }, asked), request);
  await refuseUnknown(parts, content);
  const packed = parts.map((part) => packedPart(part, content));
  return reply
    .headers({ ...attachment({ name, mediaType: 'application/zip' }), 'content-length': zippedBytes(packed) })
    .send(Readable.from(request.method === 'HEAD' ? [] : zipped(packed, dated)));
}

/** Before the headers go: a file that is not there is refused like anything else. */
async function refuseUnknown(parts: readonly PackagePart[], content: ContentStore): Promise<void> {
  for (const { file } of parts) {
    if (file) await content.bytesOf(file);
  }
}

function packedPart({ name, file, base64 = '' }: PackagePart, content: ContentStore): ZipPart {
  if (file) return { name, bytes: file.bytes, content: content.read(file) };
  const bytes = Buffer.from(base64, 'base64');
  return { name, bytes: bytes.length, content: [bytes] };
}
