/**
 * Uploads that go on after a break: tus 1.0 with creation, termination and expiration, beside every upload in one request
 * (decisions/0001). `GET`, which tus does not know, answers the `FileRef` once the file is whole.
 */
import { partsRoutes, type FileRef, type UploadContract } from '@xuncha/contracts';
import { DomainError, refuse, refuseUnless } from '@xuncha/domain-kit';
import type { Upload, UploadsInParts } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { urlOf } from '../api/contract-routes.js';
import { isHungUp, withBody } from './incoming.js';
import type { Intake } from './intake.js';
import { metadataOf } from './upload-metadata.js';

const TUS = '1.0.0';
const CONTENT = 'application/offset+octet-stream';

interface Parts {
  readonly intake: Intake;
  readonly uploads: UploadsInParts;
}
type Handler = (upload: Upload, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

export function addPartsRoutes(scope: FastifyInstance, contract: UploadContract, parts: Parts): void {
  const { all, one } = partsRoutes(contract);
  const of = (handler: Handler) => async (request: FastifyRequest, reply: FastifyReply) =>
    handler(await found(contract, request, parts), request, speaking(reply));
  scope.post(urlOf(all), (request, reply) => begin(contract, parts, { request, reply }));
  // Before GET, of which there would be a HEAD otherwise.
  scope.head(urlOf(one), of(tell));
  scope.get(
    urlOf(one),
    of(async (upload, _request, reply) => reply.send(await finished(contract, upload, parts))),
  );
  scope.patch(
    urlOf(one),
    of((upload, request, reply) => goOn(contract, upload, { parts, request, reply })),
  );
  scope.delete(
    urlOf(one),
    of(async (upload, _request, reply) => {
      await parts.uploads.drop(upload);
      return reply.status(204).send();
    }),
  );
}

async function begin(
  contract: UploadContract,
  { intake, uploads }: Parts,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  refuseOtherProtocol(request);
  const uploader = await intake.uploader(contract, request);
  const bytes = numberIn(request, 'upload-length');
  const { name, type = '', keepPosition } = metadataOf(request);
  const said = intake.said(contract, { name, mediaType: type, keepPosition });
  intake.refuseTooLarge(contract, bytes);
  const upload = await uploads.begin(uploader, { ...said, bytes, contract: contract.name });
  const location = `${urlOf(partsRoutes(contract).all)}/${upload.id}`;
  return speaking(reply)
    .status(201)
    .headers({ location, ...stateOf(upload) })
    .send();
}

async function found(
  contract: UploadContract,
  request: FastifyRequest,
  { intake, uploads }: Parts,
): Promise<Upload> {
  refuseOtherProtocol(request);
  const uploader = await intake.uploader(contract, request);
  const upload = await uploads.find(uploader, (request.params as { uploadId: string }).uploadId);
  refuseUnless(upload.announced.contract === contract.name, 'upload.unknown');
  return upload;
}

async function tell(upload: Upload, _request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply.headers({ ...stateOf(upload), 'upload-length': upload.announced.bytes }).send();
}

async function goOn(
  contract: UploadContract,
  upload: Upload,
  { parts, request, reply }: { parts: Parts; request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  refuseUnless(request.headers['content-type'] === CONTENT, 'file.media-type');
  const { offset } = upload;
  refuseUnless(numberIn(request, 'upload-offset') === offset, 'upload.offset', { offset });
  const after = await append(upload, request, parts.uploads);
  if (after.offset === after.announced.bytes) await finished(contract, after, parts);
  return reply.status(204).headers(stateOf(after)).send();
}

async function append(upload: Upload, request: FastifyRequest, uploads: UploadsInParts): Promise<Upload> {
  const announced = Number(request.headers['content-length'] ?? 0);
  const { bytes } = upload.announced;
  refuseUnless(upload.offset + announced <= bytes, 'upload.longer-than-said', { limit: bytes });
  try {
    return await withBody(request.raw, (stream) => uploads.append(upload, stream));
  } catch (error) {
    if (isHungUp(error)) return upload;
    throw error;
  }
}

/** However often it is asked for, and by however many at once, the answer is one. */
async function finished(
  contract: UploadContract,
  upload: Upload,
  { intake, uploads }: Parts,
): Promise<FileRef> {
  const { file, offset, announced } = upload;
  if (file) return file;
  refuseUnless(offset === announced.bytes, 'upload.unfinished', { offset });
  try {
    const stored = await intake.store(contract, announced, {
      stream: uploads.read(upload),
      by: upload.uploader,
    });
    await uploads.finish(upload, stored);
    return stored;
  } catch (error) {
    const found = await uploads.answerOf(upload);
    if (found) return found;
    // What is not taken is not kept either; what could not be looked at may be asked for again.
    const { code = '' } = error instanceof DomainError ? error : {};
    if (code.startsWith('file.') && code !== 'file.unchecked') await uploads.drop(upload);
    throw error;
  }
}

function stateOf({ offset, expiresAt }: Upload) {
  return { 'upload-offset': offset, 'upload-expires': expiresAt.toUTCString() };
}

const speaking = (reply: FastifyReply) => reply.header('tus-resumable', TUS);

/** Whoever says nothing of it speaks this one. */
function refuseOtherProtocol({ headers }: FastifyRequest): void {
  refuseUnless((headers['tus-resumable'] ?? TUS) === TUS, 'upload.protocol');
}

function numberIn({ headers }: FastifyRequest, name: 'upload-length' | 'upload-offset'): number {
  const text = headers[name];
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text);
  const code = text === undefined ? 'invalid_type' : 'invalid_format';
  return refuse('request.invalid', { errors: [{ field: name, code }] });
}
