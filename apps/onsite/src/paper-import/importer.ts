import { Injectable } from '@nestjs/common';
import { paperImportRefused, paperImportStarted, papersImported, uploadPapers } from '@xuncha/contracts';
import { linesOf, markedCopy } from '@xuncha/documents';
import { portionsOf, type Id } from '@xuncha/domain-kit';
import { Importer, Runtime, type Act, type Checked, type Going, type Source } from '@xuncha/service-kit';
import { admit, refuseBeforeEntry } from '../inspection/inspection.js';
import { InspectionStore } from '../inspection/inspection.store.js';
import { officer } from '../inspection/officer.js';
import type { WorkingPaper } from '../working-paper/working-paper.js';
import { WorkingPaperStore } from '../working-paper/working-paper.store.js';
import { fill, paperId, readTable } from './paper-import.js';
import type { PaperImport } from './paper-import.row.js';
import { PaperImportStore } from './paper-import.store.js';
import { paperTemplateColumns } from './template.js';

/** Written, and looked for, at a time. */
const PORTION = 200;

@Injectable()
export class PaperImporter extends Importer<PaperImport> {
  constructor(
    runtime: Runtime,
    imports: PaperImportStore,
    private readonly inspections: InspectionStore,
    private readonly papers: WorkingPaperStore,
  ) {
    super(runtime, imports, {
      upload: uploadPapers,
      events: {
        started: (importId) => paperImportStarted({ importId }),
        imported: (importId, papers) => papersImported({ importId, papers }),
        refused: (importId, code) => paperImportRefused({ importId, code }),
      },
      mark: (marked) => markedCopy({ ...marked, columns: paperTemplateColumns }),
      quicker: [],
    });
  }

  protected async check(
    { content, mediaType, asked }: Source & { readonly asked: PaperImport },
    asker: Act,
    going: Going,
  ): Promise<Checked> {
    const inspection = await this.inspections.read(asker, asked.inspectionId);
    admit(inspection, 'writePaper');
    refuseBeforeEntry(inspection, asker.on);
    const table = readTable(await linesOf(content, mediaType, going.signal));
    const present = await this.present(
      asker,
      table.entries.map(({ number }) => paperId(inspection.id, number)),
    );
    const written = { author: officer(asker, inspection), on: asker.on };
    const { counts, papers } = fill(table, present, inspection, written);
    const write = async (act: Act, { signal, tell }: Going) => {
      let done = 0;
      for (const portion of portionsOf(papers, PORTION)) {
        signal.throwIfAborted();
        await this.papers.addAll(act, portion);
        tell({ phase: 'registering', done: (done += portion.length), total: counts.registered });
      }
    };
    return { counts, write };
  }

  private async present(asker: Act, ids: readonly Id[]): Promise<WorkingPaper[]> {
    const found = [];
    for (const portion of portionsOf(ids, PORTION))
      found.push(...(await this.papers.find(asker, { where: { id: [...portion] } })));
    return found;
  }
}
