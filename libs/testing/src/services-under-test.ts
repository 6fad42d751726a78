/**
 * Runs services as production does, on the real database and broker, under a prefix and a data folder of their own; asks them by
 * their contracts as people with the roles a test gives. Who may do what is written straight into the services' own projections of
 * identity's events: identity need not run, and its events are tested where they are made.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { CommandContract, FileRef, In, Out, QueryContract, Role } from '@xuncha/contracts';
import { DomainError, idToBytes, newId, type Facts, type Id } from '@xuncha/domain-kit';
import {
  call,
  configFromEnvironment,
  connectBroker,
  connectDatabase,
  ContentStore,
  controlSubject,
  schemaName,
  startService,
  streamName,
  Tokens,
  type CallContext,
  type Config,
  type Control,
  type Replies,
  type RunningService,
  type ServiceDefinition,
} from '@xuncha/service-kit';
import type mysql from 'mysql2/promise';
import { Publisher } from './publisher.js';
import { standInNames } from './stand-in-names.js';

/** An account of a test, signed in. */
export interface Person {
  readonly account: Id;
  readonly site: string;
  readonly token: string;
}
export interface Limits {
  readonly site?: string;
  readonly organizationId?: Id;
  readonly teamId?: Id;
}
export interface Refused {
  readonly code: string;
  readonly facts: Facts;
}
type Callable = CommandContract | QueryContract;

