/** The replay that goes on while things fail: how far it is, and holding it where a fault is due. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/checkout.mjs';
import { waitUntil } from '../lib/processes.mjs';

const hours = 3 * 3600;

export class Player {
  /** Part of the steps that is done; 0 until the first is. */
  progress = 0;
  /** Where the next fault but one is due: nothing is played past it before that one has happened. */
  #limit = 0;
  #isHeld = false;
  #child;
  #output = '';

  constructor(args, { env, log }) {
    const program = join(root, 'apps', 'scenarios', 'dist', 'replay.js');
    this.#child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const file = createWriteStream(log, { mode: 0o600 });
    this.#child.stderr.pipe(file);
    this.#child.stderr.on('data', (text) => this.#read(String(text)));
    this.#child.stdout.on('data', (text) => (this.#output += text));
    this.ended = new Promise((resolve) =>
      this.#child.once('close', (code) => {
        this.code = code ?? 1;
        resolve(this.code);
      }),
    );
  }

  /** The table it printed. */
  get output() {
    return this.#output;
  }

  /** Plays on to `at`, and then to `limit` and not beyond it. Answers whether it got to `at`. */
  async reach(at, limit) {
    this.#limit = limit;
    this.#holdOrRelease();
    await waitUntil(() => this.progress >= at || this.code !== undefined, { seconds: hours, everyMs: 20 });
    return this.progress >= at;
  }

  /** Answers its exit code. */
  toTheEnd() {
    this.#limit = Infinity;
    this.#holdOrRelease();
    return this.ended;
  }

  stop() {
    this.#child.kill('SIGKILL');
  }

  #read(text) {
    const said = [...text.matchAll(/(\d+)\/(\d+) steps/g)].at(-1);
    if (!said) return;
    this.progress = Number(said[1]) / Number(said[2]);
    this.#holdOrRelease();
  }

  #holdOrRelease() {
    const mustHold = this.progress >= this.#limit;
    if (mustHold !== this.#isHeld) this.#child.kill(mustHold ? 'SIGSTOP' : 'SIGCONT');
    this.#isHeld = mustHold;
  }
}
