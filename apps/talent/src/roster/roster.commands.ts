import { Controller } from '@nestjs/common';
import { importRoster, uploadRoster, type In } from '@xuncha/contracts';
import { linesOf } from '@xuncha/documents';
import { newId } from '@xuncha/domain-kit';
import { ContentStore, Handles, type Act } from '@xuncha/service-kit';
import { InspectorStore } from '../inspector/inspector.store.js';
import { OrganizationStore } from '../organization/organization.store.js';
import { fill } from './roster.js';
import { RosterImportStore } from './roster.store.js';

@Controller()
export class RosterCommands {
  constructor(
    private readonly contents: ContentStore,
    private readonly inspectors: InspectorStore,
    private readonly organizations: OrganizationStore,
    private readonly imports: RosterImportStore,
  ) {}

  @Handles(importRoster)
  async import({ file }: In<typeof importRoster>, act: Act) {
    const content = await this.contents.readWhole(file, uploadRoster.maxBytes);
    const keys = this.inspectors.newKeys(act);
    const ground = {
      registered: await this.inspectors.everyOne(act),
      organizations: await this.organizations.idsByCode(act),
      sealName: (id: string, name: string) => keys.to(id).seal('name', name),
      makeId: () => newId(),
    };
    const source = { file, lines: await linesOf(content, file.mediaType) };
    const { record, inspectors } = fill(source, ground, act.on);
    await keys.save();
    await this.inspectors.addAll(act, inspectors);
    return this.imports.add(act, record);
  }
}
