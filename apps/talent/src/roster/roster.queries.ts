import { Controller } from '@nestjs/common';
import { exportRoster, listRosterImports, type In } from '@xuncha/contracts';
import { EXCEL, sheetOf } from '@xuncha/documents';
import { idFrom } from '@xuncha/domain-kit';
import { Handles, type Caller } from '@xuncha/service-kit';
import { InspectorStore } from '../inspector/inspector.store.js';
import { LookStore } from '../look/look.store.js';
import { OrganizationStore } from '../organization/organization.store.js';
import { RosterImportStore } from './roster.store.js';
import { rosterRows, rosterTitles } from './sheet.js';

@Controller()
export class RosterQueries {
  constructor(
    private readonly imports: RosterImportStore,
    private readonly inspectors: InspectorStore,
    private readonly organizations: OrganizationStore,
    private readonly looks: LookStore,
  ) {}

  @Handles(listRosterImports)
  async list({ cursor, limit }: In<typeof listRosterImports>, viewer: Caller) {
    return this.imports.page(viewer, { descending: true, cursor, limit });
  }

  @Handles(exportRoster)
  async export(_input: In<typeof exportRoster>, viewer: Caller) {
    const everyOne = await this.inspectors.everyOne(viewer);
    // All records at once are one look at the site's roster.
    await this.looks.take(viewer, 'roster', idFrom('roster', viewer.site));
    const inPool = everyOne.filter(({ state }) => state === 'inPool');
    const ids = await this.organizations.idsByCode(viewer);
    const codes = new Map([...ids].map(([code, id]) => [id, code]));
    const content = await sheetOf(rosterTitles, rosterRows(inPool, codes));
    return { name: '人才库名册.xlsx', mediaType: EXCEL, base64: content.toString('base64') };
  }
}
