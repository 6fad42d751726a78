import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, root } from './lib/checkout.mjs';
import { alone } from './lib/lock.mjs';
import { build, installPackages, requireNode, run } from './lib/prepare.mjs';
import { Failure, main } from './lib/say.mjs';
import { Installation } from './system/installation.mjs';

/**
 * What each script must find: running, or the folder of its keys alone; `alone`: with arguments. The trial of speed starts an installation
 * of its own.
 */
const scripts = {
  parked: { file: 'libs/service-kit/dist/cli/parked.js', needs: 'servers' },
  rebuild: { file: 'libs/service-kit/dist/cli/rebuild.js', needs: 'servers' },
  rotate: { file: 'libs/service-kit/dist/cli/rotate.js', needs: 'servers' },
  'broker-users': { file: 'libs/service-kit/dist/cli/broker-users.js', needs: 'keys' },
  verify: { file: 'libs/service-kit/dist/cli/verify.js', needs: 'servers', alone: 'nothing' },
  export: { file: 'libs/service-kit/dist/cli/export.js', needs: 'servers' },
  countersign: { file: 'libs/service-kit/dist/cli/countersign.js', needs: 'nothing' },
  replay: { file: 'apps/scenarios/dist/replay.js', needs: 'services' },
  bench: { file: 'tools/bench/bench.mjs', needs: 'nothing' },
};

/** `node tools/run.mjs NAME …`: builds, starts what the script needs, and runs it with the environment of a service. */
async function launch([name, ...args]) {
  const script = scripts[name] && { ...scripts[name] };
  if (!script) throw new Failure(`no script named ${name}`, `one of: ${Object.keys(scripts).join(', ')}`);
  if (args.length > 0) script.needs = script.alone ?? script.needs;
  requireNode();
  const installation = new Installation();
  await alone(dataFolder, async () => {
    installPackages();
    await build();
    if (script.needs === 'servers') await installation.startServers();
    if (script.needs === 'services') await installation.start({ mode: installation.state.mode });
  });
  // What Ctrl-C means is for the script to say; this process waits for it.
  process.on('SIGINT', () => undefined);
  const file = join(root, script.file);
  if (!existsSync(file)) throw new Failure(`${script.file} was not built`, `see whether its source is there`);
  const env = script.needs === 'nothing' ? {} : installation.environment;
  const { code } = await run(process.execPath, ['--enable-source-maps', file, ...args], { env });
  return code;
}

await main(() => launch(process.argv.slice(2)));
