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
import { changed } from './known.js';
import { fill, type Written } from './register.js';
import { RegisterImportStore } from './register.store.js';
import { registerTemplateColumns } from './template.js';

/** Written at a time, so that others have their turn. */
const PORTION = 500;
type Writing = Going & { readonly total: number };

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
      quicker: ['organization.code-taken', 'record.stale'],
    });
  }

  protected async check({ content, mediaType }: Source, asker: Act, going: Going): Promise<Checked> {
    const lines = await linesOf(content, mediaType, going.signal);
    const registered = await this.organizations.everyOne(asker);
    const steps = { phase: 'checking', total: lines.length - 1 };
    const { counts, written } = await paced(fill(lines, registered, asker.on), going, steps);
    const write = async (act: Act, writing: Going) => {
      const all = written(newId);
      const total = counts.rows - counts.known;
      const done = await this.register(act, all, { ...writing, total });
      await this.change(act, all, { ...writing, done, total });
    };
    return { counts, write };
  }

  /** Answers how many there are. */
  private async register(act: Act, { organizations }: Written, { signal, tell, total }: Writing) {
    let done = 0;
    for (const pair of portionsOf(portionsOf(organizations, PORTION), 2)) {
      signal.throwIfAborted();
      const writing = pair.map((portion) => this.organizations.addAll(act, portion));
      // Where one fails the other is waited for: nothing may be written when the transaction is over.
      await Promise.allSettled(writing);
      for (const { length } of await Promise.all(writing)) done += length;
      tell({ phase: 'registering', done, total });
    }
    return done;
  }

  private async change(
    act: Act,
    { changes, idOf }: Written,
    { signal, tell, total, done }: Writing & { readonly done: number },
  ): Promise<void> {
    for (const [index, change] of changes.entries()) {
      if (index % PORTION === 0) {
        signal.throwIfAborted();
        tell({ phase: 'registering', done: done + index, total });
      }
      const parentId = change.parentCode && idOf(change.parentCode);
      const ancestors = change.isMoved ? await this.organizations.lineage(act, parentId) : [];
      await this.organizations.change(act, change, (before) => changed(before, change, parentId, ancestors));
    }
  }
}
