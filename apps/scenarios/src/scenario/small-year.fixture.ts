/**
 * The small year of Ruian that the tests of a run share, played through the public API by whoever asks first: cut off on its way, as if
 * the process had been killed before it had the last answers, and continued. Whatever is told in it that the rules call sealed is a secret.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { eventually } from '@xuncha/testing';
import type { Heading } from '../replay/checkpoint.js';
import type { Line } from '../replay/comparison.js';
import type { Installation } from '../replay/installation.js';
import { played } from '../replay/played.js';
import { rehearseRuian2017 } from '../ruian-2017/rehearsal.js';
import { withSecrets } from './theft.fixture.js';

const choice = { replay: 'ruian-2017', seed: 1, scale: 0.05, isFresh: false };
const mark = () => randomBytes(10).toString('hex').toUpperCase();
/** What stands in everything sealed, and in something open, of a year that this process played. */
export const marks = { secret: mark(), open: mark() };
const rehearsal = rehearseRuian2017(choice, (plan) => withSecrets(plan, marks));
const enough = 600;
const forgotten = 25;
/** What it tells on its way would only be in the way here. */
const out = new Writable({ write: (_chunk, _encoding, done) => done() });

export interface SmallYear extends Heading {
  /** Its figures beside the published ones, as they are now. */
  readonly figures: readonly Line[];
}

export async function smallYear(installation: Installation): Promise<SmallYear> {
  const file = new CheckpointFile(join(installation.dataFolder, 'replay'));
  if (!file.isThere) {
    const stop = new AbortController();
    const first = played(choice, installation, { stop: stop.signal, out }, rehearsal).then(
      () => 'ended',
      (error: unknown) => error,
    );
    await eventually(() => file.isThere && file.lines.length > enough, 180_000);
    stop.abort();
    if ((await first) === 'ended') throw new Error('the year ended before it could be cut off');
    file.forget(forgotten);
  }
  const { signal } = new AbortController();
  const figures = await played(choice, installation, { stop: signal, out }, rehearsal);
  return { ...(JSON.parse(file.lines[0]!) as Heading), figures };
}

class CheckpointFile {
  constructor(private readonly folder: string) {}

  get isThere(): boolean {
    return this.path !== undefined;
  }

  get lines(): string[] {
    return readFileSync(this.path!, 'utf8').trimEnd().split('\n');
  }

  /** The last answers. */
  forget(count: number): void {
    writeFileSync(this.path!, `${this.lines.slice(0, -count).join('\n')}\n`);
  }

  private get path(): string | undefined {
    const names = existsSync(this.folder) ? readdirSync(this.folder) : [];
    const name = names.find((file) => file.startsWith(`r-${choice.replay}-${choice.seed}-`));
    return name && join(this.folder, name);
  }
}
