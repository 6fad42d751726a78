import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { Failure, say } from './say.mjs';

const oldestNode = [20, 19];

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Failure(`Node ${process.versions.node} is too old`, `install Node >= ${oldestNode.join('.')}`);
}

/** `npm ci`, unless node_modules already holds what the lock file asks for. */
export function installPackages() {
  if (isInstalled()) return;
  say('Installing packages (npm ci)');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.error || result.status !== 0) {
    throw new Failure(
      `npm ci failed${result.error ? `: ${result.error.message}` : ''}`,
      'see what npm says above: mostly the registry cannot be reached (npm config get registry), or package.json and its lock differ (npm install)',
    );
  }
}

/** npm writes its hidden lock file last, so that one cut short is noticed; packages for other platforms are absent. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const present = installed[path];
    return present
      ? present.version === wanted.version && present.integrity === wanted.integrity
      : wanted.optional || wanted.devOptional;
  });
}

function packagesOf(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** Compiles what changed since the last build. */
export async function build() {
  say('Building');
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const args = [nx, 'run-many', '-t', 'build', '--outputStyle=static'];
  const { code, output } = await run(process.execPath, args, { quiet: true, env: { NX_DAEMON: 'false' } });
  if (code !== 0) throw new Failure(`the build failed:\n${output}`, 'mend what the compiler names');
}

/** Runs a program in the checkout; `quiet` keeps its output for the caller. A signal ends it. */
export function run(program, args, { quiet = false, env = {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      signal,
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.once('error', (error) => (error.name === 'AbortError' ? undefined : reject(error)));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
