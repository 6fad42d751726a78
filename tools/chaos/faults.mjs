/** Does to a running installation what the schedule says. */
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

  /**
   * Answers the moment from which on whoever is left is able to go on, and what ends with the fault: where there is another
   * replica, that is before the fault has ended.
   */
  async inject({ do: what, what: target, seconds }) {
    if (what === 'pause') return this.#pause(target, seconds);
    if (what === 'pauseLeader') return this.#pause(this.#leaderOf(target), seconds);
    await this.#strike(what, target);
    return { since: Date.now(), ended: Promise.resolve() };
  }

  async #strike(what, target) {
    switch (what) {
      case 'kill':
        return this.#kill(target);
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
    } else {
      process.kill(this.#child(target).pid, 'SIGKILL');
    }
  }

  async #pause(target, seconds) {
    const { pid } = this.#server(target) ?? this.#child(target);
    process.kill(pid, 'SIGSTOP');
    const since = Date.now();
    const ended = sleep(seconds * 1000).then(() => process.kill(pid, 'SIGCONT'));
    if (this.#isReplicated(target)) return { since, ended };
    await ended;
    return { since: Date.now(), ended };
  }

  /** The copy is as a power cut at this moment would have left the files. */
  async #copyStore() {
    this.#broker.pause();
    rmSync(this.#copy, { recursive: true, force: true });
    cpSync(this.#store, this.#copy, { recursive: true });
    this.#broker.resume();
  }

  async #withoutBroker(change) {
    await this.#broker.kill();
    change();
    await this.#broker.start();
  }

  async #asBroker(work) {
    await work(this.#broker.url, this.#installation.environment.XC_PREFIX);
  }

  async #powerCut() {
    for (const { pid } of this.#installation.state.children) if (pid) process.kill(pid, 'SIGKILL');
    await Promise.all([this.#database.kill(), this.#broker.kill()]);
    await this.#database.start();
    await this.#broker.start();
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
