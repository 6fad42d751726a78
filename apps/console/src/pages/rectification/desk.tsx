/** What an organization has to do now, in the order in which it is due: all that most liaisons ever need. */
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import type { Item } from '../../api/names.js';
import { Failed, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { DeskCase } from './desk-case.js';
import { DeskItems } from './desk-items.js';
import { DeskMaterials } from './desk-materials.js';

const MOST = 200;

export function DeskPage() {
  const feedback = useAsk('listFeedback', { state: 'presented' });
  const cases = useAsk('listCases', { limit: MOST });
  const materials = useAsk('listMaterials', { state: 'asked', limit: MOST });
  const { items: due, error: unread } = useUnclosed();
  const error = cases.error ?? unread;
  if (error && !cases.data) return <Failed problem={error} again={() => void cases.refetch()} />;
  if (!cases.data || !due) return <Loading />;
  const open = cases.data.items.filter(({ state }) => state !== 'closed');
  const done = cases.data.items.filter(({ state }) => state === 'closed');
  const signable = feedback.data?.items ?? [];
  const asked = materials.data?.items ?? [];
  // What is late comes before what is merely next.
  const isLate = due.some(({ overdue }) => overdue);
  const isFree = open.length + due.length + signable.length + asked.length === 0;
  return (
    <>
      <PageHead title="我的整改" says="本单位要办的都在这一页，急的在前。点进去，照页面上深蓝色的按钮办。" />
      {isFree && <Free />}
      {signable.map((one) => (
        <ToSign key={one.id} feedback={one} />
      ))}
      <DeskMaterials materials={asked} />
      {isLate && <DeskItems items={due} />}
      {open.map(({ id }) => (
        <DeskCase key={id} caseId={id} items={due.filter(({ caseId }) => caseId === id)} />
      ))}
      {!isLate && <DeskItems items={due} />}
      <Ended cases={done} />
    </>
  );
}

/** Each state by itself: what is closed out takes no room from what is not. */
function useUnclosed() {
  const open = useAsk('listItems', { state: 'open', limit: MOST });
  const moving = useAsk('listItems', { state: 'inProgress', limit: MOST });
  const submitted = useAsk('listItems', { state: 'submitted', limit: MOST });
  const longTerm = useAsk('listItems', { state: 'longTerm', limit: MOST });
  const all = [open, moving, submitted, longTerm];
  const items = all.flatMap(({ data }) => data?.items ?? []);
  return {
    items: all.every(({ data }) => data)
      ? items.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
      : undefined,
    error: all.find(({ error }) => error)?.error,
  };
}

function Free() {
  return (
    <section className="card">
      <div className="notice">
        <strong>现在没有要办的</strong>
        <p>有新的反馈、退回的方案或快到期的事项，会出现在这里。</p>
      </div>
    </section>
  );
}

function ToSign({ feedback: { id, number, presentedOn } }: { feedback: Item<'listFeedback'> }) {
  return (
    <section className="card" aria-label="待签收的反馈">
      <div className="body">
        <ul className="todo">
          <li>
            <div className="what">
              <strong>签收巡察反馈意见</strong>
              <p className="second">
                {number} · 当面反馈 <span className="number">{presentedOn}</span>
                。由主要负责人签收，整改从签收之日算起。
              </p>
            </div>
            <Link className="link-button" to={`/feedback/${id}` as never}>
              去签收
            </Link>
          </li>
        </ul>
      </div>
    </section>
  );
}

function Ended({ cases }: { cases: readonly Item<'listCases'>[] }) {
  if (cases.length === 0) return null;
  return (
    <details className="former">
      <summary>已经结束的整改 {cases.length} 次</summary>
      <ul>
        {cases.map(({ id, openedOn, closedOn }) => (
          <li key={id}>
            <Link to={`/cases/${id}` as never}>
              {openedOn} 反馈，{closedOn} 结束
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
