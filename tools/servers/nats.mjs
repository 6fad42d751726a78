import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../lib/checkout.mjs';
import { loopback } from '../lib/ports.mjs';
import { findProgram, waitUntil } from '../lib/processes.mjs';
import { Failure } from '../lib/say.mjs';
import { unpackFromTesting } from './debian.mjs';

/** Atomic batches, on which the relay rests, came with 2.12; older servers pass over unknown settings in silence. */
const oldest = [2, 12];
/** The largest message, as libs/contracts has it; this file runs before anything is compiled, so a test compares them. */
export const maxPayload = 4 * 1024 * 1024;
const admin = 'xuncha';
const usersFile = 'users.json';
const reloadSeconds = 10;

/** What is wrong with a server of this version, or undefined. */
export function natsObjection(version) {
  const [major, minor] = version.split('.').map(Number);
  const enough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (enough) return undefined;
  return `nats-server ${version} is too old: it has no atomic batches and would ignore the settings for them in silence; ${oldest.join('.')} is needed`;
}

/** What a NATS server says of itself on connecting: `INFO {…}`. */
export function infoInGreeting(packet) {
  const text = packet.toString('utf8');
  if (!text.startsWith('INFO ')) return undefined;
  try {
    return JSON.parse(text.slice(5, text.indexOf('\r\n')));
  } catch {
    return undefined;
  }
}

export const nats = {
  name: 'NATS',
  usualPort: 4222,

  async locate() {
    const unpacked = join(dataFolder, 'servers', 'usr', 'sbin', 'nats-server');
    if (existsSync(unpacked)) return unpacked;
    const present = findProgram('nats-server');
    const objection = present && natsObjection(versionOf(present));
    if (present && !objection) return present;
    const otherwise =
      `install nats-server >= ${oldest.join('.')} (2.15 advised), or set XC_NATS_URL=nats://host:port` +
      (objection ? ` (${present}: ${objection})` : '');
    await unpackFromTesting('nats-server', { folder: join(dataFolder, 'servers'), otherwise });
    return unpacked;
  },

  async prepare(server, binary) {
    const objection = natsObjection(versionOf(binary));
    if (objection)
      throw new Failure(objection, 'install a newer nats-server, or set XC_NATS_URL=nats://host:port');
    writeConfiguration(server);
  },

  command: (server, binary) => ({ program: binary, args: ['-c', join(server.folder, 'nats.conf')] }),
  accepts: (packet, server) => infoInGreeting(packet)?.port === server.port,
  /** As the administrator, who may do everything: for tests and trials. Services are users of their own. */
  url: (server) => `nats://${admin}:${server.password}@${loopback}:${server.port}`,
};

/** The only users beside the administrator; a broker that runs takes them up at once. */
export async function setBrokerUsers(server, users) {
  const text = JSON.stringify(users);
  if (text === JSON.stringify(usersOf(server))) return;
  writeFileSync(join(server.folder, usersFile), text, { mode: 0o600 });
  if (!server.isRunning()) return;
  writeConfiguration(server);
  const reloads = () => readFileSync(server.log, 'utf8').split('Reloaded server configuration').length;
  const before = reloads();
  process.kill(server.pid, 'SIGHUP');
  if (!(await waitUntil(() => reloads() > before, { seconds: reloadSeconds })))
    throw new Failure('NATS did not take up its new users', `read ${server.log}`);
}

function usersOf(server) {
  const file = join(server.folder, usersFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

function writeConfiguration(server) {
  writeFileSync(join(server.folder, 'nats.conf'), configuration(server), { mode: 0o600 });
}

function configuration(server) {
  const { tls } = server;
  const users = [{ user: admin, password: server.password }, ...usersOf(server)];
  return `# Written at each start; changes made here are lost.
host: ${loopback}
port: ${server.port}
max_payload: ${maxPayload}
${tls ? `tls: ${JSON.stringify({ cert_file: tls.certificate, key_file: tls.key })}\n` : ''}authorization: ${JSON.stringify({ users }, undefined, 2)}
jetstream {
  store_dir: ${JSON.stringify(join(server.folder, 'store'))}
  sync_interval: ${server.isLasting ? 'always' : '"2m"'}
}
`;
}

function versionOf(binary) {
  const said = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return /v?(\d+\.\d+\.\d+)/.exec(said)?.[1] ?? '0.0.0';
}
