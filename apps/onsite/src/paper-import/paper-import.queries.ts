import { Controller } from '@nestjs/common';
import { listPaperImports, paperTemplate, readPaperImport, type In } from '@xuncha/contracts';
import { templateOf } from '@xuncha/documents';
import { Handles, type Caller } from '@xuncha/service-kit';
import { PaperImporter } from './importer.js';
import { paperTemplateColumns } from './template.js';

@Controller()
export class PaperImportQueries {
  constructor(private readonly importer: PaperImporter) {}

  @Handles(readPaperImport)
  async read({ importId }: In<typeof readPaperImport>, viewer: Caller) {
    return this.importer.read(viewer, importId);
  }

  @Handles(listPaperImports)
  async list({ cursor, limit, ...narrowed }: In<typeof listPaperImports>, viewer: Caller) {
    return this.importer.page(viewer, { cursor, limit }, narrowed);
  }

  @Handles(paperTemplate)
  async template() {
    return templateOf('问题表模板', paperTemplateColumns);
  }
}
