/** Starts one service: schema, connections, Nest application, relay, consumers, deadlines; and stops it so that nothing is lost. */
import 'reflect-metadata';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestMicroservice } from '@nestjs/common';
import type { LookContracts } from '@xuncha/contracts';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { ACCESS_TABLES, AccessProjection } from '../access/projection.js';
import { Tokens } from '../access/tokens.js';
import { connectBroker } from '../broker/connect.js';
import { Calls } from '../calls/calls.js';
import { KeyKeeper } from '../calls/key-keeper.js';
import { RethrowFilter } from '../calls/rethrow.filter.js';
import { KitTransport } from '../calls/transport.js';
import type { Config } from '../config.js';
import { ContentStore } from '../content/content-store.js';
import { Consumers } from '../consume/consumers.js';
import { openDatabase, type Migration } from '../database.js';
import { Checkpoints } from '../journal/checkpoints.js';
import { ExportDoor } from '../journal/export/export-door.js';
import { recordControllers } from '../journal/record.js';
import { Refusals, RefusalRow, RefusalStore } from '../journal/refusals.js';
import { StateProof, type AnyStore } from '../journal/state-proof.js';
import { LookRow } from '../look/look.js';
import { lookControllers } from '../look/look-queries.js';
import { Looks } from '../look/looks.js';
import { Witness } from '../look/witness.js';
import { Metrics } from '../metrics.js';
import { Operations } from '../ops/operations.js';
import { Relay } from '../relay/relay.js';
import { makeLog } from '../log.js';
import { Runtime } from '../runtime.js';
import { SearchFill } from '../search/fill.js';
import { SiteKeys } from '../sealing/site-keys.js';
import { Store } from '../store/store.js';
import { DeadlineTicker } from '../time/deadlines.js';
import { siteClockControllers } from '../time/site-clock.js';

export interface ServiceDefinition {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly rows: readonly EntityTarget<ObjectLiteral>[];
  /** Classes with `@Handles`, `@Listens` and `@OnRung` methods. */
  readonly controllers: readonly Type[];
  /** Stores and whatever else the controllers ask for. */
  readonly providers?: readonly Provider[];
  /** Tables of consumers that are projections and can be rebuilt, by consumer name. */
  readonly projections?: Readonly<Record<string, readonly string[]>>;
  /** How looks are kept; needed by every service that shows what is restricted or sealed. */
  readonly looks?: LookContracts;
  /** Runs once everything is connected, before the doors open; for seeding. */
  readonly prepare?: (app: INestMicroservice, runtime: Runtime) => Promise<void>;
}

export interface RunningService {
  readonly name: string;
  readonly runtime: Runtime;
  stop(): Promise<void>;
}

@Module({})
class ServiceRoot {}

export async function startService(definition: ServiceDefinition, config: Config): Promise<RunningService> {
  const runtime = await openRuntime(definition, config);
  const tokens = new Tokens(config.keyFolder);
  const refused = new RefusalStore(definition.name);
  const refusals = new Refusals(runtime, tokens, refused);
  const looks = definition.looks && new Looks(definition.looks);
  const watch = { refusals, witness: new Witness(runtime, looks) };
  const transport = new KitTransport(runtime, new Calls(runtime, tokens, watch));
  const app = await NestFactory.createMicroservice(rootModule(definition, runtime, { tokens, looks }), {
    strategy: transport,
    logger: ['error', 'warn'],
  });
  app.useGlobalFilters(new RethrowFilter());
  await app.listen();
  const relay = new Relay(runtime);
  const consumers = new Consumers(runtime, transport.listeners(), {
    projections: { access: ACCESS_TABLES, ...definition.projections },
  });
  const checkpoints = new Checkpoints(runtime);
  const own = [refused, ...(looks ? [looks] : [])] as unknown as AnyStore[];
  const stores = [...storesOf(definition, app), ...own];
  const beside = [
    new DeadlineTicker(runtime, transport.rungHandlers()),
    new Operations(runtime),
    new KeyKeeper(runtime),
    new SiteKeys(runtime),
    new StateProof(runtime, stores),
    new ExportDoor(runtime, stores),
    new SearchFill(runtime, stores),
  ];
  await relay.start();
  await definition.prepare?.(app, runtime);
  consumers.start();
  for (const part of [...beside, refusals, checkpoints]) part.start();
  transport.serve();
  // The broker has heard of every door before anybody hears that the service is up.
  await runtime.nats.flush();
  runtime.log.info('service is up');
  const parts = [...beside, transport, consumers, refusals, relay, checkpoints];
  const stop = () => stopAll(runtime, parts, app);
  return { name: definition.name, runtime, stop };
}

/** Schema and connections. */
async function openRuntime(definition: ServiceDefinition, config: Config): Promise<Runtime> {
  const log = makeLog(definition.name);
  const nats = await connectBroker(config, definition.name);
  const db = await openDatabase({
    adminUrl: config.mysqlUrl,
    tlsCa: config.tlsCa,
    prefix: config.prefix,
    service: definition.name,
    migrations: definition.migrations,
    rows: [...definition.rows, RefusalRow, LookRow],
    keyFolder: config.keyFolder,
  });
  const runtime = new Runtime(
    definition.name,
    config,
    { db, nats },
    { log, metrics: new Metrics(definition.name) },
  );
  runtime.epoch = await readEpoch(db);
  return runtime;
}

/** Doors first, then what works in the background, then the connections. */
async function stopAll(
  runtime: Runtime,
  parts: readonly { stop?(): Promise<void> | void; close?(): Promise<void> | void }[],
  app: INestMicroservice,
): Promise<void> {
  for (const part of parts) await (part.stop ? part.stop() : part.close?.());
  await app.close();
  await runtime.nats.drain().catch(() => undefined);
  await runtime.db.destroy();
  runtime.log.info('service is down');
}

function rootModule(
  definition: ServiceDefinition,
  runtime: Runtime,
  { tokens, looks }: { tokens: Tokens; looks: Looks | undefined },
): DynamicModule {
  return {
    module: ServiceRoot,
    controllers: [
      AccessProjection,
      ...siteClockControllers(definition.name),
      ...recordControllers(runtime),
      ...lookControllers(definition.looks),
      ...definition.controllers,
    ],
    providers: [
      { provide: Runtime, useValue: runtime },
      { provide: Tokens, useValue: tokens },
      ...(looks ? [{ provide: Looks, useValue: looks }] : []),
      { provide: ContentStore, useValue: runtime.contents },
      ...(definition.providers ?? []),
    ],
  };
}

function storesOf({ providers = [] }: ServiceDefinition, app: INestMicroservice): AnyStore[] {
  const classes = providers.filter((provider) => typeof provider === 'function');
  return classes.map((provider) => app.get(provider)).filter((it) => it instanceof Store);
}

async function readEpoch(db: DataSource): Promise<number> {
  const rows = (await db.query('SELECT epoch FROM relay WHERE id = 1')) as { epoch: number }[];
  return rows[0]!.epoch;
}
