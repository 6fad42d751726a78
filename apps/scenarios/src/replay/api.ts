/** The system as clients outside it see it: one request per call of a contract, over HTTP, with connections kept open. */
import type { CommandContract, FileRef, In, Out, QueryContract, UploadContract } from '@xuncha/contracts';
import { FileRef as FileRefSchema, sessionRoutes } from '@xuncha/contracts';
import { Refusal, Unanswered } from './refusal.js';

export interface Sender {
  readonly token?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}
export type Callable = CommandContract | QueryContract;

/** A little more than the gateway gives the services, so that it is the gateway that gives up first. */
const PATIENCE_MS = 20_000;
const COME_AGAIN: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

export class Api {
  constructor(private readonly address: string) {}

  /** Throws Refusal, or Unanswered where the same request may be sent again. */
  async ask<C extends Callable>(contract: C, input: In<C>, sender: Sender): Promise<Out<C>> {
    const { route } = contract;
    if (!route) throw new Error(`${contract.name} has no route`);
    const fields = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(fields.get(name));
      fields.delete(name);
      return encodeURIComponent(value);
    });
    const rest = Object.fromEntries(fields);
    const body = route.method === 'GET' ? undefined : JSON.stringify(rest);
    const query =
      route.method === 'GET' && fields.size > 0 ? `?${new URLSearchParams(rest as Texts).toString()}` : '';
    const answer = await this.request(`${route.method} ${path}${query}`, sender, body, 'application/json');
    return contract.output.parse(answer) as Out<C>;
  }

  /** What the gateway has by hand, for those who have no token yet. */
  async session<C extends QueryContract>(contract: C, input: In<C>): Promise<Out<C>> {
    const [path] = sessionRoutes.find(([, { name }]) => name === contract.name)!;
    const body = JSON.stringify(input);
    return contract.output.parse(await this.request(`POST ${path}`, {}, body, 'application/json')) as Out<C>;
  }

  async upload(contract: UploadContract, file: Upload, sender: Sender): Promise<FileRef> {
    const { method, path } = contract.route;
    const name = new URLSearchParams({ name: file.name }).toString();
    const answer = await this.request(`${method} ${path}?${name}`, sender, file.content, file.mediaType);
    return FileRefSchema.parse(answer);
  }

  /** A page beside the API, such as health: its status and text. */
  async page(path: string): Promise<{ status: number; text: string }> {
    const response = await this.fetched(path, {});
    return { status: response.status, text: await response.text() };
  }

  private async request(
    line: string,
    { token, idempotencyKey }: Sender,
    body: Upload['content'] | undefined,
    mediaType: string,
  ): Promise<unknown> {
    const [method = '', path = ''] = line.split(' ');
    const response = await this.fetched(`/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': mediaType }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body,
    });
    const answer = await jsonOf(response);
    if (response.ok) return answer;
    const { code = 'none', facts = {}, detail = '' } = (answer ?? {}) as Partial<Problem>;
    if (COME_AGAIN.has(response.status)) throw new Unanswered(`${line}: ${response.status} ${code}`);
    throw new Refusal(response.status, code, facts, detail);
  }

  private async fetched(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(this.address + path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch (error) {
      const { message, cause } = error as Error;
      throw new Unanswered(`${path}: ${message} ${cause instanceof Error ? cause.message : ''}`);
    }
  }
}

export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}
type Texts = Record<string, string>;

/** RFC 9457, as libs/service-kit writes it. */
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** An answer that breaks off is as good as none. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw new Unanswered(`answer broken off: ${(error as Error).message}`);
  }
}
