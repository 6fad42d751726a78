/** Takes files in, whole or in parts: from whoever may, of the kinds that are asked for, checked by their content. */
import { FileRef, roleMay, viewerAccess, type UploadContract } from '@xuncha/contracts';
import { refuse, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import type { ContentStore, Tokens, Uploader } from '@xuncha/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { siteOf, tokenOf, type Services } from '../services.js';
import { contentCheck } from './content-check.js';
import { saysItIsHeic } from './heic.js';
import { withoutPosition } from './position/without-position.js';
import type { VirusScanner } from './virus-scanner.js';

/** What is said of a file before its content comes. */
export interface Said extends Pick<FileRef, 'name' | 'mediaType'> {
  readonly keepPosition: boolean;
}

interface Given {
  readonly name: unknown;
  readonly mediaType: string;
  readonly keepPosition: unknown;
}
const Named = z.object({
  name: FileRef.shape.name,
  keepPosition: z.enum(['true', 'false']).optional(),
});

export class Intake {
  constructor(
    private readonly services: Services,
    private readonly tokens: Tokens,
    private readonly content: ContentStore,
    private readonly scanner: VirusScanner | undefined,
  ) {}

  /** This keeps strangers from filling the store; the command that names the file checks the person's right again. */
  async uploader({ permission }: UploadContract, request: FastifyRequest): Promise<Uploader> {
    const { sub, site } = this.tokens.verify(tokenOf(request));
    const { grants } = await this.services.ask(viewerAccess, {}, request);
    const isAllowed = grants.some(({ role }) => roleMay(role, permission));
    refuseUnless(isAllowed, 'access.denied', { permission });
    return { account: sub, site: siteOf(request) ?? site };
  }

  /** The name is as the person knows the file; it is shown, never used as a path. */
  said({ mediaTypes }: UploadContract, given: Given): Said {
    const mediaType = given.mediaType.split(';')[0]!.trim().toLowerCase();
    const isTaken = mediaTypes.includes(mediaType);
    const wouldBePhoto = mediaTypes.includes('image/jpeg') && saysItIsHeic({ ...given, mediaType });
    refuseIf(!isTaken && wouldBePhoto, 'file.heic');
    refuseUnless(isTaken, 'file.media-type', { mediaType });
    const said = Named.safeParse(given);
    if (said.success)
      return { name: said.data.name, mediaType, keepPosition: said.data.keepPosition === 'true' };
    const errors = said.error.issues.map(({ path, code }) => ({ field: path.join('.'), code }));
    return refuse('request.invalid', { errors });
  }

  refuseTooLarge({ maxBytes }: UploadContract, bytes: number): void {
    refuseIf(bytes > maxBytes, 'file.too-large', { limit: maxBytes });
  }

  /** What is refused on the way is not stored; of the rest it is noted who may name it. */
  async store(
    { maxBytes }: UploadContract,
    { name, mediaType, keepPosition }: Said,
    { stream, by }: { readonly stream: AsyncIterable<Buffer>; readonly by: Uploader },
  ): Promise<FileRef> {
    const watched = this.scanner?.watched(stream) ?? stream;
    const pass = contentCheck(mediaType);
    const edit = (content: AsyncIterable<Buffer>) =>
      keepPosition ? content : withoutPosition(mediaType, content);
    const stored = await this.content.write(watched, { maxBytes, pass, edit });
    const file = { ...stored, mediaType, name };
    await this.content.noteUploader(by, file);
    return file;
  }
}
