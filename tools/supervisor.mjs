import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder, root } from './lib/checkout.mjs';
import { waitUntil } from './lib/processes.mjs';
import { processesOf } from './system/apps.mjs';
import { clearState, writeState } from './system/state.mjs';

/**
 * `node tools/supervisor.mjs FOLDER together|processes|replicated BUILD`: keeps the services of one installation running. A process
 * that ends is started again, sooner after a long life than after a short one. Ends them all on SIGTERM.
 */
const [folder, mode, build] = process.argv.slice(2);
const logs = privateFolder(folder, 'logs');
const firstWaitMs = 200;
const longestWaitMs = 10_000;
const longLifeMs = 30_000;
const stopSeconds = 40;

const children = processesOf(mode).map(([name, names]) => ({
  name,
  names,
  log: join(logs, `${name}.log`),
  restarts: 0,
  waitMs: firstWaitMs,
}));
let stopping = false;

function start(child) {
  const output = (child.output ??= openSync(child.log, 'a', 0o600));
  const began = Date.now();
  // The channel tells the services when the supervisor is gone, so that none is left behind.
  child.process = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'tools', 'system.mjs'), ...child.names],
    {
      cwd: root,
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  child.process.once('close', (code, signal) => {
    child.process = undefined;
    if (stopping) return;
    child.waitMs = Date.now() - began > longLifeMs ? firstWaitMs : Math.min(child.waitMs * 2, longestWaitMs);
    console.log(
      `${new Date().toISOString()} ${child.name} ended (${signal ?? code}); again in ${child.waitMs} ms`,
    );
    child.restarts += 1;
    record();
    setTimeout(() => !stopping && start(child), child.waitMs);
  });
  record();
}

/** For `status`, for scripts beside the services, and for trials that kill them. */
function record() {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith('XC_')),
  );
  writeState(folder, {
    supervisor: process.pid,
    mode,
    build,
    httpPort: Number(environment.XC_HTTP_PORT),
    environment,
    children: children.map(({ name, log, restarts, process: { pid } = {} }) => ({
      name,
      pid,
      restarts,
      log,
    })),
  });
}

async function stop() {
  if (stopping) return;
  stopping = true;
  const signal = (name) => children.forEach((child) => child.process?.kill(name));
  signal('SIGTERM');
  const ended = () => children.every((child) => !child.process);
  if (!(await waitUntil(ended, { seconds: stopSeconds }))) signal('SIGKILL');
  clearState(folder);
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
children.forEach(start);
