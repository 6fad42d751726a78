/** How a step of a plan is said in the words of the contracts. */
import type { CommandContract, In, Out, QueryContract } from '@xuncha/contracts';
import type { Client } from './client.js';
import type { Ledger, Made } from './ledger.js';
import { NotYet } from './refusal.js';

/** One command, and what its receipt is of. */
export interface Move {
  readonly contract: CommandContract;
  readonly input: In<CommandContract>;
  readonly record: string;
  /** With what was answered beside the receipt, before the step counts as done. */
  readonly after?: (answer: unknown) => Promise<void>;
}

export function move<C extends CommandContract>(contract: C, input: In<C>, record: string): Move {
  return { contract, input, record };
}

/** What whoever takes a step knows and can look up. */
export class Turn {
  constructor(
    private readonly client: Client,
    private readonly ledger: Ledger,
    private readonly by: string,
  ) {}

  /** A record that an earlier step made. */
  made(record: string): Made {
    return this.ledger.get(record);
  }

  account(person: string): string {
    return this.made(`account:${person}`).id;
  }

  organization(key: string): string {
    return this.made(`organization:${key}`).id;
  }

  /** The code of a site of the same rehearsal. */
  site(key: string): string {
    return this.ledger.site(key);
  }

  ask<C extends QueryContract>(contract: C, input: In<C>): Promise<Out<C>> {
    return this.client.ask(contract, input, this.by);
  }

  /** A record that a service made by itself when it heard of an earlier step. */
  async found(record: string, look: () => Promise<Made | undefined>): Promise<Made> {
    const known = this.ledger.find(record);
    if (known) return known;
    const found = await look();
    if (!found) throw new NotYet(`${record} is not there yet`);
    return this.ledger.note(record, found);
  }
}
