import { Injectable } from '@nestjs/common';
import { rosterImported, rosterImportRefused, rosterImportStarted, uploadRoster } from '@xuncha/contracts';
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
import { InspectorStore } from '../inspector/inspector.store.js';
import { OrganizationStore } from '../organization/organization.store.js';
import { changed, type Change } from './known.js';
import { fill, type Filling } from './roster.js';
import { RosterImportStore } from './roster.store.js';
import { rosterTemplateColumns } from './template.js';

/** Written at a time, so that others have their turn. */
const PORTION = 500;

@Injectable()
export class RosterImporter extends Importer {
  constructor(
    runtime: Runtime,
    imports: RosterImportStore,
    private readonly inspectors: InspectorStore,
    private readonly organizations: OrganizationStore,
  ) {
    super(runtime, imports, {
      upload: uploadRoster,
      events: {
        started: (importId) => rosterImportStarted({ importId }),
        imported: (importId, inspectors) => rosterImported({ importId, inspectors }),
        refused: (importId, code) => rosterImportRefused({ importId, code }),
      },
      mark: (marked) => markedCopy({ ...marked, columns: rosterTemplateColumns }),
      quicker: ['inspector.code-taken', 'inspector.account-taken', 'record.stale'],
    });
  }

  protected async check({ content, mediaType }: Source, asker: Act, going: Going): Promise<Checked> {
    const lines = await linesOf(content, mediaType, going.signal);
    const ground = {
      registered: await this.inspectors.everyOne(asker),
      organizations: await this.organizations.idsByCode(asker),
    };
    const steps = { phase: 'checking', total: lines.length - 1 };
    const filling = await paced(fill(lines, ground, asker.on), going, steps);
    const write = async (act: Act, writing: Going) => {
      await this.register(act, filling, writing);
      await this.change(act, filling.changes, writing);
    };
    return { counts: filling.counts, write };
  }

  private async register(act: Act, { counts, inspectors }: Filling, { signal, tell }: Going): Promise<void> {
    let done = 0;
    for (const portion of portionsOf(inspectors, PORTION)) {
      signal.throwIfAborted();
      const keys = this.inspectors.newKeys(act);
      const seal = (id: string, name: string) => keys.to(id).seal('name', name);
      const decisions = portion.map((make) => make(newId(), seal));
      await keys.save();
      await this.inspectors.addAll(act, decisions);
      tell({ phase: 'registering', done: (done += portion.length), total: counts.registered });
    }
  }
  private async change(act: Act, changes: readonly Change[], { signal }: Going): Promise<void> {
    for (const change of changes) {
      signal.throwIfAborted();
      const others = await this.inspectors.kinship(act, change.kin);
      const key = await this.inspectors.keyFor(act, change.id);
      await this.inspectors.change(act, change, (before) => {
        const name = change.name === undefined ? before.name : key.seal('name', change.name);
        return changed(before, change, name, others, act.on);
      });
    }
  }
}
