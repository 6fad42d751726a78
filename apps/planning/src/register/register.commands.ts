import { Controller } from '@nestjs/common';
import { importRegister, uploadRegister, type In } from '@xuncha/contracts';
import { linesOf } from '@xuncha/documents';
import { newId } from '@xuncha/domain-kit';
import { ContentStore, Handles, type Act } from '@xuncha/service-kit';
import { OrganizationStore } from '../organization/organization.store.js';
import { fill } from './register.js';
import { RegisterImportStore } from './register.store.js';

@Controller()
export class RegisterCommands {
  constructor(
    private readonly contents: ContentStore,
    private readonly organizations: OrganizationStore,
    private readonly imports: RegisterImportStore,
  ) {}

  @Handles(importRegister)
  async import({ file }: In<typeof importRegister>, act: Act) {
    const content = await this.contents.readWhole(file, uploadRegister.maxBytes);
    const lines = await linesOf(content, file.mediaType);
    const registered = await this.organizations.everyOne(act);
    const { record, organizations } = fill({ file, lines }, registered, act.on, newId);
    await this.organizations.addAll(act, organizations);
    return this.imports.add(act, record);
  }
}
