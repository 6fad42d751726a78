import { Injectable } from '@nestjs/common';
import { importColumns, Store } from '@xuncha/service-kit';
import { PaperImportRow, type PaperImport } from './paper-import.row.js';

@Injectable()
export class PaperImportStore extends Store<PaperImport, PaperImportRow> {
  constructor() {
    super({
      aggregate: 'onsite.paperImport',
      row: PaperImportRow,
      organization: 'organizationId',
      team: 'teamId',
      ...importColumns(),
    });
  }
}
