import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { RegisterImport } from './register.js';
import { RegisterImportRow } from './register.row.js';

@Injectable()
export class RegisterImportStore extends Store<RegisterImport, RegisterImportRow> {
  constructor() {
    super({ aggregate: 'planning.register', row: RegisterImportRow, ...sameColumns() });
  }
}
