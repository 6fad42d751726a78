/** What happened, with what was said of it: the newest first. */
import type { ReactNode } from 'react';
import { useName } from './names.js';
import { Part } from './part.js';

export interface Happened {
  readonly what: string;
  readonly on: string;
  readonly by?: string | null;
  readonly said?: ReactNode;
  /** Colour of its mark: something went well, or was sent back. */
  readonly tone?: 'good' | 'bad';
}

export function Timeline({ events, title = '办理过程' }: { events: readonly Happened[]; title?: string }) {
  if (events.length === 0) return null;
  // Of one day what came later stands first, too.
  const newest = [...events]
    .reverse()
    .toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
  return (
    <Part title={title} aside={<span className="second">全程留痕</span>}>
      <ol className="timeline">
        {newest.map(({ what, on, by, said, tone = '' }, index) => (
          <li key={index} className={tone}>
            <strong>{what}</strong>
            <small className="number">
              {on} {by && <Who id={by} />}
            </small>
            {said && <p className="said">{said}</p>}
          </li>
        ))}
      </ol>
    </Part>
  );
}

export function Who({ id }: { id: string }) {
  return <>{useName('account', id) ?? ''}</>;
}
