/**
 * `npm run bench [-- NAME …]`: throughput and latency on servers of their own, each figure beside a raw baseline of the same run.
 * What the figures mean and what limits them is in RESULTS.md.
 */
import { throwAwayServers } from '../servers.mjs';
import { boot, gateway, release } from './system.mjs';

const RUNS = Number(process.env.XC_BENCH_RUNS ?? 5);
const measures = {
  command: async () => (await import('./command.mjs')).command,
  relay: async () => (await import('./events.mjs')).relay,
  consumer: async () => (await import('./events.mjs')).consumer,
  latency: async () => (await import('./events.mjs')).latency,
  composition: async () => (await import('./composition.mjs')).composition,
  sealing: async () => (await import('./sealing.mjs')).sealing,
  verification: async () => (await import('./verification.mjs')).verification,
  gateway: async () => gateway,
  export: async () => (await import('./export.mjs')).exporting,
  ledger: async () => (await import('./ledger.mjs')).ledger,
  boot: async () => boot,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(`no measure named ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`);
  process.exit(2);
}

const servers = await throwAwayServers('bench');
Object.assign(process.env, servers.environment, { XC_LOG_LEVEL: 'error' });
try {
  for (const [name, load] of Object.entries(measures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const rows = [await (await load())(RUNS)].flat();
    for (const row of rows) console.log(line(row));
  }
} finally {
  await release();
  await servers.destroy();
}

function line({ what, ours, raw, ratio, goal, lowerIsBetter }) {
  if (goal === undefined) return `${what.padEnd(58)} ${ours}`;
  const reached = lowerIsBetter ? ratio <= goal : ratio >= goal;
  const against = raw === '' ? `goal ${goal}` : `raw ${raw}   ratio ${ratio.toFixed(2)} (goal ${goal})`;
  return `${what.padEnd(58)} ${ours.padEnd(18)} ${against}   ${reached ? 'reached' : 'missed'}`;
}
