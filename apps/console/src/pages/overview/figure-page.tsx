/** One figure, opened: what it counts, what it is put together from, and every record behind it. */
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import type { Item } from '../../api/names.js';
import { ExportButton } from '../../kit/export-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { LedgerTable } from '../../kit/ledger-table.js';
import { Empty, Failed, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { shownMoney } from '../../kit/numbers.js';
import { valueWord } from '../../words/words.js';
import { shownFigure, wordsOf, type Figure } from './figures.js';
import './overview.css';

type Counted = Item<'listCountedRecords'>;

const pages: Readonly<Record<string, string>> = {
  'planning.organization': '/register',
  'planning.round': '/rounds',
  'planning.assignment': '/assignments',
  'planning.hearing': '/hearings',
  'talent.inspector': '/inspectors',
  'talent.team': '/teams',
  'onsite.inspection': '/inspections',
  'onsite.activity': '/activities',
  'onsite.finding': '/findings',
  'clues.clue': '/clues',
  'clues.outcome': '/clue-outcomes',
  'rectification.item': '/items',
  'rectification.outcome': '/outcomes',
  'linkage.statistics': '/statistics',
};
const PSEUDONYM = /^[A-Z2-7]{16,52}$/;

/** As what a record is counted: people stay pseudonyms, so only how many of them is said. */
function countedAs({ countedAs: names, organizationId, recordId }: Counted): string {
  const people = names.filter((name) => PSEUDONYM.test(name)).length;
  if (people > 0) return `${people} 人`;
  if (names.every((name) => name === recordId)) return '这条记录';
  if (names.every((name) => name === organizationId)) return '这个组织';
  return names.every((name) => /\p{Script=Han}/u.test(name)) ? names.join('、') : `${names.length} 个`;
}

const records: Ledger<'listCountedRecords'> = {
  query: 'listCountedRecords',
  title: '数到的记录',
  says: '',
  columns: [
    { field: 'on', width: 110 },
    { field: 'organizationId', width: 200 },
    {
      field: 'kind',
      title: '记录',
      show: ({ kind, recordId }) => <Opened kind={kind} id={recordId} />,
    },
    { field: 'countedAs', title: '计作', show: countedAs },
    {
      field: 'amount',
      show: ({ amount }) => (amount === null ? '—' : shownMoney(amount)),
    },
    { field: 'team', spare: true },
  ],
  empty: '这段日子里没有数到记录',
};

function Opened({ kind, id }: { kind: string; id: string }) {
  const page = pages[kind];
  const word = valueWord('recordKind', kind);
  return page ? <Link to={`${page}/${id}` as never}>打开{word}</Link> : <>{word}</>;
}

export function FigurePage() {
  const { indicator } = useParams({ strict: false }) as { indicator: string };
  const { from, to }: { from?: string; to?: string } = useSearch({ strict: false });
  const period = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const { data, error, isPending } = useAsk('listFigures', period as never);
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} />;
  const figure = data?.figures.find((one) => one.indicator === indicator);
  if (!figure)
    return (
      <Empty title="这段日子没有这个数字">
        <p>各组不一致的、下级没有报送的，不列出。</p>
      </Empty>
    );
  return <Opening figure={figure} all={data?.figures ?? []} period={period} />;
}

interface OpeningProps {
  readonly figure: Figure;
  readonly all: readonly Figure[];
  readonly period: { readonly from?: string; readonly to?: string };
}

function Opening({ figure, all, period }: OpeningProps) {
  const [what, how] = wordsOf(figure);
  const { number, unit } = shownFigure(figure);
  const { from, to } = period;
  const input = { indicator: figure.indicator, ...period } as never;
  return (
    <>
      <PageHead
        title={what}
        crumbs={[['驾驶舱', '/cockpit']]}
        says={[from && to ? `${from} 至 ${to}` : '全部日期', how].filter(Boolean).join('；')}
        after={
          <span className="big number">
            {number}
            {unit && ` ${unit}`}
          </span>
        }
      >
        <ExportButton ledger={records} input={input} />
      </PageHead>
      <Parts figure={figure} all={all} period={period} />
      <section className="card" aria-label={records.title}>
        <LedgerTable ledger={records} input={input} />
      </section>
    </>
  );
}

function Parts({ figure, all, period }: OpeningProps) {
  const parts = (figure.parts ?? []).flatMap((part) => all.find(({ indicator }) => indicator === part) ?? []);
  if (parts.length === 0) return null;
  return (
    <Part title={figure.unit === 'percent' ? '怎样算出来：前一个除以后一个' : '由这些数字相加'}>
      <ul className="figures">
        {parts.map((part) => (
          <li key={part.indicator}>
            <Link className="figure" to={`/cockpit/${part.indicator}` as never} search={period as never}>
              <span className="what">{part.sentence}</span>
              <strong className="number">{shownFigure(part).number}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
