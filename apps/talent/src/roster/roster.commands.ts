import { Controller } from '@nestjs/common';
import { importRoster, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { RosterImporter } from './importer.js';

@Controller()
export class RosterCommands {
  constructor(private readonly importer: RosterImporter) {}

  @Handles(importRoster)
  async import({ file }: In<typeof importRoster>, act: Act) {
    return this.importer.begin(act, file);
  }
}
