import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Whether the process still runs and is the one meant: process ids are given out again, so its command line
 * must contain `mark` (a path or name that only this process has).
 */
export function isAlive(pid, mark) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return commandLine(pid).includes(mark);
}

function commandLine(pid) {
  if (existsSync('/proc/self/cmdline')) {
    try {
      // A zombie has an empty command line: it has ended, only nobody has asked how.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Starts a process that outlives this one; its output is appended to a log file. Resolves to the child. */
export async function spawnDetached(command, args, { log, cwd, env }) {
  const output = openSync(log, 'a', 0o600);
  try {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', output, output] });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

/** Asks a process to stop and waits; true when it did within the time. */
export async function terminate(pid, mark, { signal = 'SIGTERM', seconds = 30 } = {}) {
  if (!isAlive(pid, mark)) return true;
  process.kill(pid, signal);
  return waitUntil(() => !isAlive(pid, mark), { seconds });
}

/** Tries again every `everyMs` until `probe` answers true; false when the time is over. */
export async function waitUntil(probe, { seconds, everyMs = 50 }) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await probe()) return true;
    if (Date.now() > end) return false;
    await pause(everyMs);
  }
}

/** The program's path: on PATH, or where system services are kept, which PATH often leaves out. */
export function findProgram(...names) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/local/bin',
  ];
  for (const name of names) {
    for (const folder of folders) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/** The last lines of a log, for messages of failure. */
export function tail(file, lines = 15) {
  if (!existsSync(file)) return '(no log)';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