/** Starts the services in the order given. `prefix` and `folder` of the running ones are in `config`. */
export async function startServices(
  definitions: readonly ServiceDefinition[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServicesUnderTest> {
  process.env.XC_LOG_LEVEL ??= 'error';
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-test-'));
  const prefix = `t${randomBytes(5).toString('hex')}`;
  const config = configFromEnvironment({
    ...process.env,
    XC_PREFIX: prefix,
    XC_DATA: folder,
    ...environment,
  });
  const admin = await connectDatabase(config);
  const nats = await connectBroker(config, 'test');
  const system = new ServicesUnderTest(config, admin, nats);
  try {
    for (const definition of definitions) await system.start(definition);
    await system.openSite({ code: system.site });
  } catch (error) {
    await system.stop();
    throw error;
  }
  return system;
}

export class ServicesUnderTest {
  /** A live site that exists from the start; tests that need fresh ground open their own. */
  readonly site = `s${randomBytes(4).toString('hex')}`;
  private readonly running: RunningService[] = [];
  /** What `everywhere` did so far, for services that start later. */
  private readonly told: [sql: string, values: readonly unknown[]][] = [];
  private readonly tokens: Tokens;

  constructor(
    readonly config: Config,
    private readonly admin: mysql.Connection,
    readonly nats: NatsConnection,
  ) {
    this.tokens = new Tokens(config.keyFolder);
  }

  /** Once more for a service that runs starts a replica of it. */
  async start(definition: ServiceDefinition): Promise<RunningService> {
    const isNew = !this.names.has(definition.name);
    const service = await startService(definition, this.config);
    this.running.push(service);
    if (isNew) for (const [sql, values] of this.told) await this.tell(service.name, sql, values);
    return service;
  }

  /** Stands in for a service that does not run: what it is told to publish goes through a journal and relay of its own. */
  async publisher(name: string): Promise<Publisher> {
    const controllers = standInNames[name] ?? [];
    const service = await this.start({ name, migrations: [], rows: [], controllers });
    return new Publisher(service.runtime);
  }

  /** With a clock it is a rehearsal site and stands at that instant. */
  async openSite(options: { code?: string; clock?: string; abbreviation?: string } = {}): Promise<string> {
    const code = options.code ?? `s${randomBytes(4).toString('hex')}`;
    const clock = options.clock === undefined ? null : new Date(options.clock);
    await this.everywhere('INSERT IGNORE INTO {schema}.site VALUES (?, ?, ?, ?, NULL)', [
      code,
      clock ? 'rehearsal' : 'live',
      options.abbreviation ?? '试',
      clock,
    ]);
    return code;
  }

  /** Sets the clock of a rehearsal site in every service; their deadlines follow by themselves. */
  async setClock(site: string, clock: string): Promise<void> {
    await this.everywhere('UPDATE {schema}.site SET clock = ? WHERE code = ?', [new Date(clock), site]);
  }

  /** A new account with one role, perhaps limited; `grant` gives more. */
  async person(role: Role, limits: Limits = {}): Promise<Person> {
    const site = limits.site ?? this.site;
    const account = newId();
    const person = { account, site, token: this.tokenFor(account, site) };
    await this.grant(person, role, limits);
    return person;
  }

  tokenFor(account: Id, site: string, seconds = 3600): string {
    return this.tokens.sign({ sub: account, site, exp: Math.floor(Date.now() / 1000) + seconds });
  }

  async grant(person: Person, role: Role, limits: Limits = {}): Promise<void> {
    const { organizationId, teamId } = limits;
    const columns = 'id, site, account_id, role, organization_id, team_id';
    await this.everywhere(`INSERT INTO {schema}.access_grant (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, [
      idToBytes(newId()),
      limits.site ?? person.site,
      idToBytes(person.account),
      role,
      organizationId ? idToBytes(organizationId) : null,
      teamId ? idToBytes(teamId) : null,
    ]);
  }

  /** Whether every running service has heard of this person's grants. */
  async knows(person: Person): Promise<boolean> {
    for (const name of this.names) {
      const sql = 'SELECT 1 FROM access_grant WHERE site = ? AND account_id = ?';
      const rows = await this.look(name, sql, [person.site, idToBytes(person.account)]);
      if (rows.length === 0) return false;
    }
    return true;
  }

  async recuse(person: Person, organizationId: Id): Promise<void> {
    const values = [newId(), person.account, organizationId].map(idToBytes);
    await this.everywhere('INSERT INTO {schema}.access_recusal VALUES (?, ?, ?, ?)', [
      values[0],
      person.site,
      values[1],
      values[2],
    ]);
  }

  /** A file as the gateway leaves it, and what a command of theirs names it by. */
  async upload(
    content: string | Buffer,
    named: Pick<FileRef, 'name' | 'mediaType'>,
    by: Person,
  ): Promise<FileRef> {
    const store = new ContentStore(this.config);
    const bytes = Buffer.from(content as string);
    const pass = { chunk: () => undefined, end: () => undefined };
    const stored = await store.write(Readable.from([bytes]), { maxBytes: bytes.length, pass });
    const file = { ...named, ...stored };
    await store.noteUploader(by, file);
    return file;
  }

  /** The answer of the service that owns the contract; a refusal is thrown. */
  async ask<C extends Callable>(
    contract: C,
    input: In<C>,
    as: Person | null,
    context: CallContext = {},
  ): Promise<Out<C>> {
    const who = as ? { token: as.token, site: as.site } : {};
    const answer = call(this.nats, this.config.prefix, contract, input, { ...who, ...context });
    return contract.output.parse(await answer.catch(withFacts)) as Out<C>;
  }

  /** The refusal that the call meets; fails where it succeeds. The input may be wrong on purpose. */
  async refusal(
    contract: Callable,
    input: unknown,
    as: Person | null,
    context: CallContext = {},
  ): Promise<Refused> {
    const refused = await this.ask(contract, input as never, as, context).then(
      () => null,
      (error: unknown) => error,
    );
    if (refused instanceof DomainError) return { code: refused.code, facts: refused.facts };
    throw refused ?? new Error(`${contract.name} was not refused`);
  }

  /** Looks into one service's schema, for what no contract tells. */
  async look<R = Record<string, unknown>>(
    service: string,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<R[]> {
    await this.admin.query(`USE \`${schemaName(this.config.prefix, service)}\``);
    return (await this.admin.query(sql, values as unknown[]))[0] as R[];
  }

  /** Types of what the journal says about an aggregate, oldest first. */
  async history(service: string, aggregateId: Id): Promise<string[]> {
    const sql = 'SELECT type FROM journal WHERE aggregate_id = ? ORDER BY version';
    const rows = await this.look<{ type: string }>(service, sql, [idToBytes(aggregateId)]);
    return rows.map((row) => row.type);
  }

  /** What operations ask of a service's consumers. */
  async control<C extends Control>(service: string, control: C): Promise<Replies[C['do']]> {
    const subject = controlSubject(this.config.prefix, service);
    const answer = await this.nats.request(subject, JSON.stringify(control), { timeout: 10_000 });
    const reply = answer.json<Replies[C['do']] | { error: string }>();
    if ('error' in reply && Object.keys(reply).length === 1) throw new Error(String(reply.error));
    return reply as Replies[C['do']];
  }

  runtime(service: string): RunningService['runtime'] {
    return this.runtimes(service)[0]!;
  }

  /** Of every replica that runs. */
  runtimes(service: string): RunningService['runtime'][] {
    return this.running.filter(({ name }) => name === service).map(({ runtime }) => runtime);
  }

  /** Stops everything, last first, and leaves nothing on the servers. */
  async stop(): Promise<void> {
    const { prefix, dataFolder } = this.config;
    for (const service of [...this.running].reverse()) await service.stop();
    const streams = (await jetstreamManager(this.nats)).streams;
    for (const name of this.names) {
      await streams.delete(streamName(prefix, name)).catch(() => false);
      await this.admin.query(`DROP DATABASE IF EXISTS \`${schemaName(prefix, name)}\``);
      await this.admin.query(`DROP USER IF EXISTS ?@'%'`, [schemaName(prefix, name)]);
    }
    await this.nats.close();
    await this.admin.end();
    rmSync(dataFolder, { recursive: true, force: true });
  }

  private get names(): Set<string> {
    return new Set(this.running.map(({ name }) => name));
  }

  private async everywhere(sql: string, values: readonly unknown[]): Promise<void> {
    this.told.push([sql, values]);
    for (const name of this.names) await this.tell(name, sql, values);
  }

  private async tell(name: string, sql: string, values: readonly unknown[]): Promise<void> {
    const schema = `\`${schemaName(this.config.prefix, name)}\``;
    await this.admin.query(sql.replaceAll('{schema}', schema), values as unknown[]);
  }
}

/** A failing test prints the message alone; here facts are invented and may stand in it. */
function withFacts(error: Error): never {
  if (error instanceof DomainError) error.message += ` ${JSON.stringify(error.facts)}`;
  throw error;
}
