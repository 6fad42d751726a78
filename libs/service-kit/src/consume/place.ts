/**
 * The stream of one source as one consumer reads it: finds or makes the durable that all its replicas share, notices when broker or
 * stream are not what they were, and says how far everything is applied.
 */
import { createHash } from 'node:crypto';
import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstream,
  jetstreamManager,
  type Consumer,
  type ConsumerConfig,
  type ConsumerInfo,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { filterOf, streamName } from '../envelope.js';
import type { Runtime } from '../runtime.js';
import type { Cursor } from './cursor.js';
import type { Reading } from './listener.js';

/** Unacknowledged messages go to another replica after this time, unless this one says that it is still at work. */
export const ACK_WAIT_MS = 6_000;
/** Over all replicas together. */
const MOST_UNACKNOWLEDGED = 5_000;
/** The broker forgets a durable that nobody has used for so long; then the stream is read from its beginning. */
const FORGOTTEN_AFTER_MS = 7 * 24 * 3_600_000;

/** Stream or durable are gone or made again. */
export class PlaceLost extends Error {}

export interface Position {
  /** Everything up to here is applied or held. */
  readonly ordinal: number;
  /** Published for this consumer and not applied yet. */
  readonly lag: number;
}

export class Place {
  private constructor(
    private readonly manager: JetStreamManager,
    readonly consumer: Consumer,
    private readonly stream: StreamInfo,
    private readonly durable: ConsumerInfo,
  ) {}

  /**
   * Undefined where there is nothing to read from: no stream yet, or one that begins later than what is applied here. The source fills
   * it from there when it learns of our ordinal.
   */
  static async open(runtime: Runtime, reading: Reading, cursor: Cursor): Promise<Place | undefined> {
    const manager = await jetstreamManager(runtime.nats, { checkAPI: false });
    const stream = await findStream(manager, streamName(runtime.config.prefix, reading.source));
    if (!stream || firstOrdinal(stream) > cursor.ordinal + 1) return undefined;
    const config = durableConfig(runtime, reading, cursor, stream);
    const durable = await manager.consumers.add(stream.config.name, config);
    const consumer = jetstream(runtime.nats).consumers.getConsumerFromInfo(durable);
    return new Place(manager, consumer, stream, durable);
  }

  /** Where all of the stream is still to come: the ordinal before its first; undefined once anything was delivered. */
  get before(): number | undefined {
    return this.durable.delivered.consumer_seq === 0 ? firstOrdinal(this.stream) - 1 : undefined;
  }

  /** Epoch of the last event in the stream; undefined where it holds none. */
  async epoch(): Promise<number | undefined> {
    const { config, state } = this.stream;
    if (state.messages === 0) return undefined;
    const message = await this.manager.streams.getMessage(config.name, { seq: state.last_seq });
    return message ? Number(message.header.get('ce-epoch')) : undefined;
  }

  /** Throws PlaceLost where this is not the stream any more that was opened. */
  async look(): Promise<Position> {
    const stream = await findStream(this.manager, this.stream.config.name);
    if (stream?.created !== this.stream.created) throw new PlaceLost('the stream was made again');
    const durable = await this.durableInfo();
    const lag = durable.num_pending + durable.num_ack_pending;
    // What lies behind the last message for us is not ours: with nothing left to do, all that the stream held is applied.
    const applied = lag === 0 ? stream.state.last_seq : durable.ack_floor.stream_seq;
    return { ordinal: Math.max(applied, firstOrdinal(stream) - 1), lag };
  }

  private async durableInfo(): Promise<ConsumerInfo> {
    try {
      return await this.manager.consumers.info(this.durable.stream_name, this.durable.name);
    } catch (error) {
      if (hasCode(error, JetStreamApiCodes.ConsumerNotFound)) throw new PlaceLost('the durable is gone');
      throw error;
    }
  }
}

/** One for all replicas that read the same aggregates, in the same generation, of the same stream; any other is another durable. */
function durableConfig(
  { service, epoch, config }: Runtime,
  { consumer, source, aggregates }: Reading,
  { generation }: Cursor,
  { created }: StreamInfo,
): Partial<ConsumerConfig> {
  const settings = {
    filter_subjects: aggregates.map((aggregate) => filterOf(config.prefix, source, aggregate)),
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
    deliver_policy: DeliverPolicy.All,
    max_ack_pending: MOST_UNACKNOWLEDGED,
    max_deliver: -1,
    inactive_threshold: nanos(FORGOTTEN_AFTER_MS),
  };
  // Our own epoch is part of it: restored from a backup, this service has lost effects whose events it had acknowledged.
  const identity = JSON.stringify([settings, generation, epoch, created]);
  const mark = createHash('sha256').update(identity).digest('hex').slice(0, 10);
  return { ...settings, durable_name: `${service}-${consumer}-${mark}`.replaceAll(/[^\w-]/g, '_') };
}

async function findStream(manager: JetStreamManager, name: string): Promise<StreamInfo | undefined> {
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if (hasCode(error, JetStreamApiCodes.StreamNotFound)) return undefined;
    throw error;
  }
}

/** A message's sequence in the stream is its ordinal. */
function firstOrdinal({ state }: StreamInfo): number {
  return state.messages === 0 ? state.last_seq + 1 : state.first_seq;
}

const hasCode = (error: unknown, code: number) => error instanceof JetStreamApiError && error.code === code;
