import type { Step } from './record.js';
import { Who } from './timeline.js';

/** What is seen of the step before, where not all fit. */
const BEFORE = 60;

/** On a phone the present step is in sight, wherever in the line it stands. */
function showNow(line: HTMLOListElement | null): void {
  const now = line?.querySelector<HTMLElement>('[aria-current]');
  if (line && now) line.scrollLeft = now.offsetLeft - line.offsetLeft - BEFORE;
}

/** The steps of a record's life: which are done, when and by whom, and which is now. */
export function LifeLine<V>({ steps, view, state }: { steps: readonly Step<V>[]; view: V; state: string }) {
  const now = steps.findIndex((step) => step.in.includes(state));
  return (
    <ol className="card life" aria-label="办理阶段" tabIndex={0} ref={showNow}>
      {steps.map((step, index) => {
        const on = step.on?.(view);
        // Nothing follows the last step: once it has a date it is over. Off the path, only what has a date was.
        const isLast = index === now && index === steps.length - 1;
        const isDone = index < now || ((isLast || now === -1) && Boolean(on));
        const kind = isDone ? 'done' : index === now ? 'now' : '';
        const by = step.by?.(view);
        return (
          <li
            key={step.name}
            className={kind}
            {...(index === now ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="ball">{isDone ? '✓' : index + 1}</span>
            <span className="name">{step.name}</span>
            <span className="line" />
            <small className="number">
              {on} {by && <Who id={by} />}
            </small>
          </li>
        );
      })}
    </ol>
  );
}
