/** `npm run replay -- ruian-2017 [--seed 1] [--scale 1] [--fresh]`: plays a published year on the running system and compares. */
import { parseArgs } from 'node:util';
import { isExact, tableOf } from './replay/comparison.js';
import { installationFrom } from './replay/installation.js';
import { played } from './replay/played.js';

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
    if (!stop.signal.aborted) throw error;
    console.error('\nstopped; the same command goes on from here');
    return INTERRUPTED;
  }
}

process.exitCode = await main();
