import { Controller } from '@nestjs/common';
import {
  exportRoster,
  listRosterImports,
  readRosterImport,
  rosterTemplate,
  type In,
} from '@xuncha/contracts';
import { EXCEL, templateOf, workbookOf } from '@xuncha/documents';
import { Handles, type Caller } from '@xuncha/service-kit';
import { InspectorStore } from '../inspector/inspector.store.js';
import { OrganizationStore } from '../organization/organization.store.js';
import { RosterImporter } from './importer.js';
import { rosterOf } from './roster.js';
import { rosterRows, rosterTitles } from './sheet.js';
import { rosterTemplateColumns } from './template.js';

@Controller()
export class RosterQueries {
  constructor(
    private readonly importer: RosterImporter,
    private readonly inspectors: InspectorStore,
    private readonly organizations: OrganizationStore,
  ) {}

  @Handles(readRosterImport)
  async read({ importId }: In<typeof readRosterImport>, viewer: Caller) {
    return this.importer.read(viewer, importId);
  }

  @Handles(listRosterImports)
  async list({ cursor, limit }: In<typeof listRosterImports>, viewer: Caller) {
    return this.importer.page(viewer, { cursor, limit });
  }

  @Handles(exportRoster)
  async export(_input: In<typeof exportRoster>, viewer: Caller) {
    const everyOne = await this.inspectors.everyOne(viewer);
    const inPool = everyOne.filter(({ state }) => state === 'inPool');
    const ids = await this.organizations.idsByCode(viewer);
    const codes = new Map([...ids].map(([code, id]) => [id, code]));
    const columns = rosterTitles.map((title) => ({ title }));
    const content = await workbookOf([{ name: '人才库名册', columns, rows: rosterRows(inPool, codes) }]);
    return {
      id: rosterOf(viewer.site),
      name: '人才库名册.xlsx',
      mediaType: EXCEL,
      base64: content.toString('base64'),
    };
  }

  @Handles(rosterTemplate)
  async template() {
    return templateOf('人员名册模板', rosterTemplateColumns);
  }
}
