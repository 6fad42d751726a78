/** One request as a program would send it that knows the contracts and nothing else, and what its answer means. */
import type { Callable } from './inputs.fixture.js';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export async function ask(
  address: string,
  { route }: Callable,
  input: Record<string, unknown>,
  { token, site }: { readonly token: string; readonly site: string },
): Promise<Answer> {
  const rest = { ...input };
  const path = route!.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const isQuery = route!.method === 'GET';
  const query = isQuery ? `?${new URLSearchParams(rest as Record<string, string>).toString()}` : '';
  const response = await fetch(`${address}/api/v1${path}${query}`, {
    method: route!.method,
    headers: {
      authorization: `Bearer ${token}`,
      'x-xc-site': site,
      ...(isQuery ? {} : { 'content-type': 'application/json' }),
    },
    ...(isQuery ? {} : { body: JSON.stringify(rest) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** What it says, without what is another at every asking: ids, numbers, the trace. */
export function meaning({ status, body }: Answer): string {
  const { instance: _instance, correlation: _correlation, ...said } = body;
  return `${status} ${JSON.stringify(said)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/\d+/g, 'n')}`;
}
