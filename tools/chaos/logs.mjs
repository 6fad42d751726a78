/** What the services wrote into their logs while they were tried. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** By these words a service shows that a fault reached it: one that nobody noticed would prove nothing. */
const traces = {
  deleteStore: '"msg":"stream lost"',
  restoreStore: '"msg":"stream lost"',
  republish: '"msg":"stream lost"',
  deliverAgain: 'consumer deleted',
};

export class Logs {
  #folder;

  constructor(folder) {
    this.#folder = join(folder, 'logs');
  }

  /** How many traces of a kind of fault there are so far; undefined where it leaves none. */
  tracesOf(kind) {
    return traces[kind] && this.#count(traces[kind]);
  }

  /** In one line each, for the report. */
  summary() {
    return [
      `streams made again after loss: ${this.#count('"msg":"stream lost"')}`,
      `leadership taken: ${this.#count('"msg":"relay leads"')}`,
      `events tried again or held: ${this.#count('"msg":"event is tried again later"')}`,
      `errors logged: ${this.#count('"level":50')}`,
    ];
  }

  #count(words) {
    const files = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    const texts = files.map((file) => readFileSync(join(this.#folder, file), 'utf8'));
    return texts.reduce((sum, text) => sum + text.split(words).length - 1, 0);
  }
}
