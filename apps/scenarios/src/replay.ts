/** `npm run replay -- ruian-2017 [--seed 1] [--scale 1] [--fresh]`: plays a published year on the running system and compares. */
import { parseArgs } from 'node:util';
import { isExact, tableOf, type Line } from './replay/comparison.js';
import { Refusal } from './replay/refusal.js';
import type { Rehearsal } from './replay/rehearsal.js';
import { Run, type Installation } from './replay/run.js';
import { Runs, type Choice } from './replay/runs.js';
import { rehearseRuian2017 } from './ruian-2017/rehearsal.js';

const rehearsals: Readonly<Record<string, (options: { seed: number; scale: number }) => Rehearsal>> = {
  'ruian-2017': rehearseRuian2017,
};
/** As shells report an end by Ctrl-C. */
const INTERRUPTED = 130;

async function main(): Promise<number> {
  const { fresh, ...choice } = choiceOf(process.argv.slice(2));
  const rehearsal = rehearsals[choice.replay]!(choice);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  try {
    const lines = await played(rehearsal, choice, fresh, stop.signal);
    console.log(tableOf(lines));
    return isExact(lines) ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('\nstopped; the same command goes on from here');
    return INTERRUPTED;
  }
}

/** A site whose file was deleted cannot be continued; the next one is taken. */
async function played(
  rehearsal: Rehearsal,
  choice: Choice,
  fresh: boolean,
  stop: AbortSignal,
): Promise<Line[]> {
  const installation = installationFrom(process.env);
  const runs = new Runs(installation.dataFolder, choice, rehearsal);
  for (let isFresh = fresh; ; isFresh = true) {
    const checkpoint = (isFresh ? undefined : runs.latest()) ?? runs.begin();
    try {
      return await new Run(installation, rehearsal, checkpoint, stop).toTheEnd();
    } catch (error) {
      if (checkpoint.isResumed || !isTaken(error)) throw error;
    } finally {
      checkpoint.close();
    }
  }
}

function isTaken(error: unknown): boolean {
  const { cause } = error as Error;
  return cause instanceof Refusal && ['site.code-taken', 'request.key-reused'].includes(cause.code);
}

function choiceOf(args: string[]): Choice & { fresh: boolean } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      scale: { type: 'string', default: '1' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const [replay = ''] = positionals;
  if (!rehearsals[replay])
    throw new Error(`no replay ${replay}; there is ${Object.keys(rehearsals).join(', ')}`);
  return { replay, seed: Number(values.seed), scale: Number(values.scale), fresh: values.fresh };
}

function installationFrom(env: NodeJS.ProcessEnv): Installation {
  const { XC_HTTP_PORT: port, XC_DATA: dataFolder } = env;
  if (!port || !dataFolder) throw new Error('XC_HTTP_PORT and XC_DATA are not set; start by npm run replay');
  return { address: `http://127.0.0.1:${port}`, dataFolder };
}

process.exitCode = await main();
