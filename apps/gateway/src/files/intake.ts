/** Takes files in, whole or in parts: from whoever may, of the kinds that are asked for, checked by their content. */
import { FileRef, roleMay, viewerAccess, type UploadContract } from '@xuncha/contracts';
import { refuse, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import type { ContentStore, Tokens, Uploader } from '@xuncha/service-kit';
import type { FastifyRequest } from 'fastify';
import { siteOf, tokenOf, type Services } from '../services.js';
import { contentCheck } from './content-check.js';
import type { VirusScanner } from './virus-scanner.js';

/** What is said of a file before its content comes. */
export type Said = Pick<FileRef, 'name' | 'mediaType'>;

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
    return { accountId: sub, site: siteOf(request) ?? site };
  }

  /** The name is as the person knows the file; it is shown, never used as a path. */
  said({ mediaTypes }: UploadContract, given: { name: unknown; mediaType: string }): Said {
    const mediaType = given.mediaType.split(';')[0]!.trim().toLowerCase();
    refuseUnless(mediaTypes.includes(mediaType), 'file.media-type', { mediaType });
    const name = FileRef.shape.name.safeParse(given.name);
    if (name.success) return { name: name.data, mediaType };
    const errors = name.error.issues.map(({ code }) => ({ field: 'name', code }));
    return refuse('request.invalid', { errors });
  }

  refuseTooLarge({ maxBytes }: UploadContract, bytes: number): void {
    refuseIf(bytes > maxBytes, 'file.too-large', { limit: maxBytes });
  }

  /** What is refused on the way is not stored. */
  async store(
    { maxBytes }: UploadContract,
    { name, mediaType }: Said,
    stream: AsyncIterable<Buffer>,
  ): Promise<FileRef> {
    const watched = this.scanner?.watched(stream) ?? stream;
    const stored = await this.content.write(watched, { maxBytes, pass: contentCheck(mediaType) });
    return { ...stored, mediaType, name };
  }
}
