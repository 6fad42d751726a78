import { useAsk } from '../api/hooks.js';
import { shownInstant } from './clock.js';
import { useName } from './names.js';
import { Part } from './part.js';

interface Entry {
  readonly event: string;
  readonly summary: string;
  readonly version: number;
  readonly at: string;
  readonly accountId: string | null;
}

/** What happened to a record, the newest first; who did it, as far as the viewer may know. */
export function History({ query, input }: { query: string; input: Readonly<Record<string, unknown>> }) {
  const { data } = useAsk(query as never, input as never);
  const entries = (data as { items: readonly Entry[] } | undefined)?.items;
  if (!entries) return null;
  return (
    <Part title="办理过程" aside={<span className="second">全程留痕</span>}>
      <ol className="timeline">
        {[...entries].reverse().map((entry) => (
          <li key={entry.version}>
            <strong>{entry.summary}</strong>
            <small className="number">
              {shownInstant(entry.at)} {entry.accountId && <Who id={entry.accountId} />}
            </small>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Who({ id }: { id: string }) {
  return <>{useName('account', id) ?? ''}</>;
}
