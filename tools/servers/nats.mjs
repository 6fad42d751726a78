import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../lib/checkout.mjs';
import { loopback } from '../lib/ports.mjs';
import { findProgram } from '../lib/processes.mjs';
import { Failure } from '../lib/say.mjs';
import { unpackFromTesting } from './debian.mjs';

/** Atomic batches, on which the relay rests, came with 2.12; older servers pass over unknown settings in silence. */
const oldest = [2, 12];
/** The largest message, as libs/contracts has it; this file runs before anything is compiled, so a test compares them. */
export const maxPayload = 4 * 1024 * 1024;

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
    writeFileSync(join(server.folder, 'nats.conf'), configuration(server), { mode: 0o600 });
  },

  command: (server, binary) => ({ program: binary, args: ['-c', join(server.folder, 'nats.conf')] }),
  accepts: (packet, server) => infoInGreeting(packet)?.port === server.port,
  url: (server) => `nats://${loopback}:${server.port}`,
};

function configuration(server) {
  return `# Written at each start; changes made here are lost.
host: ${loopback}
port: ${server.port}
max_payload: ${maxPayload}
jetstream {
  store_dir: ${JSON.stringify(join(server.folder, 'store'))}
  sync_interval: always
}
`;
}

function versionOf(binary) {
  const said = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return /v?(\d+\.\d+\.\d+)/.exec(said)?.[1] ?? '0.0.0';
}
