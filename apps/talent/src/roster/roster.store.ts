import { Injectable } from '@nestjs/common';
import { importColumns, Store, type Import } from '@xuncha/service-kit';
import { RosterImportRow } from './roster.row.js';

@Injectable()
export class RosterImportStore extends Store<Import, RosterImportRow> {
  constructor() {
    super({ aggregate: 'talent.roster', row: RosterImportRow, ...importColumns() });
  }
}
