/** Files that people name in evidence and reports: each was uploaded and is there to be looked at. */
import { Injectable } from '@nestjs/common';
import type { FileRef } from '@xuncha/contracts';
import { ContentStore } from '@xuncha/service-kit';

@Injectable()
export class Uploads {
  constructor(private readonly contents: ContentStore) {}

  /** Refuses with `file.unknown`. What is there is proven piece by piece when somebody reads it. */
  async refuseUnknown(files: readonly FileRef[]): Promise<void> {
    for (const file of files) {
      const reading = this.contents.read(file);
      await reading.next();
      await reading.return(undefined);
    }
  }

  async refuseUnknownIn(pieces: readonly { file?: FileRef | undefined }[]): Promise<void> {
    await this.refuseUnknown(pieces.flatMap(({ file }) => file ?? []));
  }
}
