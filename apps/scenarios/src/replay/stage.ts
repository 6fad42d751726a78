/** One site of a run: the people who act there, what is known of its records, and its clock. */
import type { Api } from './api.js';
import { Casting } from './casting.js';
import { Page, type Checkpoint } from './checkpoint.js';
import { Client } from './client.js';
import { daysOf, type Day } from './days.js';
import type { Account, Doors } from './doors.js';
import { Ledger } from './ledger.js';
import { KEEPER, OPERATOR, passwordFrom } from './passwords.js';
import { Performer, type Task } from './performer.js';
import type { SiteRehearsal } from './rehearsal.js';
import { SettingUp } from './setting.js';
import { SiteClock } from './site-clock.js';

/** What all sites of a run share. */
export interface Theatre {
  readonly api: Api;
  readonly doors: Doors;
  readonly checkpoint: Checkpoint;
  /** The codes of the sites, by what the rehearsal calls them. */
  readonly sites: ReadonlyMap<string, string>;
  readonly tell: (text: string) => void;
}
export type Many = (tasks: readonly Task[]) => Promise<void>;

export class Stage {
  readonly days: readonly Day[];
  readonly client: Client;
  readonly performer: Performer;
  readonly clock: SiteClock;
  private readonly ledger: Ledger;
  private readonly casting: Casting;
  private readonly code: string;

  constructor(
    readonly rehearsal: SiteRehearsal,
    private readonly theatre: Theatre,
  ) {
    const { api, doors, checkpoint, sites, tell } = theatre;
    this.code = sites.get(rehearsal.key)!;
    this.days = daysOf(rehearsal.courses);
    this.ledger = new Ledger(sites);
    this.client = new Client(api, doors, (by) => this.accountOf(by), tell);
    this.casting = new Casting(this.client, this.ledger, rehearsal);
    this.performer = new Performer(this.client, this.ledger, new Page(checkpoint, this.code), tell);
    this.clock = new SiteClock(this.performer, this.client, KEEPER, tell);
  }

  async setUp(many: Many): Promise<void> {
    const { rehearsal, performer, client, ledger, theatre } = this;
    const setting = {
      ...rehearsal,
      site: { code: this.code, name: `${rehearsal.name}复盘`, abbreviation: rehearsal.abbreviation },
    };
    theatre.tell(`site ${this.code}: ${setting.people.length} people, ${this.days.length} days`);
    const settingUp = new SettingUp(setting, performer, client, ledger);
    await settingUp.run(many);
  }

  /** The tasks of that day that were not all done in an earlier run. */
  undone(on: Day['on']): readonly (readonly Task[])[] {
    const runs = this.days.find((day) => day.on === on)?.runs ?? [];
    return runs.filter((run) => run.some((task) => !this.performer.isDone(task)));
  }

  /** The operator's account is the installation's, everybody else's is of this run. */
  private async accountOf(by: string): Promise<Account> {
    const { doors, checkpoint } = this.theatre;
    if (by === OPERATOR) return doors.demonstration('systemAdministrator');
    const account = await this.casting.personIn(by);
    return { site: this.code, account, password: passwordFrom(checkpoint.heading.secret, account) };
  }
}
