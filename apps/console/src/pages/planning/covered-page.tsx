/** The organizations behind a rate of coverage: those inspected within the term, or those not yet. */
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import { ExportButton } from '../../kit/export-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { LedgerTable } from '../../kit/ledger-table.js';
import { useName } from '../../kit/names.js';
import { PageHead } from '../../kit/page-head.js';
import { valueWord } from '../../words/words.js';
import './planning.css';

const covered: Ledger<'listCoverage'> = {
  query: 'listCoverage',
  title: '覆盖率所计的组织',
  says: '',
  columns: [
    { field: 'name', width: 180 },
    'code',
    'kind',
    'parentId',
    'headName',
    { field: 'registeredOn', spare: true },
  ],
  to: ({ id }) => `/register/${id}`,
  empty: '没有',
};

interface Search {
  readonly inspected?: boolean;
  readonly kind?: string;
  readonly parentId?: string;
  readonly day?: string;
}

export function CoveredPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { inspected = false, ...filter }: Search = useSearch({ strict: false });
  const { data: term } = useAsk('readTerm', { termId: id as never });
  const input = { termId: id, inspected, ...filter } as never;
  const kind = filter.kind ? valueWord('OrganizationKind', filter.kind) : '党组织';
  return (
    <>
      <PageHead
        title={inspected ? '已巡察的' : '尚未巡察的'}
        crumbs={[
          ['届次', '/terms'],
          [term?.name ?? '', `/terms/${id}`],
        ]}
        says={
          <>
            {filter.parentId && <Below id={filter.parentId} />}
            {kind}，{filter.day && `截至 ${filter.day}，`}
            {inspected ? '本届内已有巡察组进驻。' : '本届内还没有巡察组进驻。'}
          </>
        }
      >
        <ExportButton ledger={covered} input={input} />
      </PageHead>
      <section className="card" aria-label="组织">
        <LedgerTable ledger={covered} input={input} tabs={<Tabs filter={filter} inspected={inspected} />} />
      </section>
    </>
  );
}

interface TabsProps {
  readonly filter: Omit<Search, 'inspected'>;
  readonly inspected: boolean;
}

function Tabs({ filter, inspected }: TabsProps) {
  return (
    <nav className="tabs" aria-label="已巡察还是未巡察">
      {[false, true].map((one) => (
        <Link
          key={String(one)}
          to={'.' as never}
          search={{ ...filter, inspected: one } as never}
          replace
          {...(one === inspected ? { 'aria-current': 'true' as const } : {})}
        >
          {one ? '已巡察' : '尚未巡察'}
        </Link>
      ))}
    </nav>
  );
}

function Below({ id }: { id: string }) {
  return <>{useName('organization', id) ?? ''}所属</>;
}
