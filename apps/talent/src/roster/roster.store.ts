import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { RosterImport } from './roster.js';
import { RosterImportRow } from './roster.row.js';

@Injectable()
export class RosterImportStore extends Store<RosterImport, RosterImportRow> {
  constructor() {
    super({ aggregate: 'talent.roster', row: RosterImportRow, ...sameColumns() });
  }
}
