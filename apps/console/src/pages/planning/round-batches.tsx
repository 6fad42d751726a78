import { DaysLeft } from '../../kit/days-left.js';
import { Part } from '../../kit/part.js';
import type { Round } from './round.js';

/** A batch that waits for its entry counts the days; one that is over does not. */
export function RoundBatches({ round: { batches, state } }: { round: Round }) {
  const waits = ['draft', 'submitted', 'returned', 'approved', 'teaming'].includes(state);
  const isOver = ['reporting', 'closed', 'cancelled'].includes(state);
  return (
    <Part title="批次">
      <ol className="batches">
        {batches.map(({ entersOn, leavesOn }, index) => (
          <li key={index}>
            <strong>第 {index + 1} 批</strong>
            <span>
              <span className="second">计划进驻 </span>
              <DaysLeft due={entersOn} settled={!waits} />
            </span>
            <span>
              <span className="second">计划离开 </span>
              <DaysLeft due={leavesOn} settled={waits || isOver} />
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
