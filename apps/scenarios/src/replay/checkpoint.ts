/**
 * What a replay has done, kept in a file that is only ever appended to, a line for each command with its receipt: a replay that was
 * stopped or killed goes on from there. What was done without a line is done again under the same key, and so not twice.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Receipt } from '@xuncha/contracts';

export interface Heading {
  readonly replay: string;
  readonly seed: number;
  readonly scale: number;
  /** The first site; the code of each further one is this and a letter. */
  readonly site: string;
  /** Of the plan's text: another plan cannot be continued. */
  readonly plan: string;
  /** Every password of this run follows from it. */
  readonly secret: string;
}
/** One command that was acknowledged. */
export interface Done {
  readonly key: string;
  /** Where it was not in the first site. */
  readonly site?: string;
  readonly contract: string;
  readonly by: string;
  /** What the receipt is of, as the ledger names it. */
  readonly record: string;
  readonly receipt: Receipt;
}

export class Checkpoint {
  private constructor(
    private readonly file: number,
    readonly heading: Heading,
    readonly done: readonly Done[],
    /** There was a run before this one. */
    readonly isResumed: boolean,
  ) {}

  static begin(path: string, heading: Heading): Checkpoint {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const checkpoint = new Checkpoint(openSync(path, 'ax', 0o600), heading, [], false);
    checkpoint.write(heading);
    return checkpoint;
  }

  static resume(path: string): Checkpoint | undefined {
    if (!existsSync(path)) return undefined;
    const text = readFileSync(path, 'utf8');
    // Whatever follows the last line break was cut short by the end of the process that wrote it.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole === '') return undefined;
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
    const [heading, ...lines] = whole.trimEnd().split('\n');
    const done = lines.map((line) => JSON.parse(line) as Done);
    return new Checkpoint(openSync(path, 'a', 0o600), JSON.parse(heading!) as Heading, done, true);
  }

  /** On its way to the disk before the next step begins. */
  write(line: Heading | Done): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** The codes of a run's sites, in the order of the rehearsal. */
export function siteCodes({ site }: Pick<Heading, 'site'>, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? site : site + String.fromCharCode('a'.charCodeAt(0) + index),
  );
}

/** One site's part of a checkpoint. */
export class Page {
  readonly done: ReadonlyMap<string, Done>;

  constructor(
    private readonly checkpoint: Checkpoint,
    readonly site: string,
  ) {
    const { heading, done } = checkpoint;
    const own = done.filter((one) => (one.site ?? heading.site) === site);
    this.done = new Map(own.map((one) => [one.key, one]));
  }

  get isResumed(): boolean {
    return this.checkpoint.isResumed;
  }

  write(done: Omit<Done, 'site'>): void {
    const isFirst = this.site === this.checkpoint.heading.site;
    this.checkpoint.write(isFirst ? done : { ...done, site: this.site });
  }
}
