import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder, privateFolder } from './lib/checkout.mjs';
import { alone } from './lib/lock.mjs';
import { build, installPackages, requireNode } from './lib/prepare.mjs';
import { Failure, main, say } from './lib/say.mjs';
import { throwAwayServers } from './servers.mjs';
import { Installation } from './system/installation.mjs';

const purpose = 'chaos';

/**
 * `npm run chaos -- --seed 1 [--scale 1]`: plays the replay of Ruian on servers of its own while everything there is fails at
 * points that the seed decides, then proves that nothing was lost, doubled or left lying.
 */
async function chaos() {
  const { seed, scale } = options();
  if (process.env.XC_MYSQL_URL || process.env.XC_NATS_URL) {
    throw new Failure('a trial kills its servers', 'unset XC_MYSQL_URL and XC_NATS_URL');
  }
  requireNode();
  await alone(dataFolder, async () => {
    installPackages();
    await build();
  });
  const servers = await throwAwayServers(purpose);
  const installation = new Installation(servers.folder, servers);
  let passed = false;
  try {
    await installation.start({ mode: 'replicated' });
    // What it imports was installed and compiled only by now.
    const { Trial } = await import('./chaos/trial.mjs');
    const trial = new Trial(installation, { seed, scale });
    // What was started is stopped all the same.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => trial.stop());
    passed = await trial.run();
  } finally {
    await installation.stopServices();
    if (!passed) keepLogs(installation, seed);
    await servers.destroy();
  }
  return passed ? 0 : 1;
}

/** What the services said is worth reading when a trial failed. */
function keepLogs({ folder }, seed) {
  const kept = join(privateFolder(dataFolder, `${purpose}-logs`), `seed-${seed}`);
  rmSync(kept, { recursive: true, force: true });
  renameSync(join(folder, 'logs'), kept);
  say(`logs of the services: ${kept}`);
}

function options() {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, scale: { type: 'string', default: '1' } },
  });
  return { seed: Number(values.seed), scale: Number(values.scale) };
}

await main(chaos);
