/**
 * What each user of the broker may publish and subscribe to, read off the contracts: its own stream and calls, the streams it hears,
 * the contracts it asks, and nothing else (decisions/0012).
 */
import { askedBy, askedByGateway, heardByAll, neighbours, type Callable } from '@xuncha/contracts';
import { controlSubject, heldSubject } from '../consume/controls-protocol.js';
import { callSubject, streamName } from '../envelope.js';
import { exportSubject } from '../journal/export/export-door.js';
import { stateSubject } from '../journal/state-proof.js';
import { healthSubject, metricsSubject } from '../ops/operations.js';
import { progressSubject } from '../relay/subscribers.js';
import { wakeSubject } from '../runtime.js';
import { replicasSubject, siteKeySubject } from '../sealing/rotation-protocol.js';
import { inboxPrefix } from './identity.js';

export interface Permissions {
  readonly publish: readonly string[];
  /** `subject queue` where only members of that queue group may. */
  readonly subscribe: readonly string[];
  /** Whether it may answer, once, whoever asked it. */
  readonly answers: boolean;
}

/** Whoever runs the command line programs: lists what is held back, replays, rebuilds, verifies. */
export const OPERATOR = 'operator';
export const GATEWAY = 'gateway';

/** Every user of an installation by name: the services, the gateway, the operator. */
export function brokerUsers(prefix: string): Map<string, Permissions> {
  const services = Object.keys(neighbours).map((name) => [name, serviceMay(prefix, name)] as const);
  return new Map([...services, [GATEWAY, gatewayMay(prefix)], [OPERATOR, operatorMay(prefix)]]);
}

function serviceMay(prefix: string, service: string): Permissions {
  const { hears } = neighbours[service]!;
  const sources = [...new Set([...heardByAll, ...hears])];
  return {
    publish: [
      `${prefix}.${service}.>`,
      wakeSubject(prefix, service),
      ...calls(prefix, askedBy(service)),
      ...keeping(streamName(prefix, service)),
      ...sources.map((source) => progressSubject(prefix, source)),
      ...sources.flatMap((source) => reading(streamName(prefix, source))),
    ],
    subscribe: [
      ownInbox(prefix, service),
      wakeSubject(prefix, service),
      progressSubject(prefix, service),
      healthSubject(prefix),
      metricsSubject(prefix),
      `${callSubject(prefix, service)}.> ${service}`,
      `${heldSubject(prefix)} ${service}`,
      `${controlSubject(prefix, service)} ${service}`,
      `${stateSubject(prefix, service)} ${service}`,
      `${exportSubject(prefix, service)} ${service}`,
      `${exportSubject(prefix, service)}.*`,
      replicasSubject(prefix),
      `${siteKeySubject(prefix, service)} ${service}`,
    ],
    answers: true,
  };
}

/** Asks for whoever calls, hears what changes, answers nobody. */
function gatewayMay(prefix: string): Permissions {
  return {
    publish: [...calls(prefix, askedByGateway()), healthSubject(prefix), metricsSubject(prefix)],
    subscribe: [ownInbox(prefix, GATEWAY), `${prefix}.*.*.>`],
    answers: false,
  };
}

function operatorMay(prefix: string): Permissions {
  const each = Object.keys(neighbours);
  return {
    publish: [
      heldSubject(prefix),
      ...each.map((service) => controlSubject(prefix, service)),
      ...each.map((service) => stateSubject(prefix, service)),
      ...each.flatMap((service) => [exportSubject(prefix, service), `${exportSubject(prefix, service)}.*`]),
      replicasSubject(prefix),
      ...each.map((service) => siteKeySubject(prefix, service)),
    ],
    subscribe: [ownInbox(prefix, OPERATOR)],
    answers: false,
  };
}

const ownInbox = (prefix: string, user: string) => `${inboxPrefix(prefix, user)}.>`;
const calls = (prefix: string, asks: readonly Callable[]) =>
  asks.map(({ name }) => callSubject(prefix, name));

/** The relay makes its own stream, and looks at it. */
function keeping(stream: string): string[] {
  return ['INFO', 'CREATE', 'DELETE', 'MSG.GET'].map((verb) => `$JS.API.STREAM.${verb}.${stream}`);
}

/** A consumer makes its durable on a stream, reads and acknowledges. */
function reading(stream: string): string[] {
  return [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.STREAM.MSG.GET.${stream}`,
    `$JS.API.CONSUMER.DURABLE.CREATE.${stream}.*`,
    `$JS.API.CONSUMER.INFO.${stream}.*`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
    `$JS.ACK.${stream}.>`,
  ];
}
