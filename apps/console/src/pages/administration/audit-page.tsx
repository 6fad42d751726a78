/** The audit trail: what was done and what was looked at, in each service, and the signed checkpoints over it. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { summaries } from 'virtual:summaries';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { ExportButton } from '../../kit/export-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { LedgerFilters } from '../../kit/ledger-filters.js';
import { LedgerTable } from '../../kit/ledger-table.js';
import { Empty, Forbidden } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { shownInstant } from '../../kit/clock.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { audited, type AuditedService, type Entry, type Look } from './audit.js';
import { Checkpoints } from './checkpoints.js';
import './administration.css';

type View = 'record' | 'looks' | 'checkpoints';
type Chosen = Readonly<Record<string, unknown>> & { readonly service?: string; readonly view?: View };

const views: readonly (readonly [View, string])[] = [
  ['record', '操作记录'],
  ['looks', '查看记录'],
  ['checkpoints', '检查点'],
];

export function AuditPage() {
  const { service: name = 'identity', view = 'record', ...asked } = useSearch({ strict: false }) as Chosen;
  const { may, isKnown } = useRights();
  const service = audited.find((one) => one.name === name) ?? audited[0]!;
  if (isKnown && !may(callOf(service.record).permission)) return <Forbidden />;
  const ledger = view === 'looks' ? looksOf(service) : view === 'record' ? recordOf(service) : undefined;
  return (
    <>
      <PageHead
        title="审计"
        says="每个服务各记一本账：谁、以什么角色、何时、从何处、对哪条记录做了什么、结果如何；不含记录的内容。"
      >
        {ledger && <ExportButton ledger={ledger} input={asked as never} />}
      </PageHead>
      <section className="card" aria-label="审计">
        <Choices
          label="服务"
          now={service.name}
          all={audited.map((one) => [one.name, valueWord('service', one.name)])}
          field="service"
          kept={{ view }}
        />
        <Choices label="看什么" now={view} all={views} field="view" kept={{ service: service.name }} />
        {view === 'checkpoints' ? (
          <Checkpoints query={service.checkpoints} />
        ) : ledger ? (
          <Entries key={ledger.query} ledger={ledger} service={service.name} view={view} asked={asked} />
        ) : (
          <Empty title="这个服务没有限制级以上的记录">
            <p>看了不用留痕，所以没有查看记录。</p>
          </Empty>
        )}
      </section>
    </>
  );
}

interface EntriesProps {
  readonly ledger: Ledger<'readIdentityRecord'>;
  readonly service: string;
  readonly view: View;
  readonly asked: Chosen;
}

function Entries({ ledger, service, view, asked }: EntriesProps) {
  const navigate = useNavigate();
  return (
    <>
      <LedgerFilters
        ledger={ledger}
        chosen={asked}
        choose={(next) => void navigate({ search: { service, view, ...next } as never, replace: true })}
      />
      <LedgerTable ledger={ledger} input={asked as never} />
    </>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly now: string;
  readonly all: readonly (readonly [value: string, word: string])[];
  readonly field: 'service' | 'view';
  readonly kept: object;
}

function Choices({ label, now, all, field, kept }: ChoicesProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {all.map(([value, word]) => (
        <Link
          key={value}
          to={'/audit' as never}
          search={{ ...kept, [field]: value } as never}
          {...(value === now ? { 'aria-current': 'true' as const } : {})}
          activeProps={{}}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}

/** What all services keep alike is one table; which service it is asked of is the query's matter. */
function recordOf({ name, record }: AuditedService): Ledger<'readIdentityRecord'> {
  return {
    query: record as 'readIdentityRecord',
    title: `${valueWord('service', name)}：操作记录`,
    says: '',
    columns: [
      {
        field: 'recordedAt',
        width: 130,
        show: ({ recordedAt }) => <span className="number">{shownInstant(recordedAt)}</span>,
      },
      { field: 'accountId', width: 110, show: Actor },
      {
        field: 'roles',
        show: ({ roles }) => roles.map((role) => valueWord('RoleName', role)).join('、') || '—',
      },
      { field: 'what', width: 220, show: What },
      {
        field: 'recordId',
        title: '记录',
        show: (entry) => <SameRecord service={name} view="record" id={entry.recordId} />,
      },
      { field: 'outcome', width: 90, show: Outcome },
      { field: 'origin', width: 110 },
      { field: 'version', spare: true },
      { field: 'times', spare: true },
      { field: 'permission', spare: true },
      { field: 'sessionId', title: '会话', spare: true, show: ({ sessionId }) => sessionId ?? '—' },
    ],
    filters: ['accountId', 'what', 'recordId', 'outcome', 'from', 'until'],
    empty: '没有这样的记录',
  };
}

function looksOf({ name, looks }: AuditedService): Ledger<'readIdentityRecord'> | undefined {
  if (!looks) return undefined;
  const ledger: Ledger<'listIdentityLooks'> = {
    query: looks as 'listIdentityLooks',
    title: `${valueWord('service', name)}：查看记录`,
    says: '',
    columns: [
      { field: 'takenAt', width: 130 },
      'accountId',
      { field: 'roles', show: ({ roles }) => roles.map((role) => valueWord('RoleName', role)).join('、') },
      {
        field: 'contract',
        title: '看了什么',
        width: 220,
        show: (look: Look) => <What what={look.contract} />,
      },
      { field: 'purpose', width: 180 },
      {
        field: 'recordIds',
        title: '记录',
        show: ({ recordIds }) => <ManyRecords service={name} ids={recordIds} />,
      },
    ],
    filters: ['accountId', 'recordId'],
    empty: '没有人看过',
  };
  return ledger as never;
}

/** Where nobody did it, the system did: deadlines, events from other services. */
function Actor({ accountId }: Pick<Entry, 'accountId'>) {
  return accountId ? <Referred field="accountId" id={accountId} /> : <span className="second">系统</span>;
}

function What({ what }: { what: string }) {
  return (
    <>
      {summaries[what] ?? what}
      <small className="second code-name">{what}</small>
    </>
  );
}

function Outcome({ outcome, times }: Entry) {
  const often = times > 1 && <span className="second number"> {times} 次</span>;
  if (outcome === 'done') return <>{valueWord('outcome', 'done')}</>;
  return (
    <>
      <span className="refused">{valueWord('outcome', 'refused')}</span>
      {often}
      <small className="second code-name">{outcome}</small>
    </>
  );
}

const SHOWN = 8;

/** Leads to everything that was done to the record; administrators never open the record itself. */
function SameRecord({ service, view, id }: { service: string; view: View; id: string | null }) {
  if (!id) return <span className="nothing">—</span>;
  return (
    <Link
      className="number"
      to={'/audit' as never}
      search={{ service, view, recordId: id } as never}
      title={id}
    >
      …{id.slice(-SHOWN)}
    </Link>
  );
}

const MANY = 3;

function ManyRecords({ service, ids }: { service: string; ids: readonly string[] }) {
  return (
    <>
      {ids.slice(0, MANY).map((id) => (
        <div key={id}>
          <SameRecord service={service} view="looks" id={id} />
        </div>
      ))}
      {ids.length > MANY && <span className="second">等 {ids.length} 条</span>}
    </>
  );
}
