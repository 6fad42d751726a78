import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/checkout.mjs';
import { apps } from './system/apps.mjs';

/**
 * Starts the services named as arguments, or all, in this one process. They meet over NATS alone and do not know
 * whether they share a process. Ends in good order on SIGTERM, SIGINT or when the supervisor is gone.
 */
const names = process.argv.length > 2 ? process.argv.slice(2) : apps;
const stopSeconds = 30;
const running = [];
let stopping;

async function startApp(name) {
  const began = Date.now();
  const { start } = await import(pathToFileURL(join(root, 'apps', name, 'dist', 'main.js')).href);
  running.push(await start());
  console.log(
    JSON.stringify({ time: new Date().toISOString(), message: `${name} started`, ms: Date.now() - began }),
  );
}

function stop(code) {
  stopping ??= stopAll(code);
}

async function stopAll(code) {
  setTimeout(() => {
    console.error(`not stopped within ${stopSeconds} s: ${running.map(({ name }) => name).join(', ')}`);
    process.exit(1);
  }, stopSeconds * 1000).unref();
  // The edge first, so that no request is taken that would not be finished.
  while (running.length > 0) {
    try {
      await running.at(-1).stop();
    } catch (error) {
      console.error(error);
      code = 1;
    }
    running.pop();
  }
  process.exit(code);
}

process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
process.on('disconnect', () => stop(0));

try {
  for (const name of names) await startApp(name);
} catch (error) {
  console.error(error);
  stop(1);
}
