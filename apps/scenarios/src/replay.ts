/** `npm run replay -- ruian-2017 [--seed 1] [--scale 1] [--fresh]`: plays a published year on the running system and compares. */
import { parseArgs } from 'node:util';
import { isExact, tableOf } from './replay/comparison.js';
import { installationFrom } from './replay/installation.js';
import { played } from './replay/played.js';
import { NotYet, Refusal, Unanswered } from './replay/refusal.js';

/** As shells report an end by Ctrl-C. */
const INTERRUPTED = 130;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      scale: { type: 'string', default: '1' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const choice = {
    replay: positionals[0] ?? '',
    seed: Number(values.seed),
    scale: Number(values.scale),
    isFresh: values.fresh,
  };
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    const lines = await played(choice, installationFrom(process.env), {
      stop: stop.signal,
      out: process.stderr,
    });
    console.log(tableOf(lines));
    return isExact(lines) ? 0 : 1;
  } catch (error) {
    if (stop.signal.aborted) {
      console.error('\nstopped; the same command goes on from here');
      return INTERRUPTED;
    }
    if (!isToldByTheSystem(error)) throw error;
    console.error(`\nfailed at ${error.message}: ${(error.cause as Error).message}`);
    return 1;
  }
}

/** Not a fault of this program: what the system answered says it all. */
function isToldByTheSystem(error: unknown): error is Error {
  const { cause } = error as Error;
  return [Refusal, Unanswered, NotYet].some((kind) => cause instanceof kind);
}

process.exitCode = await main();
