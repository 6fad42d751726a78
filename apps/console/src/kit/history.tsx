import { useAsk } from '../api/hooks.js';
import type { Answer, QueryName } from '../api/names.js';
import { shownInstant } from './clock.js';
import { Part } from './part.js';
import { useSummaries } from './summaries.js';
import { Who } from './timeline.js';

/** What happened to a record, the newest first; who did it, as far as the viewer may know. */
export function History({ query, input }: { query: QueryName; input: Readonly<Record<string, unknown>> }) {
  const { data } = useAsk(query, input as never);
  const summaries = useSummaries();
  if (!data) return null;
  const { items } = data as Answer<'historyOfFinding'>;
  return (
    <Part title="办理过程" aside={<span className="second">全程留痕</span>}>
      <ol className="timeline">
        {items.toReversed().map(({ event, version, at, accountId }) => (
          <li key={version}>
            <strong>{summaries[event] ?? event}</strong>
            <small className="number">
              {shownInstant(at)} {accountId && <Who id={accountId} />}
            </small>
          </li>
        ))}
      </ol>
    </Part>
  );
}
