import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../lib/processes.mjs';
import { Failure, say } from '../lib/say.mjs';

/** Installs packages of the machine's own release. Only on Debian as root; elsewhere fails with what to do instead. */
export async function installDebianPackages(names, { program, otherwise }) {
  requireDebianRoot(`${program} is not on this machine, or not all of it`, otherwise);
  say(`  installing ${names.join(' and ')} of this Debian release`);
  const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  apt([...quiet, 'update'], otherwise);
  apt([...quiet, 'install', '--yes', '--no-install-recommends', ...names], otherwise);
  if (!findProgram(program))
    throw new Failure(`${names[0]} is installed, but ${program} is not found`, otherwise);
}

/**
 * Unpacks a package of Debian testing into a folder, without installing it: the release's own is too old. The
 * addresses come from the machine's own package sources.
 */
export async function unpackFromTesting(name, { folder, otherwise }) {
  requireDebianRoot(`a fitting ${name} is not on this machine`, otherwise);
  say(`  fetching ${name} of Debian testing`);
  // In the system's folder for such things, where apt's own unprivileged user may write as well.
  const scratch = mkdtempSync(join(tmpdir(), 'xuncha-apt-'));
  try {
    const { name: sources, text } = testingSources();
    writeFileSync(join(scratch, sources), text);
    mkdirSync(join(scratch, 'lists', 'partial'), { recursive: true });
    const elsewhere = [
      ['Dir::Etc::sourcelist', join(scratch, sources)],
      ['Dir::Etc::sourceparts', '/dev/null'],
      ['Dir::State::lists', join(scratch, 'lists')],
      ['APT::Sandbox::User', 'root'],
    ].flatMap(([key, value]) => ['-o', `${key}=${value}`]);
    apt(['-qq', ...elsewhere, 'update'], otherwise);
    apt(['-qq', ...elsewhere, 'download', name], otherwise, scratch);
    const archive = readdirSync(scratch).find((file) => file.endsWith('.deb'));
    mkdirSync(folder, { recursive: true });
    run('dpkg', ['-x', join(scratch, archive), folder], otherwise);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The address of the first mirror of the machine's own release. */
export function mirror() {
  for (const entry of ownEntries()) {
    const uri =
      /^URIs:\s*(\S+)/im.exec(entry.text)?.[1] ?? /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/m.exec(entry.text)?.[1];
    if (uri) return uri;
  }
  throw new Failure(
    'no mirror of Debian among the package sources of this machine',
    'add one to /etc/apt/sources.list.d',
  );
}

function requireDebianRoot(cause, cure) {
  const isDebian =
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (isDebian && process.getuid?.() === 0) return;
  const why = isDebian ? 'it can only be installed as root' : 'this tool installs servers on Debian only';
  throw new Failure(`${cause}, and ${why}`, cure);
}

/** The machine's own sources, with the release's name replaced by `testing`; deb822 where there is any. */
function testingSources() {
  const codename = codenameOfRelease();
  const entries = ownEntries();
  const modern = entries.filter((entry) => entry.deb822);
  const rename = ({ text, deb822 }) =>
    deb822
      ? text.replace(/^Suites:.*$/im, 'Suites: testing')
      : text.replace(new RegExp(`\\s${codename}\\s`), ' testing ');
  if (modern.length > 0) return { name: 'next.sources', text: modern.map(rename).join('\n\n') };
  if (entries.length > 0) return { name: 'next.list', text: entries.map(rename).join('\n') };
  throw new Failure(
    'no package sources of this Debian release on this machine',
    'add some to /etc/apt/sources.list.d',
  );
}

/** Entries that name the release itself: neither its security updates nor other publishers' suites have a `testing`. */
function ownEntries() {
  const codename = codenameOfRelease();
  const folder = '/etc/apt/sources.list.d';
  const files = [
    ...(existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : []),
    '/etc/apt/sources.list',
  ];
  const entries = files
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(/^\s*#.*\n?/gm, '');
      if (file.endsWith('.sources'))
        return text.split(/\n\s*\n/).map((part) => ({ deb822: true, text: part.trim() }));
      return file.endsWith('.list')
        ? text.split('\n').map((line) => ({ deb822: false, text: line.trim() }))
        : [];
    });
  return entries.filter(({ deb822, text }) =>
    deb822
      ? /^Types:.*\bdeb\b/im.test(text) && new RegExp(`^Suites:.*(?<!\\S)${codename}(?!\\S)`, 'im').test(text)
      : new RegExp(`^deb\\s.*\\s${codename}\\s`).test(text),
  );
}

function codenameOfRelease() {
  return /^VERSION_CODENAME=(\S+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable';
}

function apt(args, cure, cwd) {
  run('apt-get', args, cure, cwd);
}

function run(program, args, cure, cwd) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync(program, args, { encoding: 'utf8', env, cwd });
  if (result.status === 0) return;
  const words = args.filter((arg) => !arg.startsWith('-') && !arg.includes('::')).join(' ');
  throw new Failure(
    `${program} ${words} failed: ${(result.error ?? result.stderr ?? '').toString().trim()}`,
    cure,
  );
}
