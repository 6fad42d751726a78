/** The compositions of teams: those under way are found again here. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { LedgerFilters } from '../../kit/ledger-filters.js';
import type { Chosen } from '../../kit/ledger-page.js';
import { LedgerTable } from '../../kit/ledger-table.js';
import { Forbidden } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import './talent.css';

const compositions: Ledger<'listCompositions'> = {
  query: 'listCompositions',
  title: '组建',
  says: '按每组需要什么人，由系统在人才库中求最合适的人选；算的时候可以离开，回来从这里打开。',
  columns: ['roundId', 'state', 'outcome', { field: 'id', title: '结果', show: () => '打开' }],
  filters: ['roundId'],
  to: ({ id }) => `/compositions/${id}`,
  link: 'id',
  empty: '还没有组建过',
};

export function CompositionsPage() {
  const chosen = useSearch({ strict: false }) as Chosen;
  const navigate = useNavigate();
  const { may, isKnown } = useRights();
  if (isKnown && !may(callOf('listCompositions').permission)) return <Forbidden />;
  return (
    <>
      <PageHead title={compositions.title} says={compositions.says}>
        {may(callOf('startComposition').permission) && (
          <Link className="button-link" to={'/compositions/new' as never} search={chosen as never}>
            开始组建
          </Link>
        )}
      </PageHead>
      <section className="card" aria-label={compositions.title}>
        <LedgerFilters
          ledger={compositions}
          chosen={chosen}
          choose={(next) => void navigate({ search: next as never, replace: true })}
        />
        <LedgerTable ledger={compositions} input={chosen as never} />
      </section>
    </>
  );
}
