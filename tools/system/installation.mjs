import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataFolder, prefixOf, privateFolder, root } from '../lib/checkout.mjs';
import { getJson } from '../lib/http.mjs';
import { freePort, loopback, throwAwayPort } from '../lib/ports.mjs';
import { isAlive, spawnDetached, tail, terminate, waitUntil } from '../lib/processes.mjs';
import { Failure, say } from '../lib/say.mjs';
import { TestCa } from '../certificates.mjs';
import { Servers } from '../servers.mjs';
import { clearState, readState } from './state.mjs';

const usualHttpPort = 8080;
const healthySeconds = 180;
const hopelessRestarts = 5;

/**
 * One running whole: servers, services and their data, all below one folder. The checkout's own is `.data`; trials
 * make others beside it.
 */
export class Installation {
  constructor(folder = dataFolder, servers = new Servers(folder)) {
    this.folder = privateFolder(folder);
    this.servers = servers;
  }

  /** What the supervisor last recorded, see supervisor.mjs; the port alone when all was stopped in good order. */
  get state() {
    return readState(this.folder);
  }
  get address() {
    const scheme = this.environment.XC_HTTP_TLS_CERT ? 'https' : 'http';
    return `${scheme}://${loopback}:${this.state.httpPort}`;
  }

  isSupervised() {
    return isAlive(this.state.supervisor, this.#supervisorMark());
  }

  /** The answer of the health page: `{ ok, services }`, or undefined while nothing answers. */
  async health() {
    try {
      const { status, body } = await getJson(`${this.address}/health`, { ca: this.environment.XC_TLS_CA });
      return { ok: status === 200, services: body };
    } catch {
      return undefined;
    }
  }

  /** What services and scripts beside them are told, by environment alone. */
  get environment() {
    const { environment, httpPort = usualHttpPort } = this.state;
    const own = { XC_PREFIX: prefixOf(this.folder), XC_DATA: this.folder, XC_HTTP_PORT: String(httpPort) };
    const told = environment ?? { ...this.servers.environment, ...this.#ownBroker(), ...this.#tls(), ...own };
    // For scripts beside the services, which speak to the gateway as anybody does.
    return told.XC_TLS_CA ? { ...told, NODE_EXTRA_CA_CERTS: told.XC_TLS_CA } : told;
  }

  /** Where certificates were made once (`--tls`), all of it speaks TLS. */
  #tls() {
    const folder = join(this.folder, 'certificates');
    const of = (file) => join(folder, file);
    if (!existsSync(of('gateway.crt'))) return {};
    return {
      XC_TLS_CA: of('ca.crt'),
      XC_HTTP_TLS_CERT: of('gateway.crt'),
      XC_HTTP_TLS_KEY: of('gateway.key'),
    };
  }

  /** A test CA and certificates for servers and gateway; what runs in plain is stopped for it. */
  async makeCertificates() {
    if (existsSync(join(this.folder, 'certificates', 'gateway.crt'))) return;
    await this.stop();
    const ca = new TestCa(join(this.folder, 'certificates'));
    for (const server of this.servers.own) ca.issue(server.folder, 'server');
    ca.issue(ca.folder, 'gateway');
  }

  /** Each is a user of its own at a broker of ours, known by the key in its file. */
  #ownBroker() {
    const { broker } = this.servers;
    return broker ? { XC_NATS_URL: `nats://${new URL(broker.url).host}` } : {};
  }

  /**
   * Starts servers and services and waits until they are healthy. Answers false when this build already ran in this
   * mode, so that there was nothing to do.
   */
  async start({ mode = 'together' } = {}) {
    await this.startServers();
    const build = buildStamp();
    if (this.isSupervised()) {
      const isSame = this.state.build === build && this.state.mode === mode;
      if (isSame && (await this.health())?.ok) return false;
      say(
        isSame ? 'The services that run are not healthy; starting them again' : 'Starting the services again',
      );
      await this.stopServices();
    }
    await this.#startServices(mode, build);
    return true;
  }

