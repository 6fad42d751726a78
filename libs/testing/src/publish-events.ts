/** A source service of which there is nothing but its stream: events as a relay would publish them, in whatever order a test wants. */
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { idFrom, newId, type Id } from '@xuncha/domain-kit';
import { streamName, subjectOf, toHeaders, type Envelope } from '@xuncha/service-kit';

/** What a test says of an event; the rest is made up. `of` names the aggregate; the same name is the same aggregate. */
export interface Told {
  readonly of: string;
  readonly version: number;
  readonly type?: string;
  readonly epoch?: number;
  readonly body?: Record<string, unknown>;
}

const AT_ONCE = 100;

export class SourceUnderTest {
  private ordinal = 0;

  constructor(
    private readonly nats: NatsConnection,
    readonly prefix: string,
    readonly service = 'source',
  ) {}

  get stream(): string {
    return streamName(this.prefix, this.service);
  }

  /** The stream anew and empty, beginning at an ordinal, as the relay makes it. */
  async make(first = 1): Promise<void> {
    const { streams } = await this.manager();
    await streams.delete(this.stream).catch(() => false);
    await streams.add({
      name: this.stream,
      subjects: [`${this.prefix}.${this.service}.>`],
      storage: 'file',
      first_seq: first,
    });
    this.ordinal = first - 1;
  }

  async manager() {
    return jetstreamManager(this.nats, { checkAPI: false });
  }

  id(of: string): Id {
    return idFrom(this.prefix, of);
  }

  /** One after the other, all stored when it returns. */
  async publish(...told: readonly Told[]): Promise<void> {
    for (let start = 0; start < told.length; start += AT_ONCE) {
      await Promise.all(told.slice(start, start + AT_ONCE).map((each) => this.store(this.event(each))));
    }
  }

  private async store(event: Envelope): Promise<void> {
    const options = { headers: toHeaders(event), timeout: 2_000 };
    const ack = await this.nats.request(subjectOf(this.prefix, event), JSON.stringify(event.body), options);
    const { error } = ack.json<{ error?: { description: string } }>();
    if (error) throw new Error(error.description);
  }

  private event({ of, version, type = 'record.changed', epoch = 1, body = {} }: Told): Envelope {
    this.ordinal += 1;
    return {
      id: newId(),
      source: this.service,
      type: `${this.service}.${type}`,
      site: '330381',
      aggregateId: this.id(of),
      version,
      classification: 'internal',
      actor: null,
      effective: '2026-03-02',
      time: '2026-03-02T01:00:00.000Z',
      causation: null,
      correlation: newId(),
      traceparent: null,
      epoch,
      number: this.ordinal,
      ordinal: this.ordinal,
      body,
    };
  }
}
