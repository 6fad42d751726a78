import { Controller } from '@nestjs/common';
import { importRegister, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { RegisterImporter } from './importer.js';

@Controller()
export class RegisterCommands {
  constructor(private readonly importer: RegisterImporter) {}

  @Handles(importRegister)
  async import({ file }: In<typeof importRegister>, act: Act) {
    return this.importer.begin(act, file);
  }
}
