// Every user of an installation does at a real broker what its contracts say, and tries everything else.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { allContracts, askedBy, askedByGateway, heardByAll, neighbours } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { eventually, startOwnBroker, type OwnBroker } from '@xuncha/testing';
import { call } from '../calls/protocol.js';
import type { Config } from '../config.js';
import { controlSubject, heldSubject } from '../consume/controls-protocol.js';
import { Inbox } from '../consume/inbox.js';
import { Place } from '../consume/place.js';
import { streamName, type Envelope } from '../envelope.js';
import { stateSubject } from '../journal/state-proof.js';
import { Metrics } from '../metrics.js';
import { healthSubject, metricsSubject } from '../ops/operations.js';
import { Stream } from '../relay/stream.js';
import { progressSubject } from '../relay/subscribers.js';
import { makeLog } from '../log.js';
import { Runtime, wakeSubject } from '../runtime.js';
import { brokerAuthorization } from './authorization.js';
import { connectBroker } from './connect.js';
import { inboxPrefix } from './identity.js';
import { GATEWAY, OPERATOR } from './permissions.js';

const prefix = 'tperm';
const services = Object.keys(neighbours);
const users = [...services, GATEWAY, OPERATOR];
const callables = allContracts().filter(
  (contract) => contract.kind === 'command' || contract.kind === 'query',
);
const folder = mkdtempSync(join(tmpdir(), 'xuncha-permissions-'));
const keyFolder = join(folder, 'keys');

let broker: OwnBroker;
let config: Config;
const connections = new Map<string, NatsConnection>();
const violations = new Map<string, string[]>();
const as = (user: string) => connections.get(user)!;
const hearsOf = (service: string) => [...new Set([...heardByAll, ...neighbours[service]!.hears])];
const asksOf = (user: string) =>
  user === OPERATOR ? [] : user === GATEWAY ? askedByGateway() : askedBy(user);

