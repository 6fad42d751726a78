/**
 * Keeps the stream equal to the sealed journal: publishes what is missing at its end, and makes it again where it is not the
 * stream it was. The broker is disposable; what the stream should hold is known here alone.
 */
import { idFromBytes } from '@xuncha/domain-kit';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.js';
import { eventOf } from './event.js';
import type { Lease } from './lease.js';
import type { SealedRow } from './sealer.js';
import { BrokerTrouble, type Stream, type StreamState } from './stream.js';

/** What table `relay` says of the stream. */
interface Mark {
  created: string | null;
  first: number;
  published: number;
}

export class Publisher {
  private sound = false;
  private trouble: string | undefined;

  private constructor(
    private readonly lease: Lease,
    private readonly stream: Stream,
    private readonly watch: { service: string; log: Logger; metrics: Metrics },
    private mark: Mark,
  ) {}

  static async resume(
    lease: Lease,
    stream: Stream,
    watch: { service: string; log: Logger; metrics: Metrics },
  ) {
    const [mark] = await lease.query<Mark>(
      `SELECT stream_created AS created, first_ordinal AS first, published FROM relay`,
    );
    return new Publisher(lease, stream, watch, mark!);
  }

  /** Not from the first trouble until the stream was looked at again. */
  get isSound(): boolean {
    return this.sound;
  }
  /** Everything up to here is stored. */
  get published(): number {
    return this.mark.published;
  }
  get first(): number {
    return this.mark.first;
  }
  get streamCreated(): string | null {
    return this.mark.created;
  }

  /** Looks at the stream and makes it again where anything was lost. `sealed` is the last ordinal there is. */
  async check(sealed: number): Promise<void> {
    await this.guarded(async () => {
      const state = await this.stream.look();
      const loss = this.lossIn(state, sealed) ?? (await this.intruderIn(state!));
      if (loss) {
        if (this.mark.created) this.watch.log.warn({ stream: this.stream.name, loss }, 'stream lost');
        await this.remake(sealed);
      } else {
        // Ahead of the mark where a leader died between publishing and recording.
        this.mark.published = state!.last;
      }
      this.sound = true;
      this.trouble = undefined;
    });
  }

  /** Makes the stream again from the lowest ordinal that any subscriber still needs; from the first where none is known. */
  async refill(sealed: number): Promise<void> {
    await this.guarded(() => this.remake(sealed));
  }

  /** Stores rows that follow those published; no longer sound where the broker did not say that it has them. */
  async publish(rows: readonly SealedRow[]): Promise<void> {
    await this.guarded(async () => {
      await this.stream.append(rows.map((row) => eventOf(this.watch.service, row)));
      this.mark.published = rows.at(-1)!.ordinal;
    });
  }

  private lossIn(state: StreamState | undefined, sealed: number): string | undefined {
    const { created, first, published } = this.mark;
    if (!state) return 'there is no stream';
    if (state.created !== created) return 'it is another stream';
    if (!state.atomic) return 'atomic batches were switched off';
    if (state.last < published) return `it ends at ${state.last}, ${published} was published`;
    if (state.last > sealed) return `it ends at ${state.last}, ${sealed} is sealed`;
    if (state.messages !== state.last - first + 1)
      return `it holds ${state.messages} from ${first} to ${state.last}`;
    return undefined;
  }

  /** Beyond what is on record stands what a leader published before it died, or what no leader wrote. The last message tells. */
  private async intruderIn({ last }: StreamState): Promise<string | undefined> {
    if (last <= this.mark.published) return undefined;
    const [row] = await this.lease.query<{ id: Buffer }>(
      'SELECT j.id FROM seal s JOIN journal j USING (position) WHERE s.ordinal = ?',
      [last],
    );
    const isOurs = row && (await this.stream.eventAt(last)) === idFromBytes(row.id);
    return isOurs ? undefined : `what stands at ${last} is not what is sealed`;
  }

  private async remake(sealed: number): Promise<void> {
    // A leader that was replaced meanwhile must not take the stream from its successor.
    const lowest = await this.lease.hold((manager) =>
      manager.query(`SELECT MIN(ordinal) AS ordinal FROM subscriber`),
    );
    // Who claims to have applied more than was published has counted messages of somebody else.
    const first = Math.min(lowest[0].ordinal ?? 0, sealed, this.mark.published) + 1;
    const { created } = await this.stream.make(first);
    if (this.mark.created) this.watch.metrics.streamRefills.inc();
    this.mark = { created, first, published: first - 1 };
    await this.lease.hold(async (manager) => {
      // Until they have read the new stream, nobody is believed to be further than its beginning.
      await manager.query('UPDATE subscriber SET ordinal = LEAST(ordinal, ?)', [first - 1]);
      await manager.query(
        'UPDATE relay SET stream_created = ?, first_ordinal = ?, published = ? WHERE id = 1',
        [created, first, first - 1],
      );
    });
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.sound = false;
      if (!(error instanceof BrokerTrouble)) throw error;
      if (error.message !== this.trouble)
        this.watch.log.warn({ trouble: error.message }, 'broker in trouble');
      this.trouble = error.message;
    }
  }
}
