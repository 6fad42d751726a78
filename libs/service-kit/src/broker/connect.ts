/** The connection of a service, the gateway or an operator to the broker: as a user of their own, and over TLS where a CA is named. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuthorizationError,
  connect,
  type NatsConnection,
  type NodeConnectionOptions,
} from '@nats-io/transport-node';
import type { Config } from '../config.js';
import { isTlsTrouble, tlsOptions, tlsTrouble } from '../tls.js';
import { authenticatorOf, inboxPrefix } from './identity.js';

type Wanted = Pick<Config, 'natsUrl' | 'prefix' | 'keyFolder' | 'tlsCa'>;
const AGAIN_MS = 250;

/**
 * `user` is a name of `brokerUsers`, whose key is used; a user within the address goes before it. Waits for a broker that is not there
 * yet; refuses one that does not let us in, or cannot prove who it is.
 */
export async function connectBroker(config: Wanted, user: string): Promise<NatsConnection> {
  const options = optionsFor(config, user);
  for (;;) {
    try {
      return await connect(options);
    } catch (error) {
      if (error instanceof AuthorizationError) throw refusedBy(config, user, error);
      if (isTlsTrouble(error)) throw tlsTrouble(error, 'the broker', config.tlsCa);
    }
    await sleep(AGAIN_MS);
  }
}

function optionsFor({ natsUrl, prefix, keyFolder, tlsCa }: Wanted, user: string): NodeConnectionOptions {
  const address = new URL(natsUrl);
  const authenticator = address.username ? undefined : authenticatorOf(keyFolder, user);
  return {
    servers: address.host,
    ...(address.username
      ? { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) }
      : {}),
    ...(authenticator ? { authenticator } : {}),
    ...(tlsCa === undefined ? {} : { tls: tlsOptions(tlsCa, address.hostname) }),
    name: user,
    inboxPrefix: inboxPrefix(prefix, user),
    maxReconnectAttempts: -1,
    reconnectTimeWait: AGAIN_MS,
    pingInterval: 5_000,
    maxPingOut: 3,
  };
}

function refusedBy({ natsUrl }: Wanted, user: string, cause: unknown): Error {
  return new Error(
    `the broker at ${new URL(natsUrl).host} does not let ${user} in: give it the users that \`npm run broker-users\` prints, ` +
      'or name one user for all in XC_NATS_URL',
    { cause },
  );
}
