/** Server-sent events: they only say of which kind of record a query, run again, would answer differently. */
import type { QueryClient } from '@tanstack/react-query';
import { session } from './session.js';

const AGAIN_AFTER_MS = 2_000;

/** Keeps listening until stopped; whoever was cut off may have missed something, so that all is asked again. */
export function listen(queries: QueryClient): () => void {
  const stopped = new AbortController();
  void (async () => {
    for (let first = true; !stopped.signal.aborted; first = false) {
      await followed(stopped.signal, {
        opened: () => {
          if (!first) void queries.invalidateQueries();
        },
        changed: (aggregate) => refresh(queries, aggregate),
      }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  })();
  return () => stopped.abort();
}

interface Hears {
  opened(): void;
  changed(aggregate: string): void;
}

async function followed(signal: AbortSignal, hears: Hears): Promise<void> {
  const headers = { authorization: `Bearer ${await session.token()}`, accept: 'text/event-stream' };
  const response = await fetch('/api/v1/events', { headers, signal });
  if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
  hears.opened();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (pending + value).split('\n');
    pending = lines.pop()!;
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue;
      hears.changed((JSON.parse(line.slice('data: '.length)) as { aggregate: string }).aggregate);
    }
  }
}

/** Query keys begin with the contract's name, `service.aggregate.verb`. */
function refresh(queries: QueryClient, aggregate: string): void {
  if (aggregate === 'access') return void queries.invalidateQueries();
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]).split('.')[1] === aggregate,
  });
}
