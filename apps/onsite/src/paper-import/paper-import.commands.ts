import { Controller } from '@nestjs/common';
import { importPapers, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { placeOf } from '../inspection/inspection.js';
import { InspectionStore } from '../inspection/inspection.store.js';
import { PaperImporter } from './importer.js';

@Controller()
export class PaperImportCommands {
  constructor(
    private readonly importer: PaperImporter,
    private readonly inspections: InspectionStore,
  ) {}

  @Handles(importPapers)
  async begin({ inspectionId, file }: In<typeof importPapers>, act: Act) {
    const inspection = await this.inspections.read(act, inspectionId);
    return this.importer.begin(act, file, placeOf(inspection));
  }
}