  /** With the users that the contracts as they are built now ask for. */
  async startServers() {
    const compiled = join(root, 'libs', 'service-kit', 'dist', 'broker', 'authorization.js');
    const { brokerAuthorization } = await import(pathToFileURL(compiled).href);
    const users = brokerAuthorization(prefixOf(this.folder), join(this.folder, 'keys'));
    await this.servers.setBrokerUsers(users);
    await this.servers.start();
  }

  async stop() {
    await this.stopServices();
    await this.servers.stop();
  }

  async stopServices() {
    const { supervisor, children = [] } = this.state;
    if (!(await terminate(supervisor, this.#supervisorMark(), { seconds: 60 }))) {
      throw new Failure(
        `the supervisor (process ${supervisor}) did not stop`,
        `read the logs in ${this.#logs()}`,
      );
    }
    // Services whose supervisor was killed notice it and stop by themselves.
    const entry = join(root, 'tools', 'system.mjs');
    const ended = () => children.every(({ pid }) => !isAlive(pid, entry));
    if (!(await waitUntil(ended, { seconds: 60 }))) {
      const left = children.map(({ name, pid }) => `${name} (process ${pid})`).join(', ');
      throw new Failure(`services of a supervisor that is gone did not stop: ${left}`, 'end these processes');
    }
    clearState(this.folder);
  }

  async #startServices(mode, build) {
    const env = { ...this.environment, XC_HTTP_PORT: String(await this.#choosePort()) };
    const program = join(root, 'tools', 'supervisor.mjs');
    const log = join(this.#logs(), 'supervisor.log');
    const began = Date.now();
    say(
      mode === 'together'
        ? 'Starting all services in one process'
        : 'Starting each service in its own process',
    );
    const options = { log, cwd: root, env: { ...process.env, ...env } };
    const supervisor = await spawnDetached(process.execPath, [program, this.folder, mode, build], options);
    try {
      await this.#untilHealthy(supervisor, log);
    } catch (error) {
      await this.stopServices();
      throw error;
    }
    say(`  healthy after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }

  async #untilHealthy(supervisor, log) {
    let last;
    const isHealthy = await waitUntil(
      async () => {
        if (supervisor.exitCode !== null)
          throw new Failure(`the supervisor ended:\n${tail(log)}`, `read ${log}`);
        if (this.state.supervisor !== supervisor.pid) return false;
        const failing = this.state.children.find(({ restarts }) => restarts >= hopelessRestarts);
        if (failing) {
          throw new Failure(
            `${failing.name} keeps ending. Its log ends:\n${tail(failing.log, 30)}`,
            `read ${failing.log}`,
          );
        }
        last = await this.health();
        return last?.ok === true;
      },
      { seconds: healthySeconds, everyMs: 100 },
    );
    if (isHealthy) return;
    const said = last ? JSON.stringify(last.services) : 'no answer';
    throw new Failure(
      `the services are not healthy after ${healthySeconds} s: ${said}`,
      `read the logs in ${this.#logs()}`,
    );
  }

  /** The port asked for, else that of the last start, else the usual; the last two give way when taken. */
  async #choosePort() {
    const asked = process.env.XC_HTTP_PORT;
    const isTrial = this.folder !== dataFolder;
    const own = this.state.httpPort ?? (isTrial ? await throwAwayPort() : usualHttpPort);
    const wanted = Number(asked ?? own);
    const chosen = await freePort(wanted);
    if (asked && chosen !== wanted) {
      throw new Failure(
        `port ${asked} (XC_HTTP_PORT) is taken`,
        'choose another, or unset XC_HTTP_PORT for a free one',
      );
    }
    if (chosen !== wanted) say(`  port ${wanted} is taken; the services use ${chosen}`);
    return chosen;
  }

  #logs() {
    return privateFolder(this.folder, 'logs');
  }

  #supervisorMark() {
    return `supervisor.mjs ${this.folder} `;
  }
}

/** Changes with every compiled file, so that services are started again after a change and only then. */
function buildStamp() {
  const hash = createHash('sha256');
  for (const group of ['libs', 'apps']) {
    for (const name of readdirSync(join(root, group)).sort()) {
      const dist = join(root, group, name, 'dist');
      if (!existsSync(dist)) continue;
      for (const file of readdirSync(dist, { recursive: true }).sort()) {
        if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(dist, file)));
      }
    }
  }
  return hash.digest('hex').slice(0, 16);
}
