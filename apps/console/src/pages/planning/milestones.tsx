import type { Item } from '../../api/names.js';
import { valueWord } from '../../words/words.js';

const milestones = ['entered', 'left', 'reported', 'fedBack', 'caseOpened'] as const;

type Target = Item<'listAssignments'>['organizations'][number];

/** How far one organization has come, with the days. */
export function Milestones({ target }: { target: Target }) {
  return (
    <ol className="milestones">
      {milestones.map((one) => (
        <li key={one} className={target[one] ? 'reached' : ''}>
          <span>{valueWord('Milestone', one)}</span>
          <span className="number">{target[one] ?? '—'}</span>
        </li>
      ))}
    </ol>
  );
}
