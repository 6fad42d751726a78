/** Filing what was signed of a round or an assignment, until the file is handed over. */
import { Controller } from '@nestjs/common';
import {
  addDocument,
  closeArchiveFile,
  fileDocument,
  handOverArchiveFile,
  noteAbsence,
  openArchiveFile,
  removeDocument,
  reopenArchiveFile,
  type In,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as archiveFile from './archive-file.js';
import { ArchiveFileStore } from './archive-file.store.js';

@Controller()
export class ArchiveFileCommands {
  constructor(private readonly archiveFiles: ArchiveFileStore) {}

  @Handles(openArchiveFile)
  async open(input: In<typeof openArchiveFile>, act: Act) {
    const subject = await this.archiveFiles.subject(act, input);
    const opening = { number: await act.nextNumber('巡档'), on: act.on, newLineId: newId };
    return this.archiveFiles.add(act, archiveFile.open(newId(), subject, opening));
  }

  @Handles(fileDocument)
  async file(input: In<typeof fileDocument>, act: Act) {
    return this.archiveFiles.change(act, targetOf(input), (before) =>
      archiveFile.file(before, input.lineId, documentOf(input)),
    );
  }

  @Handles(addDocument)
  async addDocument(input: In<typeof addDocument>, act: Act) {
    const { form, organizationId = null } = input;
    const further = { id: newId(), form, organizationId, document: documentOf(input) };
    return this.archiveFiles.change(act, targetOf(input), (before) => archiveFile.add(before, further));
  }

  @Handles(removeDocument)
  async remove(input: In<typeof removeDocument>, act: Act) {
    return this.archiveFiles.change(act, targetOf(input), (before) =>
      archiveFile.remove(before, input.lineId),
    );
  }

  @Handles(noteAbsence)
  async noteAbsence(input: In<typeof noteAbsence>, act: Act) {
    return this.archiveFiles.change(act, targetOf(input), (before) =>
      archiveFile.noteAbsence(before, input.lineId, input.reason),
    );
  }

  @Handles(closeArchiveFile)
  async close(input: In<typeof closeArchiveFile>, act: Act) {
    const subject = await this.archiveFiles.subject(
      act,
      await this.archiveFiles.read(act, input.archiveFileId),
    );
    return this.archiveFiles.change(act, targetOf(input), (before) =>
      archiveFile.close(before, subject, act.on),
    );
  }

  @Handles(reopenArchiveFile)
  async reopen(input: In<typeof reopenArchiveFile>, act: Act) {
    return this.archiveFiles.change(act, targetOf(input), archiveFile.reopen);
  }

  @Handles(handOverArchiveFile)
  async handOver(input: In<typeof handOverArchiveFile>, act: Act) {
    const { receiver, receiptNumber } = input;
    return this.archiveFiles.change(act, targetOf(input), (before) =>
      archiveFile.handOver(before, { receiver, receiptNumber, on: act.on }),
    );
  }
}

function targetOf({ archiveFileId, seen }: { archiveFileId: Id; seen: number }) {
  return { id: archiveFileId, seen };
}

function documentOf(input: archiveFile.Document): archiveFile.Document {
  const { title, dated, author, pages, retention, file } = input;
  return { title, dated, author, pages, ...(retention ? { retention } : {}), file };
}
