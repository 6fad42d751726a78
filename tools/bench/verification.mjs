/** How long `npm run verify -- EXPORT` takes for a million journal rows of six services. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeExport } from '@xuncha/testing';
import { median } from './measure.mjs';

const services = ['clues', 'identity', 'onsite', 'planning', 'rectification', 'talent'];
const ENTRIES = 1_000_002;
const MOST_RUNS = 3;
const GOAL_S = 15;
const VERIFY = 'libs/service-kit/dist/cli/verify.js';

export async function verification(runs) {
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-bench-'));
  const [made, keyFolder] = [join(folder, 'export'), join(folder, 'keys')];
  try {
    mkdirSync(keyFolder);
    makeExport({ folder: made, keyFolder, services, entries: ENTRIES / services.length });
    const times = [];
    for (let run = 0; run < Math.min(runs, MOST_RUNS); run++) times.push(await timed(made));
    const seconds = median(times);
    const what = `verify an export of ${ENTRIES.toLocaleString('en')} journal rows, in seconds`;
    return {
      what,
      ours: `${seconds.toFixed(1)} s`,
      raw: '',
      ratio: seconds,
      goal: GOAL_S,
      lowerIsBetter: true,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As the command runs it: a process of its own. */
async function timed(folder) {
  const started = performance.now();
  await promisify(execFile)(process.execPath, [VERIFY, folder]);
  return (performance.now() - started) / 1000;
}
