/**
 * Long work that a person asked for by a command: it goes on in the background in their name, one errand at a time in each replica.
 * Whatever falls on the way, it is taken up again from its beginning by whoever is there; only what came of it is written, in one
 * transaction. What falls again and again is given up.
 */
import type { Id } from '@xuncha/domain-kit';
import type { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import { BackgroundWork } from '../background.js';
import type { Runtime } from '../runtime.js';
import { Claims, type Errand, type Progress } from './claims.js';

export interface Going {
  /** Aborted where it is not ours any more, or the service stops. */
  readonly signal: AbortSignal;
  readonly tell: (progress: Progress) => void;
}
export interface ErrandWork {
  /** Of the records that say what is to be done. */
  readonly aggregate: string;
  /** Does nothing where the record says that it is over. What it throws is tried again. */
  readonly run: (errand: Errand, going: Going) => Promise<void>;
  /** Says so on the record. */
  readonly giveUp: (errand: Errand) => Promise<void>;
}

/** Commits of any replica call at once; this is for what was missed, and between two attempts. */
const PAUSE_MS = 2_000;
const BEAT_MS = 500;
const MOST_ATTEMPTS = 5;

export class Errands {
  private readonly claims: Claims;
  private readonly background: BackgroundWork;

  constructor(
    private readonly runtime: Runtime,
    private readonly work: ErrandWork,
  ) {
    this.claims = new Claims(runtime, work.aggregate);
    this.background = new BackgroundWork(runtime, {
      failing: `an errand of ${work.aggregate} is tried again`,
      pauseMs: PAUSE_MS,
      onCommit: true,
      turn: (ending) => this.turn(ending),
    });
  }

  start(): void {
    this.background.start();
  }

  /** What is under way is left to another replica, or to the next start. */
  stop(): Promise<void> {
    return this.background.stop();
  }

  /** In the transaction of the record. */
  give(act: Act, id: Id): Promise<void> {
    return this.claims.give(act, id);
  }

  progressOf(viewer: Caller, id: Id): Promise<Progress | null> {
    return this.claims.progressOf(viewer, id);
  }

  private async turn(ending: AbortSignal): Promise<void> {
    while (!ending.aborted) {
      const next = await this.claims.take();
      if (!next) return;
      await this.attempt(next, ending);
    }
  }

  private async attempt(errand: Errand, ending: AbortSignal): Promise<void> {
    const pulse = new Pulse(this.claims, errand);
    const signal = AbortSignal.any([pulse.lost, ending]);
    try {
      if (errand.attempts > MOST_ATTEMPTS) await this.work.giveUp(errand);
      else await this.work.run(errand, { signal, tell: (progress) => (pulse.progress = progress) });
      await this.claims.end(errand);
      this.runtime.committed();
    } catch (error) {
      await this.claims.leave(errand, { counts: !ending.aborted });
      if (!signal.aborted) throw error;
    } finally {
      pulse.end();
    }
  }
}

/** Says again and again that we are at it, and notices when we are not any more. */
class Pulse {
  progress: Progress | null = null;
  private readonly stop = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(claims: Claims, errand: Errand) {
    this.timer = setInterval(() => {
      void claims.keep(errand, this.progress).then(
        (isOurs) => isOurs || this.stop.abort(),
        () => undefined, // The database is away; the claim runs out by itself.
      );
    }, BEAT_MS);
  }

  get lost(): AbortSignal {
    return this.stop.signal;
  }

  end(): void {
    clearInterval(this.timer);
  }
}
