import { Injectable } from '@nestjs/common';
import {
  registerImported,
  registerImportRefused,
  registerImportStarted,
  uploadRegister,
} from '@xuncha/contracts';
import { linesOf, markedCopy } from '@xuncha/documents';
import { newId, portionsOf } from '@xuncha/domain-kit';
import {
  Importer,
  paced,
  Runtime,
  type Act,
  type Checked,
  type Going,
  type Source,
} from '@xuncha/service-kit';
import { OrganizationStore } from '../organization/organization.store.js';
import { fill } from './register.js';
import { RegisterImportStore } from './register.store.js';
import { registerTemplateColumns } from './template.js';

/** Written at a time, so that others have their turn. */
const PORTION = 500;

@Injectable()
export class RegisterImporter extends Importer {
  constructor(
    runtime: Runtime,
    imports: RegisterImportStore,
    private readonly organizations: OrganizationStore,
  ) {
    super(runtime, imports, {
      upload: uploadRegister,
      events: {
        started: (importId) => registerImportStarted({ importId }),
        imported: (importId, organizations) => registerImported({ importId, organizations }),
        refused: (importId, code) => registerImportRefused({ importId, code }),
      },
      mark: (marked) => markedCopy({ ...marked, columns: registerTemplateColumns }),
      quicker: ['organization.code-taken'],
    });
  }

  protected async check({ content, mediaType }: Source, asker: Act, going: Going): Promise<Checked> {
    const lines = await linesOf(content, mediaType, going.signal);
    const registered = await this.organizations.everyOne(asker);
    const steps = { phase: 'checking', total: lines.length - 1 };
    const { counts, organizations } = await paced(fill(lines, registered), going, steps);
    const write = async (act: Act, { signal, tell }: Going) => {
      let done = 0;
      const portions = portionsOf(organizations(act.on, newId), PORTION);
      for (const pair of portionsOf(portions, 2)) {
        signal.throwIfAborted();
        const writing = pair.map((portion) => this.organizations.addAll(act, portion));
        // Where one fails the other is waited for: nothing may be written when the transaction is over.
        await Promise.allSettled(writing);
        for (const { length } of await Promise.all(writing)) done += length;
        tell({ phase: 'registering', done, total: counts.registered });
      }
    };
    return { counts, write };
  }
}
