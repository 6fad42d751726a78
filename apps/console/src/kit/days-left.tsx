import { daysBetween, useToday } from './clock.js';

/** Rung of ui.md: amber from here on. */
const AMBER_DAYS = 7;

/** A deadline with the days that are left. `settled`: what was due has been done, and no days are counted. */
export function DaysLeft({ due, settled = false }: { due: string | null | undefined; settled?: boolean }) {
  const today = useToday();
  if (!due) return <span className="nothing">—</span>;
  const left = daysBetween(today, due);
  const kind = left < 0 ? 'over' : left <= AMBER_DAYS ? 'amber' : '';
  return (
    <span className="number">
      {due}
      {!settled && (
        <span className={`days ${kind}`}>
          {left < 0 ? `超期 ${-left} 天` : left === 0 ? '今天到期' : `剩 ${left} 天`}
        </span>
      )}
    </span>
  );
}
