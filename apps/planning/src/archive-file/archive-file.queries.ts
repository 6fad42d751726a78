import { Controller } from '@nestjs/common';
import {
  countArchiveFiles,
  listArchiveFileLooks,
  listArchiveFiles,
  readArchiveFile,
  type In,
} from '@xuncha/contracts';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import type { ArchiveFile } from './archive-file.js';
import { ArchiveFileStore } from './archive-file.store.js';
import { numbered, totalsOf } from './contents.js';

@Controller()
export class ArchiveFileQueries {
  constructor(
    private readonly archiveFiles: ArchiveFileStore,
    private readonly looks: Looks,
  ) {}

  @Handles(readArchiveFile)
  async read({ archiveFileId }: In<typeof readArchiveFile>, viewer: Caller) {
    const found = await this.archiveFiles.read(viewer, archiveFileId);
    return { ...headOf(found), contentsHash: found.contentsHash, lines: numbered(found.lines) };
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
}

function headOf(found: Versioned<ArchiveFile>) {
  const { id, version, number, title, roundId, assignmentId, state } = found;
  const { openedOn, closedOn, handedOverOn, receiver, receiptNumber, lines } = found;
  const of = { id, version, number, title, roundId, assignmentId, state };
  return { ...of, ...totalsOf(lines), openedOn, closedOn, handedOverOn, receiver, receiptNumber };
}
