/** What a trial does to the broker from outside: deliver everything again, and slip in what no relay wrote. */
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';

const copied = 30;

/** Without its durables the broker no longer knows what was acknowledged; consumers make them anew, and all of it comes again. */
export function deliverAgain(url, prefix) {
  return withStreams(url, prefix, async (manager, stream) => {
    for await (const consumer of manager.consumers.list(stream)) {
      await manager.consumers.delete(stream, consumer.name);
    }
  });
}

/** The same messages once more, at the end of their streams: delivered twice, late and out of order. */
export function republish(url, prefix) {
  return withStreams(url, prefix, async (manager, stream, connection) => {
    const { state } = await manager.streams.info(stream);
    const first = Math.max(state.first_seq, state.last_seq - copied + 1);
    const messages = [];
    for (let sequence = first; state.messages > 0 && sequence <= state.last_seq; sequence += 1) {
      const message = await manager.streams.getMessage(stream, { seq: sequence });
      if (message) messages.push(message);
    }
    // All at once: the relay makes the stream again as soon as it sees the first.
    for (const { subject, data, header } of messages)
      connection.publish(subject, data, { headers: plain(header) });
    await connection.flush();
  });
}

/** Without what the relay told the broker about its batch. */
function plain(stored) {
  const copy = headers();
  for (const name of stored.keys()) if (!name.startsWith('Nats-')) copy.set(name, stored.get(name));
  return copy;
}

async function withStreams(url, prefix, work) {
  const { host, username: user, password: pass } = new URL(url);
  const connection = await connect({ servers: host, user, pass });
  try {
    const manager = await jetstreamManager(connection);
    for await (const { config } of manager.streams.list()) {
      if (config.name.startsWith(`${prefix}-`)) await work(manager, config.name, connection);
    }
  } finally {
    await connection.close();
  }
}
