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
  readonly site: string;
  /** Of the plan's text: another plan cannot be continued. */
  readonly plan: string;
  /** Every password of this run follows from it. */
  readonly secret: string;
}
/** One command that was acknowledged. */
export interface Done {
  readonly key: string;
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
    readonly done: ReadonlyMap<string, Done>,
    /** There was a run before this one. */
    readonly isResumed: boolean,
  ) {}

  static begin(path: string, heading: Heading): Checkpoint {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const checkpoint = new Checkpoint(openSync(path, 'ax', 0o600), heading, new Map(), false);
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
    const byKey = new Map(done.map((one) => [one.key, one]));
    return new Checkpoint(openSync(path, 'a', 0o600), JSON.parse(heading!) as Heading, byKey, true);
  }

  /** On its way to the disk before the next step begins. */
  write(line: Heading | Done): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
  }

  close(): void {
    closeSync(this.file);
  }
}