beforeAll(async () => {
  broker = await startOwnBroker(brokerAuthorization(prefix, keyFolder));
  const natsUrl = `nats://${new URL(broker.url).host}`;
  config = { natsUrl, mysqlUrl: '', prefix, dataFolder: folder, keyFolder };
  for (const user of users) {
    const nats = await connectBroker(config, user);
    connections.set(user, nats);
    violations.set(user, []);
    void note(nats, violations.get(user)!);
  }
  for (const service of services) {
    const stream = await Stream.open(as(service), prefix, service);
    await stream.make(1);
    await stream.append([eventOf(service)]);
    serve(service);
  }
});
afterAll(async () => {
  for (const nats of connections.values()) await nats.close();
  await broker.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function note(nats: NatsConnection, into: string[]): Promise<void> {
  for await (const status of nats.status())
    if (status.type === 'error' && status.error instanceof PermissionViolationError)
      into.push(`${status.error.operation} ${status.error.subject}`);
}

/** An event of the service, as its relay writes it. */
function eventOf(service: string): Envelope<string> {
  return {
    id: newId(),
    source: service,
    type: `${service}.thing.done`,
    site: '330381',
    aggregateId: newId(),
    version: 1,
    classification: 'internal',
    actor: null,
    effective: '2026-03-02',
    time: '2026-03-02T01:00:00.000Z',
    causation: null,
    correlation: newId(),
    traceparent: null,
    epoch: 1,
    number: 1,
    ordinal: 1,
    body: '{}',
  };
}

/** Answers at every door of a running service. */
function serve(service: string): void {
  const group = [`${prefix}-call.${service}.>`, heldSubject(prefix), controlSubject(prefix, service), stateSubject(prefix, service)]; // oxfmt-ignore
  for (const subject of group)
    as(service).subscribe(subject, { queue: service, callback: (_, message) => void message.respond('{}') });
  const each = [progressSubject(prefix, service), healthSubject(prefix), metricsSubject(prefix)];
  for (const subject of each)
    as(service).subscribe(subject, { callback: (_, message) => void message.respond('{}') });
}

const runtimeOf = (service: string) =>
  new Runtime(
    service,
    config,
    { db: undefined as never, nats: as(service) },
    { log: makeLog(service), metrics: new Metrics(service) },
  );

describe('what its contracts say works:', () => {
  test.each(services)('%s is called back by its own commits', async (service) => {
    let calls = 0;
    as(service).subscribe(wakeSubject(prefix, service), { callback: () => void calls++ });
    runtimeOf(service).committed();
    await eventually(() => calls === 1);
  });

  test.each(services)('%s reads every stream that it hears, and acknowledges', async (service) => {
    for (const source of hearsOf(service)) {
      for (const aggregates of [['thing'], ['thing', 'another']]) {
        const reading = { consumer: 'main', source, aggregates, handlers: new Map() };
        const cursor = { generation: 1, epoch: 1, ordinal: 0, clearing: false };
        const place = (await Place.open(runtimeOf(service), reading, cursor))!;
        const inbox = new Inbox(place.consumer);
        const [message] = await inbox.take();
        message!.working();
        message!.ack();
        inbox.settled(message!);
        await eventually(async () => (await place.look()).lag === 0);
        expect(await place.epoch()).toBe(1);
        await inbox.close();
        inbox.abandon();
      }
    }
  });

  test.each(services)('%s tells the services that it hears how far it is', async (service) => {
    for (const source of hearsOf(service)) {
      const answer = await as(service).request(progressSubject(prefix, source), '{}', { timeout: 5_000 });
      expect(answer.string()).toBe('{}');
    }
  });

  test.each([...services, GATEWAY])('%s asks what it says it asks, and is answered', async (user) => {
    for (const contract of asksOf(user)) expect(await call(as(user), prefix, contract, {}, {})).toEqual({});
  });

  test('the operator and the gateway ask of every service what operations ask', async () => {
    const asked: [string, string][] = [
      [GATEWAY, healthSubject(prefix)],
      [GATEWAY, metricsSubject(prefix)],
      [OPERATOR, heldSubject(prefix)],
      ...services.map((service): [string, string] => [OPERATOR, controlSubject(prefix, service)]),
      ...services.map((service): [string, string] => [OPERATOR, stateSubject(prefix, service)]),
    ];
    for (const [user, subject] of asked)
      expect((await as(user).request(subject, '', { timeout: 5_000 })).string()).toBe('{}');
  });

  test('the gateway hears of a site from every service', async () => {
    const heard: string[] = [];
    as(GATEWAY).subscribe(`${prefix}.*.330381.>`, { callback: (_, { subject }) => void heard.push(subject) });
    await as(GATEWAY).flush();
    for (const service of services) as(service).publish(`${prefix}.${service}.330381.thing.done`, '{}');
    await eventually(() => heard.length === services.length);
  });

  test('none of it was refused', () => {
    expect(Object.fromEntries([...violations].filter(([, refused]) => refused.length > 0))).toEqual({});
  });
});

/** What a thief with the key of a user would publish: to every other service and stream, and beyond the installation. */
function forbiddenToPublish(user: string): string[] {
  const others = services.filter((service) => service !== user);
  const heard = services.includes(user) ? hearsOf(user) : [];
  const asks = asksOf(user).map(({ name }) => name);
  const ops = (service: string) => (user === OPERATOR ? [] : [controlSubject(prefix, service), stateSubject(prefix, service)]); // oxfmt-ignore
  return [
    ...callables.filter(({ name }) => !asks.includes(name)).map(({ name }) => `${prefix}-call.${name}`),
    ...others.flatMap((other) => [
      `${prefix}.${other}.330381.thing.done`,
      wakeSubject(prefix, other),
      `${inboxPrefix(prefix, other)}.guessed.1`,
      ...ops(other),
      ...['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'MSG.DELETE', 'SNAPSHOT', 'RESTORE'].map((verb) => `$JS.API.STREAM.${verb}.${streamName(prefix, other)}`),
      `$JS.API.CONSUMER.DELETE.${streamName(prefix, other)}.${other}-main`,
      `$JS.API.CONSUMER.LIST.${streamName(prefix, other)}`,
      ...(heard.includes(other)
        ? []
        : [
            progressSubject(prefix, other),
            ...['STREAM.INFO', 'STREAM.MSG.GET', 'DIRECT.GET'].map((verb) => `$JS.API.${verb}.${streamName(prefix, other)}`),
            `$JS.API.CONSUMER.CREATE.${streamName(prefix, other)}.mine`,
            `$JS.API.CONSUMER.DURABLE.CREATE.${streamName(prefix, other)}.mine`,
            `$JS.API.CONSUMER.MSG.NEXT.${streamName(prefix, other)}.mine`,
            `$JS.ACK.${streamName(prefix, other)}.mine.1.1.1.1.0`,
          ]),
    ]),
    '$JS.API.STREAM.NAMES',
    '$JS.API.STREAM.LIST',
    '$JS.API.STREAM.CREATE.thief',
    '$JS.API.INFO',
    '$SYS.REQ.SERVER.PING',
    'elsewhere.planning.330381.round.approved',
    ...(user === GATEWAY ? [] : [healthSubject(prefix), metricsSubject(prefix)]),
    ...(user === OPERATOR ? [] : [heldSubject(prefix)]),
  ]; // oxfmt-ignore
}

/** What it would listen to. */
function forbiddenToSubscribe(user: string): string[] {
  const others = [...services, GATEWAY, OPERATOR].filter((other) => other !== user);
  return [
    '>',
    '_INBOX.>',
    `${prefix}-inbox.>`,
    `${prefix}-call.>`,
    `${prefix}-call.${user}.>`,
    '$JS.API.>',
    '$SYS.>',
    heldSubject(prefix),
    ...others.flatMap((other) => [
      `${inboxPrefix(prefix, other)}.>`,
      `${prefix}-call.${other}.>`,
      ...(user === GATEWAY ? [] : [`${prefix}.${other}.>`]),
      wakeSubject(prefix, other),
      progressSubject(prefix, other),
      controlSubject(prefix, other),
      stateSubject(prefix, other),
    ]),
  ];
}

describe('everything else is refused by the broker:', () => {
  test.each(users)('%s publishes to none of the subjects that are not its own', async (user) => {
    const tried = forbiddenToPublish(user);
    for (const subject of tried) as(user).publish(subject, '{}');
    await as(user).flush();
    const refused = () => violations.get(user)!;
    await eventually(() => refused().length >= tried.length);
    expect(tried.filter((subject) => !refused().includes(`publish ${subject}`))).toEqual([]);
  });

  test.each(users)('%s listens to none of the subjects that are not its own', async (user) => {
    const tried = forbiddenToSubscribe(user);
    const refused = new Set<string>();
    for (const subject of tried)
      as(user).subscribe(subject, { callback: (error) => void (error && refused.add(subject)) });
    await as(user).flush();
    expect(tried.filter((subject) => !refused.has(subject))).toEqual([]);
  });

  test('a service is not in the queue group of another', async () => {
    const refused = new Set<string>();
    const subject = `${prefix}-call.planning.>`;
    for (const queue of ['onsite', 'thief'])
      as('planning').subscribe(subject, { queue, callback: (error) => void (error && refused.add(queue)) });
    await as('planning').flush();
    expect([...refused]).toEqual(['onsite', 'thief']);
  });

  test('who has no key, or a key that the broker does not know, is not let in and told what to do', async () => {
    const stranger = { ...config, keyFolder: join(folder, 'strange') };
    await expect(connectBroker(stranger, 'planning')).rejects.toThrow(
      /does not let planning in.*broker-users/,
    );
    brokerAuthorization(prefix, stranger.keyFolder);
    await expect(connectBroker(stranger, 'planning')).rejects.toThrow(/does not let planning in/);
  });
});
