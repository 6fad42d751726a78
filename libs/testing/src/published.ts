/** What a running system has said, read off the broker by somebody who is none of its services. */
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import {
  configFromEnvironment,
  connectBroker,
  fromMessage,
  streamName,
  type Envelope,
} from '@xuncha/service-kit';

const AT_ONCE = 1_000;
const PATIENCE_MS = 2_000;

/** Every event of these services in all sites, from the first on, in the order in which each service published its own. */
export async function publishedEvents(
  env: NodeJS.ProcessEnv,
  services: readonly string[],
): Promise<Envelope[]> {
  const config = configFromEnvironment(env);
  const nats = await connectBroker(config, 'test');
  try {
    const events: Envelope[] = [];
    for (const service of services)
      events.push(...(await streamOf(nats, streamName(config.prefix, service))));
    return events;
  } finally {
    await nats.close();
  }
}

async function streamOf(nats: NatsConnection, stream: string): Promise<Envelope[]> {
  const manager = await jetstreamManager(nats);
  const { state } = await manager.streams.info(stream);
  const consumer = await jetstream(nats).consumers.get(stream);
  const events: Envelope[] = [];
  while (events.length < state.messages) {
    const before = events.length;
    // No more than there are: for what is missing a batch waits until its time is over.
    const wanted = Math.min(AT_ONCE, state.messages - before);
    const batch = await consumer.fetch({ max_messages: wanted, expires: PATIENCE_MS });
    for await (const message of batch) events.push(fromMessage(message));
    if (events.length === before) throw new Error(`${stream} gave ${before} of ${state.messages} events`);
  }
  return events;
}
