import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from './checkout.mjs';
import { isAlive } from './processes.mjs';
import { Failure } from './say.mjs';

/** Runs `action` while no other process does so in this folder: two starts at once would meet half-made servers. */
export async function alone(folder, action) {
  const file = join(privateFolder(folder), 'lock');
  if (!take(file)) {
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder, 'tools/')) {
      throw new Failure(
        `another start or stop is under way here (process ${holder})`,
        'wait until it has ended',
      );
    }
    rmSync(file);
    if (!take(file)) throw new Failure('another start began at the same moment', 'try again');
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}
