/** How many findings there are of an organization, by state; each number opens the ledger filtered alike. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { Loading } from '../../kit/notices.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';

export function FindingCounts({ organizationId }: { organizationId: string }) {
  const { may } = useRights();
  const mayAsk = may(callOf('countFindings').permission);
  const { data } = useAsk('countFindings', { organizationId } as never, { when: mayAsk });
  if (!mayAsk) return null;
  const states = Object.entries(data ?? {}).filter(([, count]) => count > 0);
  const total = states.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Part title="问题" aside={data && <span className="second number">共 {total} 个</span>}>
      {!data && <Loading />}
      {data && total === 0 && <p className="second">还没有发现问题。</p>}
      <ul className="members">
        {states.map(([state, count]) => (
          <li key={state}>
            <Link to={'/findings' as never} search={{ organizationId, state } as never}>
              <StateTag of="FindingState" value={state} /> <span className="number">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
