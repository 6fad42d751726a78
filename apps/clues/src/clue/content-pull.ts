/**
 * Fetches what clues say, before it opens the transaction that keeps it: from onsite, or from the site below. A clue without content
 * is asked for until it has come, so that the other side may be away and this one may fall at any point (architecture.md, Clue content).
 */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { boxFor, ClueInBox, cluePackage, raisedClueContent, type MovedFrom } from '@xuncha/contracts';
import { DomainError, idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { BackgroundWork, call, Runtime, SealedBoxes, systemAct, transact } from '@xuncha/service-kit';
import * as domain from './clue.js';
import { ClueStore, sealContents } from './clue.store.js';
import { subjectsOf } from './content.js';

interface Awaited {
  readonly site: string;
  readonly id: Id;
  readonly movedFrom: MovedFrom | null;
}
/** Commits of any replica call at once; this is for what was missed. */
const PAUSE_MS = 2_000;
const PORTION = 200;
/** What was refused is hardly granted a moment later. */
const AGAIN_AFTER_MS = 30_000;

@Injectable()
export class ContentPull implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work: BackgroundWork;
  /** Clues that were refused, and when to ask for them again. */
  private readonly refused = new Map<Id, number>();

  constructor(
    private readonly runtime: Runtime,
    private readonly clues: ClueStore,
    private readonly boxes: SealedBoxes,
  ) {
    this.work = new BackgroundWork(runtime, {
      failing: 'contents of clues not asked for this time',
      pauseMs: PAUSE_MS,
      onCommit: true,
      turn: (ending) => this.pullAll(ending),
    });
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.work.stop();
  }

  /** One that fails holds up no other; a service that is away holds up all of this turn. */
  private async pullAll(ending: AbortSignal): Promise<void> {
    for (let after: Id | null = null; ;) {
      const awaited: Awaited[] = await this.awaited(after);
      for (const clue of awaited.filter(({ id }) => this.isDue(id))) {
        if (ending.aborted) return;
        try {
          await this.pull(clue);
          this.refused.delete(clue.id);
        } catch (error) {
          if (error instanceof DomainError && error.code.startsWith('service.')) return;
          this.refused.set(clue.id, performance.now() + AGAIN_AFTER_MS);
          this.runtime.log.warn({ reason: reasonOf(error), clue: clue.id }, 'content of a clue did not come');
        }
      }
      if (awaited.length < PORTION) return;
      after = awaited.at(-1)!.id;
    }
  }

  private isDue(id: Id): boolean {
    return performance.now() >= (this.refused.get(id) ?? 0);
  }

  private async awaited(after: Id | null): Promise<Awaited[]> {
    const query = this.runtime.db.manager
      .createQueryBuilder(this.clues.shape.row, 'r')
      .where('r.takenOn IS NULL')
      .orderBy('r.id')
      .limit(PORTION);
    if (after !== null) query.andWhere('r.id > :after', { after: idToBytes(after) });
    return query.getMany();
  }

  private async pull({ site, id, movedFrom }: Awaited): Promise<void> {
    const box = movedFrom ? await this.fromBelow(site, movedFrom) : await this.fromOnsite(site, id);
    const { contents, ...traits } = ClueInBox.parse(JSON.parse(box));
    const subjects = subjectsOf(this.runtime.vault.pseudonymKey(site), contents);
    await transact(this.runtime.db, async (manager) => {
      const trace = { correlation: newId(), traceparent: null };
      const act = await systemAct(this.runtime, manager, site, trace);
      const content = sealContents(await this.clues.keyFor(act, id), contents);
      const taken = { ...traits, subjects, content };
      await this.clues.change(act, { id }, (before) => domain.take(before, taken, act.on));
    });
    this.runtime.committed();
  }

  private fromOnsite(site: string, clueId: Id): Promise<string> {
    return this.ask(raisedClueContent, { site, clueId }, boxFor(site, clueId));
  }

  private fromBelow(toSite: string, { site, clueId }: MovedFrom): Promise<string> {
    return this.ask(cluePackage, { site, clueId, toSite }, boxFor(toSite, clueId));
  }

  /** The keys are there before the question: whoever seals knows them by then. */
  private async ask(
    contract: typeof raisedClueContent | typeof cluePackage,
    input: object,
    { recipient, context }: ReturnType<typeof boxFor>,
  ): Promise<string> {
    this.boxes.makeKeys(recipient);
    const { nats, config } = this.runtime;
    const answer = contract.output.parse(await call(nats, config.prefix, contract, input, {}));
    return this.boxes.open(recipient, context, answer.box);
  }
}

/** Never the message: one about a content that cannot be read may quote it. */
function reasonOf(error: unknown): string {
  return error instanceof DomainError ? error.code : (error as Error).name;
}
