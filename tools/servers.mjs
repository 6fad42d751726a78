import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder, privateFolder } from './lib/checkout.mjs';
import { greeting, throwAwayPort } from './lib/ports.mjs';
import { isAlive } from './lib/processes.mjs';
import { Failure, main, say } from './lib/say.mjs';
import { ManagedServer } from './servers/managed.mjs';
import { mariadb, versionInGreeting } from './servers/mariadb.mjs';
import { infoInGreeting, nats, natsObjection, setBrokerUsers } from './servers/nats.mjs';

/**
 * A database and a broker in one folder. `XC_MYSQL_URL` and `XC_NATS_URL` put a server that exists in the place of
 * either; such a server is looked at once and otherwise left alone.
 */
export class Servers {
  constructor(folder, { database = mariadb, isLasting = true } = {}) {
    this.folder = folder;
    const server = (recipe, name) => new ManagedServer(recipe, join(folder, name), { isLasting });
    this.database = process.env.XC_MYSQL_URL ? undefined : server(database, 'database');
    this.broker = process.env.XC_NATS_URL ? undefined : server(nats, 'broker');
  }

  get own() {
    return [this.database, this.broker].filter((server) => server !== undefined);
  }
  get mysqlUrl() {
    return this.database?.url ?? process.env.XC_MYSQL_URL;
  }
  get natsUrl() {
    return this.broker?.url ?? process.env.XC_NATS_URL;
  }
  /** Both as their administrator. */
  get environment() {
    return { XC_MYSQL_URL: this.mysqlUrl, XC_NATS_URL: this.natsUrl };
  }

  /** Starts what does not run yet, on the usual ports where they are free. */
  async start() {
    await Promise.all([this.#checkDatabase(), this.#checkBroker()]);
    for (const server of this.own) await server.start();
  }

  /** Lets these users in at a broker of our own; another's are not ours to set. */
  async setBrokerUsers(users) {
    if (this.broker) await setBrokerUsers(this.broker, users);
  }

  async stop() {
    await Promise.all(this.own.map((server) => server.stop()));
  }

  async destroy() {
    await Promise.all(this.own.map((server) => server.destroy()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #checkDatabase() {
    if (this.database) return;
    const { hostname, port } = address('XC_MYSQL_URL', 'mysql:', 3306);
    const version = versionInGreeting((await greeting(hostname, port)) ?? Buffer.alloc(6));
    if (!version)
      throw new Failure(
        `no database answers at XC_MYSQL_URL (${hostname}:${port})`,
        'start it, or unset XC_MYSQL_URL for a private one',
      );
    const [major, minor] = version.split('.').map(Number);
    const isEnough = version.includes('MariaDB') ? major > 10 || (major === 10 && minor >= 11) : major >= 8;
    if (!isEnough)
      throw new Failure(
        `the database at XC_MYSQL_URL is ${version}`,
        'MySQL >= 8.0 or MariaDB >= 10.11 is needed',
      );
  }

  async #checkBroker() {
    if (this.broker) return;
    const { hostname, port } = address('XC_NATS_URL', 'nats:', 4222);
    const info = infoInGreeting((await greeting(hostname, port)) ?? Buffer.alloc(0));
    if (!info)
      throw new Failure(
        `no NATS server answers at XC_NATS_URL (${hostname}:${port})`,
        'start it, or unset XC_NATS_URL for a private one',
      );
    const objection =
      natsObjection(info.version) ?? (info.jetstream ? undefined : 'it runs without JetStream');
    if (objection)
      throw new Failure(
        `the broker at XC_NATS_URL does not fit: ${objection}`,
        'unset XC_NATS_URL for a private one',
      );
  }
}

/**
 * Fresh servers of this process's own on free ports, for tests and trials of failure. What earlier processes left
 * behind, because they were killed, is removed first.
 */
export async function throwAwayServers(purpose, { database, isLasting } = {}) {
  const parent = privateFolder(dataFolder, purpose);
  for (const name of readdirSync(parent)) {
    if (!isAlive(Number(name), 'node')) await new Servers(join(parent, name), { database }).destroy();
  }
  const servers = new Servers(join(parent, String(process.pid)), { database, isLasting });
  const ports = { database: await throwAwayPort(), broker: await throwAwayPort() };
  await servers.database?.start({ usualPort: ports.database });
  await servers.broker?.start({ usualPort: ports.broker });
  return servers;
}

function address(variable, protocol, usualPort) {
  const text = process.env[variable];
  if (!URL.canParse(text) || new URL(text).protocol !== protocol) {
    throw new Failure(
      `${variable} is not an address of a ${protocol.slice(0, -1)} server`,
      `write it as ${protocol}//host:port`,
    );
  }
  const { hostname, port } = new URL(text);
  return { hostname, port: Number(port || usualPort) };
}

/** `node tools/servers.mjs dev [stop]`: a database and broker to develop with, apart from those of `npm run up`. */
async function developmentServers([name, action]) {
  if (name !== 'dev' || (action && action !== 'stop'))
    throw new Failure('usage: node tools/servers.mjs dev [stop]');
  const servers = new Servers(join(dataFolder, 'dev'));
  if (action === 'stop') return servers.stop();
  if (!existsSync(join(servers.folder, 'database', 'server.json')))
    say('Starting database and broker for development');
  await servers.start();
  for (const [key, value] of Object.entries(servers.environment)) console.log(`export ${key}='${value}'`);
}

const started = process.argv[1];
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) {
  await main(() => developmentServers(process.argv.slice(2)));
}
