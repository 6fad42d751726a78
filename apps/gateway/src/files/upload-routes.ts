/** Uploads stream into the content store as they come; the answer is the `FileRef` that commands then name. */
import { allContracts, type FileRef, type UploadContract } from '@xuncha/contracts';
import type { UploadsInParts } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { withBody } from './incoming.js';
import type { Intake } from './intake.js';
import { addPartsRoutes } from './parts-routes.js';

export async function addUploadRoutes(
  server: FastifyInstance,
  intake: Intake,
  uploads: UploadsInParts,
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
        handler: (request) => upload(contract, request, intake),
      });
      addPartsRoutes(scope, contract, { intake, uploads });
    }
    done();
  });
}

async function upload(contract: UploadContract, request: FastifyRequest, intake: Intake): Promise<FileRef> {
  const by = await intake.uploader(contract, request);
  const { name, keepPosition } = request.query as { name?: unknown; keepPosition?: unknown };
  const mediaType = request.headers['content-type'] ?? '';
  const said = intake.said(contract, { name, mediaType, keepPosition });
  intake.refuseTooLarge(contract, Number(request.headers['content-length'] ?? 0));
  return withBody(request.raw, (stream) => intake.store(contract, said, { stream, by }));
}
