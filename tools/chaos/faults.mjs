/** Does to a running installation what the schedule says; answers from when on the work left lying must be taken up. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deliverAgain, republish } from './broker.mjs';

export class Faults {
  #installation;

  constructor(installation) {
    this.#installation = installation;
  }

  get #database() {
    return this.#installation.servers.database;
  }
  get #broker() {
    return this.#installation.servers.broker;
  }
  get #store() {
    return join(this.#broker.folder, 'store');
  }
  get #copy() {
    return join(this.#broker.folder, 'store-copy');
  }

  /** Answers the moment from which on whoever is left is able to go on. */
  async inject({ do: what, what: target, seconds }) {
    switch (what) {
      case 'kill':
        return this.#kill(target);
      case 'pause':
        return this.#pause(target, seconds);
      case 'pauseLeader':
        return this.#pause(this.#leaderOf(target), seconds);
      case 'deleteStore':
        return this.#withoutBroker(() => rmSync(this.#store, { recursive: true }));
      case 'copyStore':
        return this.#copyStore();
      case 'restoreStore':
        return this.#withoutBroker(() => {
          rmSync(this.#store, { recursive: true });
          cpSync(this.#copy, this.#store, { recursive: true });
        });
      case 'deliverAgain':
        return this.#asBroker(deliverAgain);
      case 'republish':
        return this.#asBroker(republish);
      case 'powerCut':
        return this.#powerCut();
      default:
        throw new Error(`no fault named ${what}`);
    }
  }

  async #kill(target) {
    const server = this.#server(target);
    if (server) {
      await server.kill();
      await server.start();
      return Date.now();
    }
    process.kill(this.#child(target).pid, 'SIGKILL');
    return Date.now();
  }

  /** Where there is another replica, it has to take over from the beginning of the pause. */
  async #pause(target, seconds) {
    const server = this.#server(target);
    const { pid } = server ?? this.#child(target);
    process.kill(pid, 'SIGSTOP');
    const began = Date.now();
    await sleep(seconds * 1000);
    process.kill(pid, 'SIGCONT');
    return this.#isReplicated(target) ? began : Date.now();
  }

  /** The copy is as a power cut at this moment would have left the files. */
  async #copyStore() {
    this.#broker.pause();
    rmSync(this.#copy, { recursive: true, force: true });
    cpSync(this.#store, this.#copy, { recursive: true });
    this.#broker.resume();
    return Date.now();
  }

  async #withoutBroker(change) {
    await this.#broker.kill();
    change();
    await this.#broker.start();
    return Date.now();
  }

  async #asBroker(work) {
    await work(this.#broker.url, this.#installation.environment.XC_PREFIX);
    return Date.now();
  }

  async #powerCut() {
    for (const { pid } of this.#installation.state.children) if (pid) process.kill(pid, 'SIGKILL');
    await Promise.all([this.#database.kill(), this.#broker.kill()]);
    await this.#database.start();
    await this.#broker.start();
    return Date.now();
  }

  #server(target) {
    return { database: this.#database, broker: this.#broker }[target];
  }

  #child(name) {
    const child = this.#installation.state.children.find((one) => one.name === name);
    if (!child?.pid) throw new Error(`${name} does not run`);
    return child;
  }

  #replicasOf(service) {
    return this.#installation.state.children.filter(({ name }) => name.replace(/-2$/, '') === service);
  }

  #isReplicated(target) {
    return this.#replicasOf(target.replace(/-2$/, '')).length > 1;
  }

  /** Whoever said last that it leads. */
  #leaderOf(service) {
    const replicas = this.#replicasOf(service);
    const [leader] = replicas.sort((a, b) => ledSince(b.log).localeCompare(ledSince(a.log)));
    return leader.name;
  }
}

function ledSince(log) {
  const lines = readFileSync(log, 'utf8').split('\n');
  const said = lines.findLast((line) => line.includes('"msg":"relay leads"'));
  return said ? JSON.parse(said).time : '';
}
