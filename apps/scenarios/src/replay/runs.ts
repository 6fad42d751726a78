/** Runs of a replay: each in a site and a checkpoint file of its own; the latest is continued. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Checkpoint } from './checkpoint.js';
import type { Rehearsal } from './rehearsal.js';

export interface Choice {
  readonly replay: string;
  readonly seed: number;
  readonly scale: number;
}

/** A site's code has room for so many digits. */
const MOST = 999_999_999;

export class Runs {
  private readonly plan: string;

  constructor(
    private readonly folder: string,
    private readonly choice: Choice,
    rehearsal: Rehearsal,
  ) {
    const { seed } = choice;
    if (!Number.isInteger(seed) || seed < 0 || seed > MOST)
      throw new Error(`the seed is a whole number up to ${MOST}`);
    this.plan = fingerprint(rehearsal);
  }

  /** The latest run, to be continued; undefined where there is none. */
  latest(): Checkpoint | undefined {
    const path = this.path(this.unused() - 1);
    const checkpoint = Checkpoint.resume(path);
    if (checkpoint && checkpoint.heading.plan !== this.plan)
      throw new Error(`${path} is of another plan; begin anew with --fresh`);
    return checkpoint;
  }

  /** A new run, in the next site that has no file. */
  begin(): Checkpoint {
    const { replay, seed, scale } = this.choice;
    const number = this.unused();
    return Checkpoint.begin(this.path(number), {
      replay,
      seed,
      scale,
      site: this.site(number),
      plan: this.plan,
      secret: randomBytes(24).toString('base64url'),
    });
  }

  private unused(): number {
    let number = 1;
    while (existsSync(this.path(number))) number += 1;
    return number;
  }

  private path(number: number): string {
    return join(this.folder, 'replay', `${this.site(number)}.jsonl`);
  }

  /** The scale in thousandths: a code has no points. */
  private site(number: number): string {
    const { replay, seed, scale } = this.choice;
    return `r-${replay}-${seed}-${Math.round(scale * 1000)}-${number}`;
  }
}

/** Of everything that decides what is sent. */
function fingerprint({ sites }: Rehearsal): string {
  const hash = createHash('sha256');
  for (const { register, people, courses, finale } of sites) {
    const steps = [...courses, ...(finale ? [finale] : [])].flatMap(({ tasks }) =>
      tasks.map(({ key, on, by }) => [key, on, by]),
    );
    hash.update(JSON.stringify([register, people, steps]));
  }
  return hash.digest('hex');
}
