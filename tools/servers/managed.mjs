import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from '../lib/checkout.mjs';
import { freePort, greeting, isFree, loopback } from '../lib/ports.mjs';
import { isAlive, spawnDetached, tail, terminate, waitUntil } from '../lib/processes.mjs';
import { Failure, say } from '../lib/say.mjs';

const startSeconds = 60;
const portSeconds = 10;

/**
 * A private server that outlives the program that starts it. All it has lies in one folder: data, log and
 * `server.json` (port, process id, password), so that any later program can find, stop or restart it.
 *
 * A recipe says how one kind of server is made: `{ name, usualPort, locate(), prepare(server), command(server),
 * accepts(greeting), url(server) }`; see mariadb.mjs and nats.mjs. One that says nothing before it is asked has `answers(server)`
 * in the place of `accepts`.
 */
export class ManagedServer {
  #recipe;

  /** `isLasting`: false where nobody needs what it holds after the run; a loss of power may take that, being killed may not. */
  constructor(recipe, folder, { isLasting = true } = {}) {
    this.#recipe = recipe;
    this.isLasting = isLasting;
    this.folder = privateFolder(folder);
  }

  get name() {
    return this.#recipe.name;
  }
  get log() {
    return join(this.folder, 'server.log');
  }
  get port() {
    return this.#state().port;
  }
  get pid() {
    return this.#state().pid;
  }
  get password() {
    return this.#state().password;
  }
  get url() {
    return this.#recipe.url(this);
  }
  /** Certificate and key, in PEM, where they lie in the server's folder: then it speaks nothing but TLS. */
  get tls() {
    const [certificate, key] = ['server.crt', 'server.key'].map((name) => join(this.folder, name));
    return existsSync(certificate) && existsSync(key) ? { certificate, key } : undefined;
  }

  isRunning() {
    return isAlive(this.pid, this.#mark());
  }

  /** Starts the server where it does not run yet; keeps the port it had, unless another program took it. */
  async start({ usualPort = this.#recipe.usualPort } = {}) {
    if (this.isRunning()) return this.#untilReady();
    const binary = await this.#recipe.locate();
    for (let tries = 3; ; tries -= 1) {
      await this.#choosePort(usualPort);
      await this.#recipe.prepare(this, binary);
      const began = Date.now();
      const { program, args, env } = this.#recipe.command(this, binary);
      const child = await spawnDetached(program, args, { log: this.log, env: { ...process.env, ...env } });
      this.#save({ pid: child.pid });
      try {
        await this.#untilReady();
        return say(
          `  ${this.name} listens on ${loopback}:${this.port} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
        );
      } catch (error) {
        // Another program can take the port between our look and the server's.
        if (tries === 0 || (await isFree(this.port))) throw error;
      }
    }
  }

  /** Stops the server in good order: what it had promised is on disk. */
  async stop() {
    if (!(await terminate(this.pid, this.#mark(), { seconds: 60 }))) {
      throw new Failure(`${this.name} (process ${this.pid}) did not stop within 60 s`, `see ${this.log}`);
    }
  }

  /** Ends the server at once, as a power cut would end it (kill -9). */
  async kill() {
    // A paused process dies of SIGKILL all the same.
    await terminate(this.pid, this.#mark(), { signal: 'SIGKILL' });
  }

  async restart() {
    await this.stop();
    await this.start();
  }

  /** Freezes the server with all its connections open; `resume` lets it go on. */
  pause() {
    process.kill(this.pid, 'SIGSTOP');
  }

  resume() {
    process.kill(this.pid, 'SIGCONT');
  }

  /** Ends the server and deletes all it had. */
  async destroy() {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #untilReady() {
    const ready = await waitUntil(
      async () => {
        if (!this.isRunning()) throw this.#failure('ended while it started');
        if (this.#recipe.answers) return this.#recipe.answers(this);
        const first = await greeting(loopback, this.port, 1000);
        return first !== undefined && this.#recipe.accepts(first, this);
      },
      { seconds: startSeconds },
    );
    if (!ready) throw this.#failure(`did not answer within ${startSeconds} s`);
    this.#recipe.started?.(this);
  }

  #failure(what) {
    return new Failure(
      `${this.name} ${what}. Its log ends:\n${tail(this.log)}`,
      `read ${this.log}; then try again`,
    );
  }

  async #choosePort(usualPort) {
    const { port } = this.#state();
    // A killed server's port stays taken for a moment, and whoever was connected comes back to it.
    if (port && (await waitUntil(() => isFree(port), { seconds: portSeconds }))) return;
    const chosen = await freePort(port ?? usualPort);
    if (chosen !== (port ?? usualPort))
      say(`  port ${port ?? usualPort} is taken; ${this.name} uses ${chosen}`);
    this.#save({ port: chosen });
  }

  /** The folder on the server's command line tells this server from every other. */
  #mark() {
    return this.#recipe.mark?.(this) ?? `${this.folder}/`;
  }

  #state() {
    const file = join(this.folder, 'server.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  }

  #save(change) {
    const state = { password: randomBytes(18).toString('hex'), ...this.#state(), ...change };
    writeFileSync(join(this.folder, 'server.json'), `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  }
}
