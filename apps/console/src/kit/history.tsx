import { useState } from 'react';
import { useAsk } from '../api/hooks.js';
import type { Answer, QueryName } from '../api/names.js';
import { inShanghai, shownInstant } from './clock.js';
import { Part } from './part.js';
import { useSummaries } from './summaries.js';
import { Who } from './timeline.js';

/** As many as stand beside a page without making it longer. */
const SHOWN = 10;

type Entry = Answer<'historyOfFinding'>['items'][number];

/** What happened to a record, the newest first; who did it, as far as the viewer may know. */
export function History({ query, input }: { query: QueryName; input: Readonly<Record<string, unknown>> }) {
  const { data } = useAsk(query, input as never);
  const summaries = useSummaries();
  const [isLong, setLong] = useState(false);
  if (!data) return null;
  const { items } = data as Answer<'historyOfFinding'>;
  const runs = runsOf(items.toReversed());
  const shown = isLong ? runs : runs.slice(0, SHOWN);
  return (
    <Part title="办理过程" aside={<span className="second">全程留痕</span>}>
      <ol className="timeline">
        {shown.map(([{ event, version, at, accountId }, times]) => (
          <li key={version}>
            <strong>{summaries[event]}</strong> {times > 1 && <span className="second">{times} 次</span>}
            <small className="number">
              {shownInstant(at)} {accountId && <Who id={accountId} />}
            </small>
          </li>
        ))}
      </ol>
      {shown.length < runs.length && (
        <button type="button" className="text-button" onClick={() => setLong(true)}>
          显示更早的 {runs.length - shown.length} 条
        </button>
      )}
    </Part>
  );
}

/** The same by the same person, again and again within a day, is told once with how often it was. */
function runsOf(newest: readonly Entry[]): readonly (readonly [latest: Entry, times: number])[] {
  const runs: [Entry, number][] = [];
  for (const entry of newest) {
    const last = runs.at(-1);
    if (last && isAgain(last[0], entry)) last[1] += 1;
    else runs.push([entry, 1]);
  }
  return runs;
}

function isAgain(one: Entry, other: Entry): boolean {
  const isSameDay = inShanghai(one.at).slice(0, 10) === inShanghai(other.at).slice(0, 10);
  return isSameDay && one.event === other.event && one.accountId === other.accountId;
}
