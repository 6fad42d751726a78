import { Link } from '@tanstack/react-router';
import { useIsNarrow } from '../../kit/narrow.js';
import { valueWord } from '../../words/words.js';
import { percentOf, sumOf, type Cell, type Row, type Share, type Table } from './coverage-table.js';

interface Props {
  readonly table: Table;
  readonly focus: string | null;
  readonly nameOf: (id: string) => string;
  readonly termId: string;
  readonly day: string;
  readonly search: Readonly<Record<string, unknown>>;
}

/** Per cent from which each shade begins. */
const RUNGS = [50, 65, 80, 95];

export function HeatTable({ table: { kinds, rows }, ...props }: Props) {
  const { focus, nameOf } = props;
  const titleOf = ({ placeId }: Row) =>
    placeId === null ? '（最上级）' : placeId === focus ? `${nameOf(placeId)}直属` : nameOf(placeId);
  const sorted = rows.toSorted(
    (one, other) => rank(one, focus) - rank(other, focus) || titleOf(one).localeCompare(titleOf(other), 'zh'),
  );
  const columns = kinds.map((kind) => ({
    kind,
    ...sumOf(rows.flatMap(({ cells }) => cells.get(kind) ?? [])),
  }));
  const isNarrow = useIsNarrow();
  if (isNarrow) return <HeatCards {...props} rows={sorted} titleOf={titleOf} />;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="覆盖率热力表，可左右滚动">
      <table className="heat">
        <Head kinds={kinds} />
        <tbody>
          {sorted.map((row) => (
            <tr key={row.placeId ?? ''}>
              <th scope="row">{titleOf(row)}</th>
              {kinds.map((kind) => (
                <td key={kind}>
                  <Shade {...props} row={row} cell={row.cells.get(kind)} />
                </td>
              ))}
              <Total share={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {columns.map((column) => (
              <Total key={column.kind} share={column} />
            ))}
            <Total share={sumOf(columns)} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface CardsProps extends Omit<Props, 'table'> {
  readonly rows: readonly Row[];
  readonly titleOf: (row: Row) => string;
}

/** On a phone: a place after the other, with the kinds that it has. */
function HeatCards({ rows, titleOf, ...props }: CardsProps) {
  return (
    <ul className="heat-cards">
      {rows.map((row) => (
        <li key={row.placeId ?? ''}>
          <p>
            <strong>{titleOf(row)}</strong>
            <span className="number">
              {percentOf(row) ?? '—'}% ({row.inspected}/{row.organizations})
            </span>
          </p>
          <dl>
            {[...row.cells.values()].map((cell) => (
              <div key={cell.kind}>
                <dt>{valueWord('OrganizationKind', cell.kind)}</dt>
                <dd>
                  <Shade {...props} row={row} cell={cell} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Head({ kinds }: { kinds: Table['kinds'] }) {
  return (
    <thead>
      <tr>
        <th scope="col">地方</th>
        {kinds.map((kind) => (
          <th scope="col" key={kind}>
            {valueWord('OrganizationKind', kind)}
          </th>
        ))}
        <th scope="col">合计</th>
      </tr>
    </thead>
  );
}

/** The place itself, what stands below nothing, then its parts. */
function rank({ placeId }: Row, focus: string | null): number {
  return placeId === null ? 0 : placeId === focus ? 1 : 2;
}

function Shade({
  row,
  cell,
  termId,
  day,
  search,
}: Omit<Props, 'table'> & { row: Row; cell: Cell | undefined }) {
  if (!cell) return <span className="none">—</span>;
  const percent = percentOf(cell) ?? 0;
  const shade = `heat-${RUNGS.filter((rung) => percent >= rung).length}`;
  const inner = (
    <>
      {percent}%{' '}
      <small>
        ({cell.inspected}/{cell.organizations})
      </small>
    </>
  );
  if (!cell.isDirect)
    return (
      <Link
        to={'.' as never}
        search={{ ...search, place: row.placeId } as never}
        className={`${shade} below number`}
      >
        {inner}
      </Link>
    );
  const filter = {
    day,
    kind: cell.kind,
    inspected: false,
    ...(row.placeId ? { parentId: row.placeId } : {}),
  };
  return (
    <Link
      to={`/terms/${termId}/organizations` as never}
      search={filter as never}
      className={`${shade} number`}
    >
      {inner}
    </Link>
  );
}

function Total({ share }: { share: Share }) {
  const percent = percentOf(share);
  return (
    <td className="total number">
      {percent === null ? '—' : `${percent}%`}
      <small>
        {' '}
        ({share.inspected}/{share.organizations})
      </small>
    </td>
  );
}
