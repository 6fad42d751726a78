import { Controller } from '@nestjs/common';
import { listImports, readImport, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { RegisterImportStore } from './register.store.js';

@Controller()
export class RegisterQueries {
  constructor(private readonly imports: RegisterImportStore) {}

  @Handles(readImport)
  async read(input: In<typeof readImport>, viewer: Caller) {
    return this.imports.read(viewer, input.importId);
  }

  @Handles(listImports)
  async list({ cursor, limit }: In<typeof listImports>, viewer: Caller) {
    return this.imports.page(viewer, { descending: true, cursor, limit });
  }
}
