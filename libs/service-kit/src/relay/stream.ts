/**
 * The JetStream stream of one service. It is made to begin at an ordinal, so that a message's sequence is its ordinal for as
 * long as the journal lives, however often the stream is made again. That is what makes a late writer harmless: the broker
 * refuses a batch unless the message before it is there, and what it lets pass is what belongs there anyway.
 */
import {
  jetstreamManager,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nuid, type NatsConnection } from '@nats-io/transport-node';
import { streamName, subjectOf, toHeaders, type Envelope } from '../envelope.js';

const OLDEST_SERVER = [2, 12] as const;
/** Up to so many messages are stored sooner one by one than as a batch, which takes 2 ms more by itself (measured on 2.15). */
const FEW = 8;
const ANSWER_MS = 2000;
const ACK_MS = 3000;

/** The broker is away or answered something unexpected; nothing is known of the stream until it was looked at again. */
export class BrokerTrouble extends Error {}

export interface StreamState {
  /** Instant of making, which tells one stream from another of the same name. */
  created: string;
  /** Ordinal of the last message; one less than the first while it is empty. */
  last: number;
  messages: number;
  atomic: boolean;
}

export class Stream {
  private constructor(
    private readonly nats: NatsConnection,
    private readonly manager: JetStreamManager,
    private readonly names: { prefix: string; service: string },
  ) {}

  /** Refuses a server too old for atomic batches: it would pass over the setting in silence. */
  static async open(nats: NatsConnection, prefix: string, service: string): Promise<Stream> {
    refuseOldServer(nats.info?.version ?? '0.0');
    const manager = await jetstreamManager(nats, { checkAPI: false, timeout: ANSWER_MS });
    return new Stream(nats, manager, { prefix, service });
  }

  get name(): string {
    return streamName(this.names.prefix, this.names.service);
  }

  /** Undefined where there is none. */
  async look(): Promise<StreamState | undefined> {
    return troubled(async () => {
      try {
        return stateOf(await this.manager.streams.info(this.name));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    });
  }

  /** Id of the event that stands there; undefined where the message is none. */
  async eventAt(sequence: number): Promise<string | undefined> {
    return troubled(async () => {
      const message = await this.manager.streams.getMessage(this.name, { seq: sequence });
      return message?.header?.get('ce-id');
    });
  }

  /** Makes the stream anew, empty, to begin at this ordinal. */
  async make(first: number): Promise<StreamState> {
    return troubled(async () => {
      await this.manager.streams.delete(this.name).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
      const info = await this.manager.streams.add({
        name: this.name,
        subjects: [`${this.names.prefix}.${this.names.service}.>`],
        storage: 'file',
        allow_atomic: true,
        first_seq: first,
      });
      const state = stateOf(info);
      if (!state.atomic || info.config.storage !== 'file' || state.last !== first - 1) {
        throw new Error(
          `nats-server ${this.nats.info?.version} did not apply the settings of stream ${this.name}`,
        );
      }
      return state;
    });
  }

  /** Stores events of consecutive ordinals, and each only right after the one before it. */
  async append(events: readonly Envelope<string>[]): Promise<void> {
    return troubled(async () => {
      const ack = await this.send(events);
      if (ack.error) throw new Error(ack.error.description);
      if (ack.seq !== events.at(-1)!.ordinal) throw new Error(`stored up to ${ack.seq}, which was not meant`);
    });
  }

  /**
   * Every message of a few names the one before it, and a batch is stored whole or not at all: either way the answer to the last
   * speaks for all. The client's own batches wait for an answer to their first message and lose the reason of a refusal.
   */
  private async send(events: readonly Envelope<string>[]): Promise<Ack> {
    const batch = events.length > FEW ? nuid.next() : undefined;
    const messages = events.map((event, index) => {
      const headers = toHeaders(event);
      if (index === 0 || !batch) headers.set('Nats-Expected-Last-Sequence', String(event.ordinal - 1));
      if (batch) {
        headers.set('Nats-Batch-Id', batch);
        headers.set('Nats-Batch-Sequence', String(index + 1));
      }
      return { subject: subjectOf(this.names.prefix, event), body: event.body, headers };
    });
    const last = messages.pop();
    if (!last) throw new Error('nothing to publish');
    for (const { subject, body, headers } of messages) this.nats.publish(subject, body, { headers });
    if (batch) last.headers.set('Nats-Batch-Commit', '1');
    const answer = await this.nats.request(last.subject, last.body, {
      headers: last.headers,
      timeout: ACK_MS,
    });
    return answer.json<Ack>();
  }
}

interface Ack {
  seq?: number;
  error?: { description: string };
}

function stateOf(info: Awaited<ReturnType<JetStreamManager['streams']['info']>>): StreamState {
  const { last_seq: last, messages } = info.state;
  return { created: info.created, last, messages, atomic: info.config.allow_atomic === true };
}

function isMissing(error: unknown): boolean {
  return error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;
}

async function troubled<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new BrokerTrouble((error as Error).message, { cause: error });
  }
}

function refuseOldServer(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor >= OLDEST_SERVER[1])) return;
  throw new Error(
    `nats-server ${version} has no atomic batches and ignores the settings for them in silence; ` +
      `${OLDEST_SERVER.join('.')} or newer is needed`,
  );
}
