/** One replay from beginning to end: sets its sites up, plays day by day, compares. */
import { Api } from './api.js';
import { siteCodes, type Checkpoint } from './checkpoint.js';
import { compare, type Line } from './comparison.js';
import type { Day } from './days.js';
import { Doors } from './doors.js';
import { FiguresPage } from './figures-page.js';
import type { Installation } from './installation.js';
import type { Performer, Task } from './performer.js';
import { pooled } from './pool.js';
import { Progress, type Teller } from './progress.js';
import { untilQuiet } from './quiet.js';
import type { Rehearsal } from './rehearsal.js';
import { Stage } from './stage.js';

/** How a run is watched over: what stops it, and where it tells how far it is. */
export interface Conduct {
  readonly stop: AbortSignal;
  readonly out: Teller;
}

/** Tasks side by side: enough to keep two cores busy, too few to crowd out anybody. */
const AT_ONCE = 20;

/** Tasks that follow one another, and who takes them. */
interface Part {
  readonly performer: Performer;
  readonly tasks: readonly Task[];
}

export class Run {
  private readonly api: Api;
  private readonly stages: readonly Stage[];
  private readonly progress: Progress;
  private readonly stop: AbortSignal;

  constructor(
    installation: Installation,
    private readonly rehearsal: Rehearsal,
    checkpoint: Checkpoint,
    { stop, out }: Conduct,
  ) {
    this.stop = stop;
    this.api = new Api(installation.address);
    const codes = siteCodes(checkpoint.heading, rehearsal.sites.length);
    const sites = new Map(rehearsal.sites.map(({ key }, index) => [key, codes[index]!]));
    const tell = (text: string) => this.progress.say(text);
    const doors = new Doors(this.api, installation);
    const theatre = { api: this.api, doors, checkpoint, sites, tell };
    this.stages = rehearsal.sites.map((site) => new Stage(site, theatre));
    const done = this.stages.flatMap(({ days, performer, rehearsal: { finale } }) =>
      [...days.flatMap(({ runs }) => runs.flat()), ...(finale?.tasks ?? [])].map((task) =>
        performer.isDone(task),
      ),
    );
    this.progress = new Progress(done.length, done.filter(Boolean).length, out);
  }

  /** Answers the comparison, figure by figure. */
  async toTheEnd(): Promise<Line[]> {
    for (const stage of this.stages) {
      await stage.setUp((tasks) => pooled(tasks, this.atOnce, (task) => stage.performer.perform(task)));
    }
    // A search for teams does not wait for the register.
    await this.untilQuiet();
    await this.play();
    await this.untilQuiet();
    await this.playFinale();
    const { expected, later } = this.rehearsal;
    const [{ client, rehearsal: first }] = this.stages as [Stage, ...Stage[]];
    const page = new FiguresPage(client, first.registrar, { from: first.from, to: first.until });
    return compare(expected, later, await page.read(Object.keys(expected)));
  }

  private async play(): Promise<void> {
    const days = [...new Set(this.stages.flatMap((stage) => stage.days.map(({ on }) => on)))].sort();
    for (const on of days) await this.playDay(on);
    await this.reach(this.stages, this.rehearsal.sites[0]!.until);
  }

  private async playDay(on: Day['on']): Promise<void> {
    const acting = this.stages
      .map((stage) => ({ stage, runs: stage.undone(on) }))
      .filter(({ runs }) => runs.length > 0);
    if (acting.length === 0) return;
    this.progress.reach(on);
    const stages = acting.map(({ stage }) => stage);
    await Promise.all(stages.map(({ clock }) => clock.advanceTo(on)));
    await this.sideBySide(
      acting.flatMap(({ stage: { performer }, runs }) => runs.map((tasks) => ({ performer, tasks }))),
    );
    await Promise.all(stages.map(({ clock }) => clock.firedUntil(on)));
  }

  private async reach(stages: readonly Stage[], on: Day['on']): Promise<void> {
    await Promise.all(
      stages.map(async ({ clock }) => {
        await clock.advanceTo(on);
        await clock.firedUntil(on);
      }),
    );
  }

  /** What sites tell one another at the end of the year. */
  private async playFinale(): Promise<void> {
    const parts = this.stages.flatMap(({ performer, rehearsal: { finale } }) =>
      finale ? [{ performer, tasks: finale.tasks }] : [],
    );
    if (parts.length === 0) return;
    await this.sideBySide(parts);
    await this.untilQuiet();
  }

  private async untilQuiet(): Promise<void> {
    this.progress.say('waiting until every event has had its effect');
    await untilQuiet(this.api, (text) => this.progress.say(text));
  }

  private get atOnce() {
    return { atOnce: AT_ONCE, stop: this.stop };
  }

  private sideBySide(parts: readonly Part[]): Promise<void> {
    return pooled(parts, this.atOnce, (part) => this.follow(part));
  }

  private async follow({ performer, tasks }: Part): Promise<void> {
    for (const task of tasks) {
      if (this.stop.aborted || performer.isDone(task)) continue;
      await performer.perform(task);
      this.progress.step();
    }
  }
}
