/**
 * One contract, many uses. A command, query, event or file kind is written once with these builders; service handler,
 * gateway route, OpenAPI, AsyncAPI, typed client and permission matrix are read off it.
 */
import { z } from 'zod';
import type { Permission } from '../access/roles.js';
import { refuseUnnoted } from './shown.js';
import { Receipt, type FileRef, type Packing } from './types.js';

export type Classification = 'open' | 'internal' | 'restricted' | 'sealed';
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** An HTTP route below `/api/v1`; `{name}` in the path names a field of the input. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly string[];
}

interface Named {
  /** `service.aggregate.verb`, unique, never reused with another meaning. */
  readonly name: string;
  readonly service: string;
  /** One sentence in Chinese for the API document and the permission matrix. */
  readonly summary: string;
}

export interface CommandContract<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
> extends Named {
  readonly kind: 'command';
  /** Absent: reachable over the bus only (sign-in goes through the gateway's own route). */
  readonly route?: Route;
  /** Absent only where anybody may ask, such as sign-in. */
  readonly permission?: Permission;
  readonly input: I;
  readonly output: O;
}

export interface QueryContract<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
> extends Omit<CommandContract<I, O>, 'kind'> {
  readonly kind: 'query';
  readonly classification: Classification;
  /** Where the kit answers, of the record that this other query shows the viewer; no service has a handler for it. */
  readonly answeredFrom?: AnsweredFrom;
}
export interface AnsweredFrom {
  readonly read: QueryContract;
  readonly as: 'history' | 'file';
  /** Names of events that whoever sees one organization alone must not learn of. */
  readonly inside?: readonly string[];
}

export interface EventContract<B extends z.ZodObject = z.ZodObject> extends Named {
  readonly kind: 'event';
  readonly aggregate: string;
  readonly event: string;
  readonly classification: Classification;
  readonly body: B;
}

/** An upload streamed by the gateway into the content store; it answers a `FileRef`. */
export interface UploadContract extends Named {
  readonly kind: 'file';
  readonly direction: 'up';
  readonly route: Route;
  readonly permission: Permission;
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
}

/** A download streamed by the gateway, after the owning service has answered which file it is. */
export interface DownloadContract extends Named {
  readonly kind: 'file';
  readonly direction: 'down';
  readonly route: Route;
  readonly permission: Permission;
  /** Has no address of its own: the gateway asks it for whoever comes to this one. */
  readonly named: QueryContract<z.ZodObject, z.ZodObject<{ readonly file: typeof FileRef }>>;
}

/** A zip that the gateway writes as it goes, of what the owning service has answered is in it. */
export interface PackageContract<I extends z.ZodObject = z.ZodObject> extends Named {
  readonly kind: 'file';
  readonly direction: 'package';
  readonly route: Route;
  readonly permission: Permission;
  /** As of a download: the gateway alone asks it. */
  readonly named: QueryContract<I, typeof Packing>;
}

export type FileContract = UploadContract | DownloadContract | PackageContract;
export type Contract = CommandContract | QueryContract | EventContract | FileContract;
export type In<C extends CommandContract | QueryContract> = z.infer<C['input']>;
export type Out<C extends CommandContract | QueryContract> = z.infer<C['output']>;
export type BodyOf<C extends EventContract> = z.infer<C['body']>;

/** A domain function's answer: the state after it and what happened. */
export interface Decision<T> {
  readonly state: T;
  readonly facts: readonly Fact[];
}
export function decide<T>(state: T, ...facts: readonly Fact[]): Decision<T> {
  return { state, facts };
}

const catalogue = new Map<string, Contract>();

/** Every contract that has been declared, by name; filled by importing `@xuncha/contracts`. */
export function allContracts(): readonly Contract[] {
  return [...catalogue.values()];
}

function declare<C extends Contract>(contract: C): C {
  if (catalogue.has(contract.name)) throw new Error(`contract ${contract.name} is declared twice`);
  catalogue.set(contract.name, contract);
  return contract;
}

