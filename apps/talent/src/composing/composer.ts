/**
 * Searches for teams in the background, one search at a time in each replica. Whatever falls on the way, the search is taken up again by
 * whoever is there; only its result is written, with its event, at once.
 */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Decision } from '@xuncha/contracts';
import { DomainError, newId } from '@xuncha/domain-kit';
import { BackgroundWork, Runtime, systemAct, transact, type Act } from '@xuncha/service-kit';
import type { EntityManager } from 'typeorm';
import { compose } from '../composition/compose.js';
import type { Composition, Progress } from '../composition/composition.js';
import { Candidates } from './candidates.js';
import * as domain from './composing.js';
import { ComposingStore } from './composing.store.js';
import { Searches, type Searched } from './searches.js';

/** Commits of any replica call at once; this is for what was missed. */
const PAUSE_MS = 2_000;
const BEAT_MS = 500;

@Injectable()
export class Composer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work: BackgroundWork;

  constructor(
    private readonly runtime: Runtime,
    private readonly composings: ComposingStore,
    private readonly searches: Searches,
    private readonly candidates: Candidates,
  ) {
    this.work = new BackgroundWork(runtime, {
      failing: 'teams not composed this time',
      pauseMs: PAUSE_MS,
      onCommit: true,
      turn: (ending) => this.searchAll(ending),
    });
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  /** What is under way is left to another replica, or to the next start. */
  async onModuleDestroy(): Promise<void> {
    await this.work.stop();
  }

  private async searchAll(ending: AbortSignal): Promise<void> {
    for (let next = await this.searches.take(); next; next = await this.searches.take()) {
      let isWaiting = false;
      try {
        isWaiting = (await this.search(next, ending)) === 'waiting';
      } finally {
        // Where it waits for the register the claim runs out by itself, so that other searches have their turn meanwhile.
        if (!isWaiting) await this.searches.leave(next);
      }
      if (ending.aborted) return;
    }
  }

  private async search(searched: Searched, ending: AbortSignal): Promise<'over' | 'waiting'> {
    const stop = new AbortController();
    const watch = new Watch((progress) => this.isWanted(searched, progress), stop);
    const signal = AbortSignal.any([stop.signal, ending]);
    try {
      const result = await this.compose(searched, {
        signal,
        onProgress: (progress) => (watch.progress = progress),
      });
      if (!ending.aborted) await this.conclude(searched, (before) => domain.finish(before, result));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // The register is on its way here; without it nobody can be known to be clear (rules.md 2).
      if (error.code === 'talent.organization-unknown') return 'waiting';
      this.runtime.log.warn({ code: error.code, composition: searched.id }, 'composing failed');
      await this.conclude(searched, domain.fail);
    } finally {
      watch.end();
    }
    return 'over';
  }

  private async compose(
    searched: Searched,
    options: { signal: AbortSignal; onProgress: (progress: Progress) => void },
  ): Promise<Composition> {
    const act = await this.actIn(searched, this.runtime.db.manager);
    const composing = await this.composings.read(act, searched.id);
    if (composing.state !== 'running') return { outcome: 'stopped' };
    act.on = composing.startedOn;
    const { needs, pool } = await this.candidates.ground(act, composing);
    return compose(needs, pool, options);
  }

  /** False as soon as somebody stopped it, or another replica has it. */
  private async isWanted(searched: Searched, progress: Progress): Promise<boolean> {
    if (!(await this.searches.keep(searched, progress))) return false;
    const act = await this.actIn(searched, this.runtime.db.manager);
    const { state } = await this.composings.read(act, searched.id);
    return state === 'running';
  }

  private async conclude(
    searched: Searched,
    end: (before: domain.Composing) => Decision<domain.Composing>,
  ): Promise<void> {
    await transact(this.runtime.db, async (manager) => {
      const act = await this.actIn(searched, manager);
      await this.composings.change(act, { id: searched.id }, end);
    });
    this.runtime.committed();
  }

  private actIn({ site }: Searched, manager: EntityManager): Promise<Act> {
    return systemAct(this.runtime, manager, site, { correlation: newId(), traceparent: null });
  }
}

/** Asks again and again whether a search is still wanted, and ends it when it is not. */
class Watch {
  progress: Progress = { phase: 'searching', elapsed: 0 };
  private readonly timer: NodeJS.Timeout;

  constructor(isWanted: (progress: Progress) => Promise<boolean>, stop: AbortController) {
    this.timer = setInterval(() => {
      void isWanted(this.progress).then(
        (wanted) => wanted || stop.abort(),
        () => undefined, // The database is away; the claim runs out by itself.
      );
    }, BEAT_MS);
  }

  end(): void {
    clearInterval(this.timer);
  }
}
