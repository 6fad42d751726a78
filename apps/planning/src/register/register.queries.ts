import { Controller } from '@nestjs/common';
import { listImports, readImport, registerTemplate, type In } from '@xuncha/contracts';
import { templateOf } from '@xuncha/documents';
import { Handles, type Caller } from '@xuncha/service-kit';
import { RegisterImporter } from './importer.js';
import { registerTemplateColumns } from './template.js';

@Controller()
export class RegisterQueries {
  constructor(private readonly importer: RegisterImporter) {}

  @Handles(readImport)
  async read({ importId }: In<typeof readImport>, viewer: Caller) {
    return this.importer.read(viewer, importId);
  }

  @Handles(listImports)
  async list({ cursor, limit }: In<typeof listImports>, viewer: Caller) {
    return this.importer.page(viewer, { cursor, limit });
  }

  @Handles(registerTemplate)
  async template() {
    return templateOf('登记册模板', registerTemplateColumns);
  }
}
