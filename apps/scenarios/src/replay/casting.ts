/** Who sits where the plan names only a seat: asked of the system once the team is authorized. */
import { readTeam } from '@xuncha/contracts';
import { teamIdOf } from '@xuncha/domain-kit';
import { seatOf, type Seat } from '../year/seats.js';
import type { Client } from './client.js';
import type { Ledger } from './ledger.js';
import { NotYet } from './refusal.js';
import type { SiteRehearsal } from './rehearsal.js';

const order = ['leader', 'deputy', 'member', 'liaison'] as const;

export class Casting {
  /** The people of a team by their seats. */
  private readonly teams = new Map<string, Promise<readonly string[]>>();
  private people: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly client: Client,
    private readonly ledger: Ledger,
    private readonly rehearsal: Pick<SiteRehearsal, 'people' | 'registrar'>,
  ) {}

  /** A person is themselves. */
  async personIn(by: string): Promise<string> {
    const seat = seatOf(by);
    if (!seat) return by;
    const name = `${seat.round}:${seat.designation}`;
    const known = this.teams.get(name) ?? this.seated(seat);
    this.teams.set(name, known);
    known.catch(() => this.teams.delete(name));
    return (await known)[seat.index]!;
  }

  private async seated({ round, designation }: Seat): Promise<readonly string[]> {
    const teamId = teamIdOf(this.ledger.get(`round:${round}`).id, designation);
    const { members } = await this.client.ask(readTeam, { teamId }, this.rehearsal.registrar);
    return members
      .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
      .map(({ accountId }) => this.personWith(accountId));
  }

  private personWith(accountId: string | null): string {
    this.people ??= new Map(
      this.rehearsal.people.map(({ key }) => [this.ledger.get(`account:${key}`).id, key]),
    );
    const person = accountId === null ? undefined : this.people.get(accountId);
    if (person === undefined) throw new NotYet('a team has no accounts yet');
    return person;
  }
}
