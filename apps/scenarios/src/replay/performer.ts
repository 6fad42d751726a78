/** Takes steps: finds the words, sends the command, keeps the receipt; waits where another service has to hear of something first. */
import { Receipt } from '@xuncha/contracts';
import type { Page } from './checkpoint.js';
import type { Client } from './client.js';
import type { Ledger } from './ledger.js';
import { Turn, type Move } from './move.js';
import { ARRIVAL, Patience } from './patience.js';
import { NotYet, Refusal } from './refusal.js';

/** Refusals that end by themselves once an event has arrived: rights, records of another service, a clock. */
const ARRIVING: ReadonlySet<string> = new Set([
  'access.denied',
  'record.unknown',
  'site.unknown',
  'date.in-future',
]);

/** A step with the key that its command has, in every attempt and every run. */
export interface Task {
  readonly key: string;
  readonly by: string;
  /** Further refusals that end by themselves. */
  readonly waitsFor?: readonly string[];
  readonly move: (turn: Turn) => Promise<Move> | Move;
}

export class Performer {
  private readonly finished: Set<string>;

  constructor(
    private readonly client: Client,
    private readonly ledger: Ledger,
    private readonly page: Page,
    private readonly tell: (text: string) => void,
  ) {
    this.finished = new Set(page.done.keys());
    for (const { record, receipt } of page.done.values()) ledger.note(record, receipt);
  }

  isDone({ key }: Pick<Task, 'key'>): boolean {
    return this.finished.has(key);
  }

  async perform(task: Task): Promise<void> {
    if (this.isDone(task)) return;
    const patience = new Patience(ARRIVAL, (text) => this.tell(`${task.key} ${text}`));
    const turn = new Turn(this.client, this.ledger, task.by);
    for (;;) {
      try {
        await this.attempt(task, turn);
        this.finished.add(task.key);
        return;
      } catch (error) {
        if (this.isStale(error)) continue;
        if (!isArriving(error, task)) throw new Error(`${task.key} by ${task.by}`, { cause: error });
        await patience.wait(error as Error);
      }
    }
  }

  private async attempt({ key, by, move }: Task, turn: Turn): Promise<void> {
    const { contract, input, record, after } = await move(turn);
    const idempotencyKey = `${this.page.site}/${key}`;
    try {
      const answer = await this.client.command(contract, input, { by, key: idempotencyKey });
      const receipt = Receipt.parse(answer);
      await after?.(answer);
      this.ledger.note(record, receipt);
      this.page.write({ key, contract: contract.name, by, record, receipt });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'record.stale')
        this.ledger.note(record, { id: String(error.facts.id), version: Number(error.facts.current) });
      if (!this.wasDoneBefore(error)) throw error;
      // Only a change of a record that was there can have seen another version; a run after this one asks no more.
      const receipt = this.ledger.get(record);
      this.page.write({ key, contract: contract.name, by, record, receipt });
    }
  }

  /** An earlier run was killed before it had the answer; it had seen another version of the record. */
  private wasDoneBefore(error: unknown): boolean {
    return this.page.isResumed && error instanceof Refusal && error.code === 'request.key-reused';
  }

  /** Somebody else's step changed the record as well; nothing in a plan depends on not having seen that. */
  private isStale(error: unknown): boolean {
    return error instanceof Refusal && error.code === 'record.stale';
  }
}

function isArriving(error: unknown, { waitsFor = [] }: Task): boolean {
  if (error instanceof NotYet) return true;
  return error instanceof Refusal && (ARRIVING.has(error.code) || waitsFor.includes(error.code));
}
