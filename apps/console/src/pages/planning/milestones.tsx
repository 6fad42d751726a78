/** The organizations of an assignment, and how far each has come. */
import type { Item } from '../../api/names.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';

const milestones = ['entered', 'left', 'reported', 'fedBack', 'caseOpened'] as const;

type Target = Item<'listAssignments'>['organizations'][number];

export function Targets({ targets }: { targets: readonly Target[] }) {
  return (
    <ul className="targets">
      {targets.map((target) => (
        <li key={target.organizationId}>
          <Referred field="organizationId" id={target.organizationId} />
          <Milestones target={target} />
        </li>
      ))}
    </ul>
  );
}

/** With the days. */
function Milestones({ target }: { target: Target }) {
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
