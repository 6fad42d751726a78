import { Injectable } from '@nestjs/common';
import { importColumns, Store, type Import } from '@xuncha/service-kit';
import { RegisterImportRow } from './register.row.js';

@Injectable()
export class RegisterImportStore extends Store<Import, RegisterImportRow> {
  constructor() {
    super({ aggregate: 'planning.register', row: RegisterImportRow, ...importColumns() });
  }
}
