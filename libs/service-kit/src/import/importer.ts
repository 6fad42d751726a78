/**
 * Imports in the background: the file is read and every row checked, then all of it is written in one transaction with the word that it
 * is there. A fault of the file is what came of it; whatever else falls is tried again.
 */
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import {
  EXCEL,
  type Decision,
  type FileRef,
  type ImportProgress,
  type Permission,
  type Receipt,
} from '@xuncha/contracts';
import { DomainError, newId, refuse, refuseUnless, RowsInvalid, type Id } from '@xuncha/domain-kit';
import type { Act } from '../access/act.js';
import { actAgain } from '../access/again.js';
import type { Caller } from '../access/caller.js';
import { systemAct } from '../access/directory.js';
import type { ContentStore } from '../content/content-store.js';
import { LONG_TRANSACTION_LIMIT_MS } from '../database.js';
import type { Errand } from '../errand/claims.js';
import { Errands, type Going } from '../errand/errands.js';
import type { Runtime } from '../runtime.js';
import type { Store } from '../store/store.js';
import { transact } from '../transaction.js';
import { finish, refuseImport, start, type Counts, type Import, type ImportEvents } from './import.js';
import type { ImportRow } from './import.row.js';
import { markedName, refusalShown, remarksOn, type Remark } from './remarks.js';

type ImportStore<I extends Import> = Pick<Store<I, ImportRow>, 'add' | 'change' | 'read' | 'page'> & {
  readonly shape: { readonly aggregate: string };
};
/** What imports of a service say more than others. */
type Beside<I> = Omit<I, keyof Import>;
export interface Imported {
  readonly events: ImportEvents;
  /** What the upload allows. */
  readonly upload: {
    readonly permission: Permission;
    readonly mediaTypes: readonly string[];
    readonly maxBytes: number;
  };
  /** Writes the file again with everything that is wrong with it (decisions/0016). */
  readonly mark: (marked: Source & { readonly remarks: readonly Remark[] }) => AsyncIterable<Uint8Array>;
  /** Refusals that mean that somebody was quicker: all is checked again, and then it is a fault of its row. */
  readonly quicker: readonly string[];
}
/** What is to be written when all is checked. */
export interface Checked {
  readonly counts: Counts;
  readonly write: (act: Act, going: Going) => Promise<void>;
}
interface Place {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}
export interface Source {
  readonly content: Buffer;
  readonly mediaType: string;
}

export abstract class Importer<I extends Import = Import> implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly errands: Errands;
  private readonly contents: ContentStore;

  protected constructor(
    private readonly runtime: Runtime,
    private readonly imports: ImportStore<I>,
    private readonly imported: Imported,
  ) {
    this.contents = runtime.contents;
    this.errands = new Errands(runtime, {
      aggregate: imports.shape.aggregate,
      run: (errand, going) => this.run(errand, going),
      giveUp: (errand) => this.refuse(errand, new DomainError('import.broken-off')),
    });
  }

  onApplicationBootstrap(): void {
    this.errands.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.errands.stop();
  }

  /** The file must be there; what is in it is seen later. */
  async begin(act: Act, file: FileRef, beside = {} as Beside<I>): Promise<Receipt> {
    const { mediaTypes } = this.imported.upload;
    refuseUnless(mediaTypes.includes(file.mediaType), 'file.media-type', { mediaType: file.mediaType });
    const asked = { file, importedOn: act.on, ...beside };
    const started = start(newId(), asked, this.imported.events) as Decision<Import> as Decision<I>;
    const receipt = await this.imports.add(act, started);
    await this.contentOf(file);
    await this.errands.give(act, receipt.id);
    return receipt;
  }

  /** What has not become part of the records is shown to those alone who may import. */
  async read(viewer: Caller, id: Id) {
    const { refusal, ...it } = await this.imports.read(viewer, id);
    if (it.state !== 'imported' && !this.mayImport(viewer)) return refuse('record.unknown', { id });
    const progress = it.state === 'running' ? await this.errands.progressOf(viewer, id) : null;
    return { ...it, progress: progress as ImportProgress | null, refusal: refusal && refusalShown(refusal) };
  }

  async page(viewer: Caller, place: Place, narrowed: object = {}) {
    const where = this.mayImport(viewer) ? narrowed : { ...narrowed, unfinished: null };
    const { items, next } = await this.imports.page(viewer, { where, descending: true, ...place });
    return { items: items.map(({ refusal: _, ...it }) => it), next };
  }

  /** Refuses with everything that is wrong with the file. */
  protected abstract check(
    source: Source & { readonly asked: I },
    asker: Act,
    going: Going,
  ): Promise<Checked>;

  private mayImport(viewer: Caller): boolean {
    return viewer.may(this.imported.upload.permission);
  }

  private contentOf(file: FileRef): Promise<Buffer> {
    return this.contents.readWhole(file, this.imported.upload.maxBytes);
  }

  private async run(errand: Errand, going: Going): Promise<void> {
    const system = await this.systemIn(errand);
    const it = await this.imports.read(system, errand.id);
    if (it.state !== 'running') return;
    try {
      going.tell({ phase: 'reading', done: 0, total: 0 });
      const asker = await actAgain(this.runtime, this.runtime.db.manager, errand);
      asker.on = it.importedOn;
      const source = { content: await this.contentOf(it.file), mediaType: it.file.mediaType, asked: it };
      await this.write(errand, await this.check(source, asker, going), going);
    } catch (error) {
      if (!(error instanceof DomainError) || this.imported.quicker.includes(error.code)) throw error;
      const marked = error instanceof RowsInvalid ? { marked: await this.marked(it.file, error) } : {};
      going.signal.throwIfAborted();
      await this.refuse(errand, error, marked);
    }
  }

  private async marked(file: FileRef, refused: RowsInvalid): Promise<FileRef> {
    const source = { content: await this.contentOf(file), mediaType: file.mediaType };
    const chunks = this.imported.mark({ ...source, remarks: remarksOn(refused) });
    const pass = { chunk: () => undefined, end: () => undefined };
    const stored = await this.contents.write(buffers(chunks), { maxBytes: Infinity, pass });
    return { ...stored, mediaType: EXCEL, name: markedName(file.name) };
  }

  /** The import itself comes first: its lock keeps off a replica that lost it and does not know yet. */
  private async write(errand: Errand, { counts, write }: Checked, going: Going): Promise<void> {
    const { events } = this.imported;
    const all = async (act: Act) => {
      await this.imports.change(act, { id: errand.id }, (before) => {
        act.on = before.importedOn;
        return finish(before, counts, events);
      });
      await write(act, going);
      going.signal.throwIfAborted();
    };
    await transact(
      this.runtime.db,
      async (manager) => all(await actAgain(this.runtime, manager, errand)),
      LONG_TRANSACTION_LIMIT_MS,
    );
  }

  private async refuse(
    errand: Errand,
    { code, facts }: DomainError,
    marked: { readonly marked?: FileRef } = {},
  ): Promise<void> {
    await transact(this.runtime.db, async (manager) => {
      const act = await this.systemIn(errand, manager);
      await this.imports.change(act, { id: errand.id }, (before) =>
        refuseImport(before, { code, facts, ...marked }, this.imported.events),
      );
    });
  }

  private systemIn({ site, by }: Errand, manager = this.runtime.db.manager): Promise<Act> {
    return systemAct(this.runtime, manager, site, by.trace);
  }
}

async function* buffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
