import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { loopback } from '../lib/ports.mjs';
import { findProgram } from '../lib/processes.mjs';
import { Failure, say } from '../lib/say.mjs';
import { installDebianPackages } from './debian.mjs';

const bufferPool = '256M';
const admin = 'xuncha';

/** Settings that MariaDB and MySQL share. Isolation is set by each client, durability by the server. */
export function commonSettings(server, datadir) {
  return [
    '--no-defaults',
    `--datadir=${datadir}`,
    `--port=${server.port}`,
    `--bind-address=${loopback}`,
    // A relative path lies in the data folder and stays under the 107 bytes a socket's path may have.
    '--socket=server.sock',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    ...(server.isLasting
      ? ['--innodb-flush-log-at-trx-commit=1']
      : ['--innodb-flush-log-at-trx-commit=2', '--innodb-doublewrite=0', '--performance-schema=0']),
    `--innodb-buffer-pool-size=${bufferPool}`,
    '--max-connections=500',
    ...(server.tls
      ? [
          `--ssl-cert=${server.tls.certificate}`,
          `--ssl-key=${server.tls.key}`,
          '--require-secure-transport=ON',
        ]
      : []),
    // Servers refuse to run as root unless told so.
    ...(process.getuid?.() === 0 ? [`--user=${userInfo().username}`] : []),
  ];
}

/** The administrator's account, whose password is chosen at random and kept in the server's private folder. */
export function writeInitFile(server, file) {
  const account = `'${admin}'@'${loopback}'`;
  const sql = [
    `CREATE USER IF NOT EXISTS ${account};`,
    `ALTER USER ${account} IDENTIFIED BY '${server.password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO ${account} WITH GRANT OPTION;`,
  ];
  writeFileSync(file, `${sql.join('\n')}\n`, { mode: 0o600 });
}

/** The version in the greeting of MariaDB or MySQL: `[3 length, 1 sequence, 1 protocol, text, 0]`. */
export function versionInGreeting(packet) {
  const end = packet.indexOf(0, 5);
  return packet[4] === 10 && end > 5 ? packet.toString('latin1', 5, end).replace(/^5\.5\.5-/, '') : undefined;
}

export function adminUrl(server) {
  return `mysql://${admin}:${server.password}@${loopback}:${server.port}`;
}

/** A private MariaDB, or the real MySQL where a machine has that instead. */
export const mariadb = {
  name: 'MariaDB',
  usualPort: 3306,

  async locate() {
    // MariaDB's installer of data folders needs my_print_defaults, which Debian packs with the clients.
    const isComplete = findProgram('mariadbd')
      ? findProgram('mariadb-install-db', 'mysql_install_db') && findProgram('my_print_defaults')
      : findProgram('mysqld');
    if (!isComplete) {
      await installDebianPackages(['mariadb-server-core', 'mariadb-client-core'], {
        program: 'mariadbd',
        otherwise:
          'install MariaDB >= 10.11 or MySQL >= 8.0, or set XC_MYSQL_URL=mysql://user:password@host:port',
      });
    }
    return findProgram('mariadbd', 'mysqld');
  },

  async prepare(server, binary) {
    const datadir = join(server.folder, 'data');
    if (!existsSync(datadir)) {
      say(`  making the database's folder`);
      // Made beside and renamed when complete, so that a start cut short begins anew.
      rmSync(`${datadir}.new`, { recursive: true, force: true });
      initialize(binary, `${datadir}.new`);
      renameSync(`${datadir}.new`, datadir);
    }
    writeInitFile(server, join(server.folder, 'init.sql'));
  },

  command(server, binary) {
    const settings = commonSettings(server, join(server.folder, 'data'));
    const own = isMariadb(binary) ? [] : ['--mysqlx=OFF', '--secure-file-priv=NULL'];
    return { program: binary, args: [...settings, ...own, `--init-file=${join(server.folder, 'init.sql')}`] };
  },

  accepts: (packet) => versionInGreeting(packet) !== undefined,
  started: (server) => rmSync(join(server.folder, 'init.sql'), { force: true }),
  url: adminUrl,
};

function initialize(binary, datadir) {
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const [program, args] = isMariadb(binary)
    ? [
        findProgram('mariadb-install-db', 'mysql_install_db'),
        [
          '--no-defaults',
          `--datadir=${datadir}`,
          '--auth-root-authentication-method=socket',
          '--skip-test-db',
          ...user,
        ],
      ]
    : [binary, ['--no-defaults', '--initialize-insecure', `--datadir=${datadir}`, ...user]];
  if (!program)
    throw new Failure(`${binary} is here, but mariadb-install-db is not`, 'install mariadb-server-core');
  const result = spawnSync(program, args, { encoding: 'utf8' });
  if (result.status !== 0) {
    const said = `${result.error ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
    throw new Failure(
      `the database's folder could not be made: ${said}`,
      `check space and rights of ${datadir}`,
    );
  }
}

function isMariadb(binary) {
  return spawnSync(binary, ['--no-defaults', '--version'], { encoding: 'utf8' }).stdout.includes('MariaDB');
}
