/** Coverage of a term: in all, by kind, and as a heat table of place by kind; every cell opens to what it counts (rules.md 16). */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useAsk } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import DocumentButton from '../../kit/document-button.js';
import { Failed, Loading } from '../../kit/notices.js';
import { Part } from '../../kit/part.js';
import { shownNumber } from '../../kit/numbers.js';
import { valueWord } from '../../words/words.js';
import { HeatTable } from './heat-table.js';
import { beginOf, percentOf, tableOf, type Share } from './coverage-table.js';
import { usePlaces, type Places } from './places.js';

type Term = Answer<'readTerm'>;
type View = Answer<'readCoverage'>;
interface Search {
  readonly day?: string;
  /** The place whose parts are the rows. */
  readonly place?: string;
}

export function Coverage({ term }: { term: Term }) {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (next: Search) => void navigate({ search: { ...search, ...next } as never, replace: true });
  const { data, error, refetch } = useAsk(
    'readCoverage',
    { termId: term.id, ...(search.day ? { day: search.day } : {}) } as never,
    { keep: true },
  );
  const day = (
    <span className="coverage-day">
      <label htmlFor="coverage-day">截至</label>
      <Input
        id="coverage-day"
        type="date"
        min={term.firstDay}
        max={term.lastDay}
        value={data?.day ?? ''}
        onChange={({ target }) => choose({ day: target.value || undefined } as Search)}
      />
    </span>
  );
  const aside = (
    <>
      {day}
      {data && (
        <DocumentButton query="coverageTable" input={{ termId: data.termId, day: data.day }} name="情况表" />
      )}
    </>
  );
  return (
    <>
      <Part title="全覆盖" aside={aside}>
        {error && !data && <Failed problem={error} again={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data && <Kinds view={data} />}
      </Part>
      {data && data.places.length > 0 && <ByPlace view={data} search={search} />}
    </>
  );
}

function Kinds({ view }: { view: View }) {
  return (
    <ul className="kinds">
      <li className="whole">
        <Rate title="本届覆盖率" share={view} termId={view.termId} day={view.day} />
      </li>
      {view.kinds.map((one) => (
        <li key={one.kind}>
          <Rate
            title={valueWord('OrganizationKind', one.kind)}
            share={one}
            termId={view.termId}
            day={view.day}
            kind={one.kind}
          />
        </li>
      ))}
    </ul>
  );
}

interface RateProps {
  readonly title: string;
  readonly share: Share;
  readonly termId: string;
  readonly day: string;
  readonly kind?: string;
}

function Rate({ title, share, termId, day, kind }: RateProps) {
  const percent = percentOf(share);
  const to = `/terms/${termId}/organizations`;
  const filter = { day, ...(kind ? { kind } : {}) };
  return (
    <>
      <span>{title}</span>
      <strong className="number">{percent === null ? '—' : `${percent}%`}</strong>
      <span className="meter" aria-hidden="true">
        <i style={{ width: `${percent ?? 0}%` }} />
      </span>
      <span className="second number">
        <Link to={to as never} search={{ ...filter, inspected: true } as never}>
          已巡 {shownNumber(share.inspected)}
        </Link>
        {' · '}
        <Link to={to as never} search={{ ...filter, inspected: false } as never}>
          未巡 {shownNumber(share.organizations - share.inspected)}
        </Link>
      </span>
    </>
  );
}

function ByPlace({ view, search }: { view: View; search: Search }) {
  const places = usePlaces(view.places.flatMap(({ parentId }) => parentId ?? []));
  if (!places) return <Loading />;
  const parentOf = (id: string) => places.get(id)?.parentId;
  const focus = search.place ?? beginOf(view.places, parentOf);
  const name = focus === null ? '各地' : (places.get(focus)?.name ?? '');
  return (
    <Part title={`${name}：地方 × 类别`} aside={<Legend />}>
      <Above focus={focus} places={places} search={search} />
      <HeatTable
        table={tableOf(view.places, focus, parentOf)}
        focus={focus}
        nameOf={(id) => places.get(id)?.name ?? '（无权查看）'}
        termId={view.termId}
        day={view.day}
        search={search as Readonly<Record<string, unknown>>}
      />
      <p className="second">
        括号里是已巡和应巡的家数。点一格看是哪些组织；有下划线的一格包含更下一级，点开先看下一级。
      </p>
    </Part>
  );
}

/** The way back up from a place that was opened. */
function Above({ focus, places, search }: { focus: string | null; places: Places; search: Search }) {
  if (search.place === undefined) return null;
  const above: string[] = [];
  for (let at = focus && places.get(focus)?.parentId; at; at = places.get(at)?.parentId) above.unshift(at);
  return (
    <nav className="crumbs" aria-label="上级地方">
      {above.map((id) => (
        <span key={id}>
          <Link to={'.' as never} search={{ ...search, place: id } as never} replace>
            {places.get(id)?.name}
          </Link>
          <span className="second"> / </span>
        </span>
      ))}
      {focus && places.get(focus)?.name}
    </nav>
  );
}

const rungs = ['不到 50%', '50% 以上', '65% 以上', '80% 以上', '95% 以上'];

function Legend() {
  return (
    <span className="legend">
      <span className="second">覆盖率</span>
      {rungs.map((text, index) => (
        <span key={text}>
          <i className={`heat-${index}`} aria-hidden="true" /> {text}
        </span>
      ))}
    </span>
  );
}
