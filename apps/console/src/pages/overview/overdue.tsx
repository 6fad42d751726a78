/** How many rectification items are late today, whatever the period: what a leader asks after first. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { shownNumber } from '../../kit/numbers.js';

export function Overdue() {
  const { may } = useRights();
  const mayCount = may(callOf('countItems').permission);
  const { data } = useAsk('countItems', { due: 'overdue' }, { when: mayCount });
  if (!data) return null;
  const count = Object.values(data).reduce((sum, one) => sum + one, 0);
  return (
    <li className="card">
      <Link
        className={count > 0 ? 'figure late' : 'figure'}
        to={'/items' as never}
        search={{ due: 'overdue' } as never}
      >
        <span className="what">超期未整改</span>
        <strong className="number">
          {shownNumber(count)}
          <small> 项</small>
        </strong>
        <span className="second">到今天已过期限、还没有销号的整改事项，不论统计期</span>
      </Link>
    </li>
  );
}
