/** The API, typed by the contracts: `ask` a query, `tell` a command. Everything it refuses is a `Problem`. */
import { exportEnding, type Call } from 'virtual:contracts';
import { callOf, type Answer, type CommandName, type FileName, type Input, type QueryName } from './names.js';
import { networkProblem, problemIn } from './problem.js';
import { session } from './session.js';

export async function ask<K extends QueryName>(
  name: K,
  input: Input<K>,
  signal?: AbortSignal,
): Promise<Answer<K>> {
  const { path, rest } = addressed(callOf(name), input as Values);
  const query = queryString(rest);
  return (await request(query ? `${path}?${query}` : path, { method: 'GET', signal })) as Answer<K>;
}

/** `key` names the intent: sent again with it, after no answer, a command is not done twice. */
export async function tell<K extends CommandName>(
  name: K,
  input: Input<K>,
  key: string,
  options: Pick<RequestInit, 'keepalive'> = {},
): Promise<Answer<K>> {
  const call = callOf(name);
  const { path, rest } = addressed(call, input as Values);
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const body = JSON.stringify(rest);
  return (await request(path, { ...options, method: call.method, headers, body })) as Answer<K>;
}

/** A file that a record names; `name` is the contract under which its service hands it out. */
export async function download(name: FileName, input: Values): Promise<File> {
  const { path } = addressed(callOf(name), input);
  const answer = await answered(path, { method: 'GET' });
  const content = await answer.blob();
  return new File([content], nameOf(answer), { type: content.type });
}

/** As the gateway gives it: of the ending that its kind has, whatever somebody called it. */
function nameOf({ headers }: Response): string {
  const [, name = ''] = headers.get('content-disposition')?.split("''") ?? [];
  return decodeURIComponent(name);
}

/** Every row of a ledger that is asked for so, as an Excel file made where the rows are. */
export async function exported(name: QueryName, input: Values): Promise<Blob> {
  const { path, rest } = addressed(callOf(name), input);
  return (await answered(`${path}${exportEnding}?${queryString(rest)}`, { method: 'GET' })).blob();
}

type Values = Readonly<Record<string, unknown>>;

function addressed({ path, method }: Call, input: Values): { path: string; rest: Values } {
  const used = new Set<string>();
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    used.add(name);
    return encodeURIComponent(String(input[name]));
  });
  const rest = Object.fromEntries(
    Object.entries(input).filter(([name, value]) => !used.has(name) && !(method === 'GET' && isEmpty(value))),
  );
  return { path: filled, rest };
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

function queryString(values: Values): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) query.append(name, String(one));
  return query.toString();
}

export async function request(path: string, init: RequestInit): Promise<unknown> {
  return (await answered(path, init)).json();
}

export async function answered(path: string, init: RequestInit): Promise<Response> {
  const token = await session.token();
  const response = await send(path, init, token);
  if (response.ok) return response;
  const problem = await problemIn(response);
  if (response.status !== 401) throw problem;
  // Ended elsewhere or renewed by another tab; what has ended for good is refused by the renewal itself.
  const again = await send(path, init, await session.renewed(token));
  if (again.ok) return again;
  throw await problemIn(again);
}

function send(path: string, init: RequestInit, token: string): Promise<Response> {
  const headers = {
    ...(init.headers as Record<string, string> | undefined),
    authorization: `Bearer ${token}`,
  };
  return fetch(`/api/v1${path}`, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw networkProblem();
  });
}
