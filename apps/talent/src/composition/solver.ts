/**
 * HiGHS as the service sees it: a thread that is asked one question after another, tells what it has found so far, can
 * be stopped at any moment, and takes nothing with it when it dies.
 *
 * Stopping is ending the thread: HiGHS looks at no signal while it works. What is known then is what the thread told
 * before: a bound once the relaxation is solved, teams once the search found some.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@xuncha/domain-kit';
import type { ModelData } from 'highs';

export type Solved =
  | ({ readonly status: 'optimal'; readonly bound: number } & Found)
  /** The rows that contradict each other already when people may be split; none where they do only for whole people. */
  | { readonly status: 'infeasible'; readonly ray: readonly number[] }
  | ({ readonly status: 'stopped' } & News);
export interface Found {
  readonly values: Float64Array;
  readonly points: number;
}
export interface News {
  readonly best?: Found;
  /** No solution has fewer points. */
  readonly bound?: number;
}

/** The share of the points by which teams called proven may be beaten at most. */
const GAP = 0.001;
const MEBIBYTE = 2 ** 20;
const SOLVER_MEMORY = 512 * MEBIBYTE;
const THREAD_HEAP_MEBIBYTES = 256;

export class Solver {
  private failure: Error | undefined;
  private readonly over: Promise<unknown>;

  private constructor(
    private readonly thread: Worker,
    private readonly signal?: AbortSignal,
  ) {
    this.over = new Promise((resolve) => thread.once('exit', resolve));
    thread.once('error', (error: Error) => (this.failure = error));
    signal?.addEventListener('abort', this.interrupt, { once: true });
    if (signal?.aborted) this.interrupt();
  }

  /** `memory` bounds what the solver may take, in bytes. */
  static async start(signal?: AbortSignal, memory = SOLVER_MEMORY): Promise<Solver> {
    const thread = new Worker(new URL('./solver.worker.mjs', import.meta.url), {
      workerData: { program: await program(), gap: GAP, memory },
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MEBIBYTES },
    });
    return new Solver(thread, signal);
  }

  /** Minimises; a model's costs are whole numbers. One question at a time. */
  solve(data: ModelData, onNews: (news: News) => void = () => undefined): Promise<Solved> {
    return new Promise((resolve, reject) => {
      let known: News = {};
      const hear = (told: Told) => {
        if (this.signal?.aborted) return;
        if (told.kind === 'news') return onNews((known = betterOf(known, told)));
        this.thread.off('message', hear);
        resolve(told);
      };
      this.thread.on('message', hear);
      this.thread.postMessage(data);
      void this.over.then(() => {
        if (this.signal?.aborted) resolve({ status: 'stopped', ...known });
        else reject(this.lost());
      });
    });
  }

  private readonly interrupt = (): void => void this.end();

  readonly end = async (): Promise<void> => {
    this.signal?.removeEventListener('abort', this.interrupt);
    await this.thread.terminate();
  };

  /** Killed, or out of memory; anything else is a mistake of the programmer. */
  private lost(): Error {
    const isExhausted = this.failure === undefined || EXHAUSTION.test(this.failure.message);
    return isExhausted ? new DomainError('composition.solver-stopped') : this.failure!;
  }
}

const EXHAUSTION = /out of memory|Aborted\(/i;

type Told = (News & { readonly kind: 'news' }) | (Solved & { readonly kind: 'done' });

function betterOf(known: News, { best, bound }: News): News {
  const isBetter = best && best.points < (known.best?.points ?? Infinity);
  return {
    best: isBetter ? best : known.best,
    bound: Math.max(bound ?? -Infinity, known.bound ?? -Infinity),
  };
}

let compiled: Promise<unknown> | undefined;

/** Compiled once and shared by all threads: what one has made fast is fast for the next, a third of the time in all. */
function program(): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve('highs/runtime');
  return (compiled ??= readFile(file).then((bytes) => WebAssembly.compile(bytes)));
}

/** Node has it; its types do not. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> };
