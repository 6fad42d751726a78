import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder, privateFolder } from './lib/checkout.mjs';
import { alone } from './lib/lock.mjs';
import { build, installPackages, requireNode } from './lib/prepare.mjs';
import { Failure, main, say } from './lib/say.mjs';
import { throwAwayServers } from './servers.mjs';
import { Installation } from './system/installation.mjs';

const purpose = 'fuzz';

/**
 * `npm run fuzz -- --minutes 3 [--seed 1] [--running]`: sends every route of the OpenAPI document what no program should, as each role and
 * with tokens that are none, and watches the answers. On servers of its own, or with `--running` against what `npm run up` started.
 */
async function fuzz() {
  const options = optionsGiven();
  requireNode();
  await alone(dataFolder, async () => {
    installPackages();
    await build();
  });
  return options.running ? tried(new Installation(), options) : onItsOwn(options);
}

async function onItsOwn(options) {
  const servers = await throwAwayServers(purpose);
  const installation = new Installation(servers.folder, servers);
  let code = 1;
  try {
    await installation.start();
    code = await tried(installation, options);
  } finally {
    await installation.stopServices();
    if (code !== 0) keepLogs(installation, options);
    await servers.destroy();
  }
  return code;
}

async function tried(installation, options) {
  if (!(await installation.health())?.ok) throw new Failure('nothing healthy runs', 'npm run up');
  // What it imports was compiled only by now.
  const { Trial } = await import('./fuzz/trial.mjs');
  const { environment: env, address } = installation;
  const trial = new Trial({ address, dataFolder: env.XC_DATA }, options);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => trial.stop());
  return (await trial.run()) ? 0 : 1;
}

/** What the services said is worth reading when something was found. */
function keepLogs({ folder }, { seed }) {
  const kept = join(privateFolder(dataFolder, `${purpose}-logs`), `seed-${seed}`);
  rmSync(kept, { recursive: true, force: true });
  renameSync(join(folder, 'logs'), kept);
  say(`logs of the services: ${kept}`);
}

function optionsGiven() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '3' },
      running: { type: 'boolean', default: false },
    },
  });
  return { seed: Number(values.seed), minutes: Number(values.minutes), running: values.running };
}

await main(fuzz);
