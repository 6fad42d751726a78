import { setImmediate } from 'node:timers/promises';
import type { Going } from './errands.js';

/** Takes steps that say how far they are, until they are done; others have their turn in between. */
export async function paced<T>(
  steps: Iterator<number, T>,
  { signal, tell }: Going,
  { phase, total }: { readonly phase: string; readonly total: number },
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    tell({ phase, done: step.value, total });
    await setImmediate();
  }
}
