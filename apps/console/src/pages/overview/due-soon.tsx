/** Rectification items whose time is over or nearly so, the earliest first; those of one organization and day are one line. */
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import { DaysLeft } from '../../kit/days-left.js';
import { useName } from '../../kit/names.js';
import { Empty, Loading } from '../../kit/notices.js';
import { Part } from '../../kit/part.js';
import { Go } from './go.js';

const EACH = 50;
const SHOWN = 6;

export function DueSoon() {
  const open = useAsk('listItems', { state: 'open', limit: EACH });
  const moving = useAsk('listItems', { state: 'inProgress', limit: EACH });
  const submitted = useAsk('listItems', { state: 'submitted', limit: EACH });
  const isPending = [open, moving, submitted].some((one) => one.isPending);
  const items = [open, moving, submitted].flatMap(({ data }) => data?.items ?? []);
  const groups = new Map<string, typeof items>();
  for (const item of items) {
    const key = `${item.dueOn} ${item.organizationId}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const lines = [...groups.values()]
    .toSorted(([one], [other]) => (one!.dueOn < other!.dueOn ? -1 : 1))
    .slice(0, SHOWN);
  return (
    <Part title="最先到期的整改事项" aside={<ByDue />}>
      {isPending && <Loading />}
      {!isPending && lines.length === 0 && <Empty title="没有进行中的整改事项" />}
      <ul className="due">
        {lines.map((same) => {
          const { id, organizationId, dueOn } = same[0]!;
          return (
            <li key={id}>
              <Go to={same.length === 1 ? `/items/${id}` : `/items?organizationId=${organizationId}`}>
                <Named id={organizationId} />
              </Go>
              <span className="number">{same.length} 项</span>
              <DaysLeft due={dueOn} />
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

/** How many are late and how many nearly so, each opening to them. */
function ByDue() {
  const overdue = useAsk('countItems', { due: 'overdue' });
  const soon = useAsk('countItems', { due: 'soon' });
  const sum = ({ data }: typeof overdue) =>
    Object.values(data ?? {}).reduce((total, count) => total + count, 0);
  return (
    <span className="number">
      {sum(overdue) > 0 && <Go to="/items?due=overdue">超期 {sum(overdue)} 项</Go>}
      {sum(overdue) > 0 && ' · '}
      {sum(soon) > 0 && <Go to="/items?due=soon">七天内到期 {sum(soon)} 项</Go>}
      {sum(soon) > 0 && ' · '}
      <Link to={'/items' as never}>全部</Link>
    </span>
  );
}

function Named({ id }: { id: string }) {
  return <>{useName('organization', id) ?? '…'}</>;
}