function split(name: string): [service: string, aggregate: string, verb: string] {
  const parts = name.split('.');
  if (parts.length !== 3 || parts.some((part) => !/^[a-z][A-Za-z-]*$/.test(part)))
    throw new Error(`${name} is not service.aggregate.verb`);
  return parts as [string, string, string];
}

function parseRoute(text: string, input: z.ZodObject | undefined): Route {
  const match = /^(GET|POST|PUT|DELETE) (\/[\w{}/-]*)$/.exec(text);
  if (!match) throw new Error(`not a route: ${text}`);
  const path = match[2]!;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
  for (const parameter of parameters)
    if (!input?.shape[parameter]) throw new Error(`${text}: the input has no field ${parameter}`);
  return { method: match[1] as Method, path, parameters };
}

export interface CallSpec<I extends z.ZodObject, O extends z.ZodType> {
  http?: string;
  permission?: Permission;
  summary: string;
  input: I;
  output: O;
}

/** A command answers a receipt (id, version, number) unless it says otherwise; see decisions/0001. */
export function command<I extends z.ZodObject, O extends z.ZodType = typeof Receipt>(
  name: string,
  { http, output, ...spec }: Omit<CallSpec<I, O>, 'output'> & { output?: O },
): CommandContract<I, O> {
  const route = http === undefined ? undefined : parseRoute(http, spec.input);
  const answer = (output ?? Receipt) as O;
  return declare({ kind: 'command', name, service: split(name)[0], route, output: answer, ...spec });
}

export function query<I extends z.ZodObject, O extends z.ZodType>(
  name: string,
  { http, ...spec }: CallSpec<I, O> & Pick<QueryContract, 'classification' | 'answeredFrom'>,
): QueryContract<I, O> {
  const route = http === undefined ? undefined : parseRoute(http, spec.input);
  if (route && route.method !== 'GET') throw new Error(`${name}: a query is a GET`);
  const contract: QueryContract<I, O> = { kind: 'query', name, service: split(name)[0], route, ...spec };
  refuseUnnoted(contract);
  return declare(contract);
}

/** What happened, as a domain function reports it; the store writes it into the journal. */
export interface Fact<B = Record<string, unknown>> {
  readonly contract: EventContract;
  readonly body: B;
}

/**
 * Bodies carry facts and ids: no person's name, no free text (lifecycle.md, Events). Additions are optional fields only.
 * What comes back is the contract and, called with a body, a fact of it: `itemClosed({ itemId })`.
 */
export function event<B extends z.ZodObject>(
  name: string,
  spec: { classification: Classification; summary: string; body: B },
): EventContract<B> & ((body: z.input<B>) => Fact) {
  const [service, aggregate, verb] = split(name);
  const contract: EventContract<B> = { kind: 'event', name, service, aggregate, event: verb, ...spec };
  const report = (body: z.input<B>): Fact => ({ contract: made, body });
  const properties = Object.entries(contract).map(([key, value]) => [key, { value, enumerable: true }]);
  const made = Object.defineProperties(report, Object.fromEntries(properties)) as EventContract<B> &
    typeof report;
  return declare(made);
}

export function file(
  name: string,
  { http, ...spec }: Omit<UploadContract, keyof Placed> & { http: string },
): UploadContract {
  const route = parseRoute(http, undefined);
  return declare({ kind: 'file', direction: 'up', name, service: split(name)[0], route, ...spec });
}

export function download(
  name: string,
  { http, ...spec }: Omit<DownloadContract, keyof Placed> & { http: string },
): DownloadContract {
  const route = parseRoute(http, spec.named.input);
  return declare({ kind: 'file', direction: 'down', name, service: split(name)[0], route, ...spec });
}

export function declarePackage<I extends z.ZodObject>(
  name: string,
  { http, ...spec }: Omit<PackageContract<I>, keyof Placed> & { http: string },
): PackageContract<I> {
  const route = parseRoute(http, spec.named.input);
  return declare({ kind: 'file', direction: 'package', name, service: split(name)[0], route, ...spec });
}
type Placed = Pick<FileContract, 'kind' | 'direction' | 'name' | 'service' | 'route'>;
