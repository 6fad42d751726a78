import { Controller } from '@nestjs/common';
import {
  archiveContents,
  archivePackage,
  countArchiveFiles,
  listArchiveFileLooks,
  listArchiveFiles,
  readArchiveFile,
  type In,
  type Out,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { refuseIf } from '@xuncha/domain-kit';
import {
  Handles,
  Looks,
  namesFor,
  partsOfPackage,
  signingKey,
  type Caller,
  type Versioned,
} from '@xuncha/service-kit';
import type { ArchiveFile } from './archive-file.js';
import { ArchiveFileStore } from './archive-file.store.js';
import { contentsListOf } from './contents-list.js';
import { numbered, totalsOf } from './contents.js';

@Controller()
export class ArchiveFileQueries {
  constructor(
    private readonly archiveFiles: ArchiveFileStore,
    private readonly looks: Looks,
    private readonly documents: Documents,
  ) {}

  @Handles(readArchiveFile)
  async read({ archiveFileId }: In<typeof readArchiveFile>, viewer: Caller) {
    const found = await this.archiveFiles.read(viewer, archiveFileId);
    return { ...headOf(found), contentsHash: found.contentsHash, lines: numbered(found.lines) };
  }

  @Handles(archiveContents)
  async contents({ archiveFileId }: In<typeof archiveContents>, viewer: Caller) {
    const file = await this.read({ archiveFileId }, viewer);
    return { id: file.id, ...(await this.contentsList(file, viewer)) };
  }

  /** Of what is closed: its numbers, pages and hashes change no more. */
  @Handles(archivePackage.named)
  async packing({ archiveFileId }: In<typeof archivePackage.named>, viewer: Caller) {
    const file = await this.read({ archiveFileId }, viewer);
    const { id, number, title, closedOn } = file;
    refuseIf(closedOn === null, 'archive-file.not-closed');
    const { name, base64 } = await this.contentsList(file, viewer);
    const { config, service } = viewer.runtime;
    const { privateKey: key } = signingKey(config.keyFolder, service);
    const list = { name, content: Buffer.from(base64, 'base64') };
    const parts = partsOfPackage(file, { service, site: viewer.site, key, list });
    return { id, name: `${number} ${title}.zip`, dated: closedOn!, parts };
  }

  @Handles(listArchiveFiles)
  async list(input: In<typeof listArchiveFiles>, viewer: Caller) {
    const { cursor, limit, ...where } = input;
    const { items, next } = await this.archiveFiles.page(viewer, { where, descending: true, cursor, limit });
    return { items: items.map(headOf), next };
  }

  @Handles(countArchiveFiles)
  async count(where: In<typeof countArchiveFiles>, viewer: Caller) {
    return this.archiveFiles.counts(viewer, countArchiveFiles, { where });
  }

  @Handles(listArchiveFileLooks)
  async listLooks({ archiveFileId, ...page }: In<typeof listArchiveFileLooks>, viewer: Caller) {
    await this.archiveFiles.read(viewer, archiveFileId);
    return this.looks.at(viewer, [archiveFileId], page);
  }

  private async contentsList(file: Out<typeof readArchiveFile>, viewer: Caller) {
    const organizations = file.lines.map(({ organizationId }) => organizationId);
    const names = await namesFor(viewer, { organizations });
    return this.documents.write(forms.archiveContents, names.site, contentsListOf(file, names));
  }
}

function headOf(found: Versioned<ArchiveFile>) {
  const { id, version, number, title, roundId, assignmentId, state } = found;
  const { openedOn, closedOn, handedOverOn, receiver, receiptNumber, lines } = found;
  const of = { id, version, number, title, roundId, assignmentId, state };
  return { ...of, ...totalsOf(lines), openedOn, closedOn, handedOverOn, receiver, receiptNumber };
}
