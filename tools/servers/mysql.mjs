import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { dataFolder, privateFolder } from '../lib/checkout.mjs';
import { findProgram } from '../lib/processes.mjs';
import { Failure, say } from '../lib/say.mjs';
import { installDebianPackages, mirror } from './debian.mjs';
import { adminUrl, commonSettings, versionInGreeting, writeInitFile } from './mariadb.mjs';

/** A small Debian of its own, in which the real MySQL runs; made once and kept. Servers' folders lie inside. */
const system = join(dataFolder, 'mysql9', 'system');
/** Where throw-away servers are put, named as `throwAwayServers` wants it. */
export const mysqlPurpose = join('mysql9', 'system', 'data');

const otherwise =
  'run the tests on a MySQL of your own: XC_MYSQL_URL=mysql://user:password@host:port npm test';

/** Oracle's MySQL, which no Debian release has: taken from unstable, by chroot. */
export const mysql = {
  name: 'MySQL',
  usualPort: 3306,

  async locate() {
    if (!existsSync(join(system, 'usr', 'sbin', 'mysqld'))) await makeSystem();
    return findProgram('chroot');
  },

  async prepare(server, chroot) {
    const datadir = join(server.folder, 'data');
    if (!existsSync(datadir)) {
      say(`  making the database's folder`);
      rmSync(`${datadir}.new`, { recursive: true, force: true });
      const args = [
        '--no-defaults',
        '--initialize-insecure',
        '--user=root',
        `--datadir=${inside(`${datadir}.new`)}`,
      ];
      const result = spawnSync(chroot, [system, 'mysqld', ...args], { encoding: 'utf8' });
      if (result.status !== 0) throw new Failure(`MySQL made no data folder: ${result.stderr}`, otherwise);
      renameSync(`${datadir}.new`, datadir);
    }
    writeInitFile(server, join(server.folder, 'init.sql'));
  },

  command(server, chroot) {
    const settings = commonSettings(server, inside(join(server.folder, 'data')));
    const own = [
      '--mysqlx=OFF',
      '--secure-file-priv=NULL',
      `--init-file=${inside(join(server.folder, 'init.sql'))}`,
    ];
    return { program: chroot, args: [system, 'mysqld', ...settings, ...own] };
  },

  mark: (server) => `${inside(server.folder)}/`,
  accepts: (packet) => versionInGreeting(packet) !== undefined,
  started: (server) => rmSync(join(server.folder, 'init.sql'), { force: true }),
  url: adminUrl,
};

async function makeSystem() {
  if (!findProgram('debootstrap'))
    await installDebianPackages(['debootstrap'], { program: 'debootstrap', otherwise });
  say('  fetching MySQL with a small Debian around it (once, some minutes)');
  privateFolder(dataFolder, 'mysql9');
  rmSync(`${system}.new`, { recursive: true, force: true });
  const args = ['--variant=minbase', '--include=mysql-server-core', 'sid', `${system}.new`, mirror()];
  const result = spawnSync('debootstrap', args, { stdio: ['ignore', 'ignore', 2] });
  if (result.status !== 0)
    throw new Failure('debootstrap could not fetch MySQL; it says why above', otherwise);
  rmSync(system, { recursive: true, force: true });
  renameSync(`${system}.new`, system);
}

/** The same place as seen from within the small Debian. */
function inside(path) {
  return `/${relative(system, path)}`;
}
