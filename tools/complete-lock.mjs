import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { Failure, main, say } from './lib/say.mjs';

/**
 * `node tools/complete-lock.mjs`, after every change of a dependency: adds the packages for other platforms that npm
 * leaves out of the lock file when it finds none in the registry or another platform's in node_modules. Without them
 * `npm ci` refuses the lock, and other platforms lack their binaries.
 */
const lockFile = join(root, 'package-lock.json');

async function completeLock() {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  const absent = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!findEntry(lock.packages, path, name)) absent.push({ name, version, dev: entry.dev });
    }
  }
  for (const { name, version, dev } of absent) {
    const { integrity, cpu, libc, license, os, engines } = await published(name, version);
    // In npm's own order of keys, so that its next run changes nothing.
    lock.packages[`node_modules/${name}`] = {
      version,
      integrity,
      cpu,
      dev,
      libc,
      license,
      optional: true,
      os,
      engines,
    };
  }
  for (const entry of Object.values(lock.packages)) {
    // An address would name the registry of whoever ran npm; without it, npm asks the one it is set to.
    if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  say(`${absent.length} packages for other platforms added to the lock file`);
}

/** Looks where Node looks: in the package's own node_modules, then outwards. */
function findEntry(packages, from, name) {
  for (let path = from; ; path = path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0))) {
    const entry = packages[`${path ? `${path}/` : ''}node_modules/${name}`];
    if (entry || path === '') return entry;
  }
}

/** The lock entry of one package; its platform is read from its name where this registry does not have that version. */
async function published(name, version) {
  if (!/^\d+\.\d+\.\d+/.test(version)) {
    throw new Failure(
      `${name} is wanted as ${version}, which is no exact version`,
      'run npm install in a folder without node_modules',
    );
  }
  const { dist, os, cpu, libc, license, engines } = await view(`${name}@${version}`);
  if (dist) return { integrity: dist.integrity, cpu, libc, license, os, engines };
  say(`  ${name}@${version}: not in this registry; its checksum stays out`);
  return platformOf(name);
}

function view(spec) {
  const args = [
    'view',
    spec,
    'dist',
    'os',
    'cpu',
    'libc',
    'license',
    'engines',
    '--json',
    '--prefer-offline',
  ];
  return new Promise((resolve) => {
    // Away from the checkout, whose own package.json npm would otherwise weigh in.
    execFile('npm', args, { cwd: tmpdir() }, (error, output) =>
      resolve(error || !output ? {} : JSON.parse(output)),
    );
  });
}

function platformOf(name) {
  const words = name.split(/[/-]/);
  const one = (known) => known.find((word) => words.includes(word));
  const os = one(['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']);
  const cpu = one(['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']);
  if (!os || !cpu)
    throw new Failure(`no platform can be read from the name ${name}`, 'use a registry that has it');
  if (os !== 'linux') return { cpu: [cpu], os: [os] };
  return { cpu: [cpu], libc: [words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'], os: [os] };
}

await main(completeLock);
