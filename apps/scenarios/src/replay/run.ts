/** One replay from beginning to end: sets up, plays day by day, compares. */
import { Api } from './api.js';
import type { Checkpoint } from './checkpoint.js';
import { Client, type Account } from './client.js';
import { compare, type Line } from './comparison.js';
import { daysOf, type Day } from './days.js';
import { FiguresPage } from './figures-page.js';
import { demonstrationAccount, type Installation } from './installation.js';
import { Ledger } from './ledger.js';
import { KEEPER, OPERATOR, passwordFrom } from './passwords.js';
import { Performer, type Task } from './performer.js';
import { pooled } from './pool.js';
import { Progress, type Teller } from './progress.js';
import { untilQuiet } from './quiet.js';
import type { Rehearsal } from './rehearsal.js';
import { SettingUp } from './setting.js';
import { SiteClock } from './site-clock.js';

/** How a run is watched over: what stops it, and where it tells how far it is. */
export interface Conduct {
  readonly stop: AbortSignal;
  readonly out: Teller;
}

/** Tasks side by side: enough to keep two cores busy, too few to crowd out anybody. */
const AT_ONCE = 20;

export class Run {
  private readonly api: Api;
  private readonly client: Client;
  private readonly performer: Performer;
  private readonly ledger = new Ledger();
  private readonly days: readonly Day[];
  private readonly progress: Progress;
  private readonly stop: AbortSignal;

  constructor(
    installation: Installation,
    private readonly rehearsal: Rehearsal,
    private readonly checkpoint: Checkpoint,
    { stop, out }: Conduct,
  ) {
    this.stop = stop;
    this.days = daysOf(rehearsal.courses);
    const keys = this.days.flatMap(({ runs }) => runs.flat());
    const before = keys.filter(({ key }) => checkpoint.done.has(key)).length;
    this.progress = new Progress(keys.length, before, out);
    const tell = (text: string) => this.progress.say(text);
    this.api = new Api(installation.address);
    this.client = new Client(this.api, accounts(installation, checkpoint), tell);
    this.performer = new Performer(this.client, this.ledger, checkpoint, tell);
  }

  /** Answers the comparison, figure by figure. */
  async toTheEnd(): Promise<Line[]> {
    await this.setUp();
    await this.play();
    this.progress.say('waiting until every event has had its effect');
    await untilQuiet(this.api, (text) => this.progress.say(text));
    const { expected, later, registrar, from, until } = this.rehearsal;
    const page = new FiguresPage(this.client, registrar, { from, to: until });
    return compare(expected, later, await page.read(Object.keys(expected)));
  }

  private async setUp(): Promise<void> {
    const { rehearsal, checkpoint, performer, client, ledger } = this;
    const { site, secret } = checkpoint.heading;
    const keeper = {
      key: KEEPER,
      name: '演示系统管理员',
      grants: [{ role: 'systemAdministrator' as const }],
    };
    const setting = {
      ...rehearsal,
      site: { code: site, name: `${rehearsal.name}复盘`, abbreviation: rehearsal.abbreviation },
      people: [keeper, ...rehearsal.people],
    };
    this.progress.say(`site ${site}: ${setting.people.length} people, ${this.days.length} days`);
    const settingUp = new SettingUp(setting, performer, client, ledger);
    await settingUp.run(
      (person) => passwordFrom(secret, person),
      (tasks) => this.sideBySide(tasks, (task) => performer.perform(task)),
    );
  }

  private async play(): Promise<void> {
    const tell = (text: string) => this.progress.say(text);
    const clock = new SiteClock(this.performer, this.client, KEEPER, tell);
    for (const { on, runs } of this.days) {
      if (runs.flat().every((task) => this.performer.isDone(task))) continue;
      this.progress.reach(on);
      await clock.advanceTo(on);
      await this.sideBySide(runs, (run) => this.follow(run));
      await clock.firedUntil(on);
    }
    await clock.advanceTo(this.rehearsal.until);
    await clock.firedUntil(this.rehearsal.until);
  }

  private async follow(run: readonly Task[]): Promise<void> {
    for (const task of run) {
      if (this.stop.aborted || this.performer.isDone(task)) continue;
      await this.performer.perform(task);
      this.progress.step();
    }
  }

  private sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    return pooled(items, { atOnce: AT_ONCE, stop: this.stop }, work);
  }
}

/** The operator's account is the installation's, everybody else's is of this run. */
function accounts(installation: Installation, { heading }: Checkpoint): (person: string) => Account {
  return (person) => {
    if (person === OPERATOR) return demonstrationAccount(installation, 'systemAdministrator');
    return { site: heading.site, account: person, password: passwordFrom(heading.secret, person) };
  };
}
