/** The rows of a ledger: of a table, or as cards; one column of each leads to the record itself. */
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { outputs } from 'virtual:fields';
import { useRights } from '../api/hooks.js';
import { callOf, type Item, type ListName } from '../api/names.js';
import { fieldWord } from '../words/words.js';
import { columnsOf, type Column, type Ledger } from './ledger.js';
import { ReferredName, Value } from './value.js';

interface RowsProps<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly columns: readonly Column<Q>[];
  readonly items: readonly Item<Q>[];
  readonly picked?: readonly string[];
  readonly pick?: (ids: readonly string[]) => void;
}

export function Rows<Q extends ListName>({ ledger, columns, items, picked = [], pick }: RowsProps<Q>) {
  const ids = items.map(idOf);
  const isAll = ids.every((id) => picked.includes(id));
  const toggle = (id: string) =>
    pick?.(picked.includes(id) ? picked.filter((it) => it !== id) : [...picked, id]);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`${ledger.title}，可左右滚动`}>
      <table className="rows">
        <thead>
          <tr>
            {pick && (
              <th scope="col">
                <Checkbox checked={isAll} onChange={() => pick(isAll ? [] : ids)} aria-label="选择本页全部" />
              </th>
            )}
            {columns.map(({ field, title, width }) => (
              <th scope="col" key={field} {...(width ? { style: { minWidth: width } } : {})}>
                {title ?? fieldWord(field, ledger.query)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={idOf(item)}>
              {pick && (
                <td>
                  <Checkbox
                    checked={picked.includes(idOf(item))}
                    onChange={() => toggle(idOf(item))}
                    aria-label={`选择 ${titleOf(ledger, item)}`}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.field} className={isLink(ledger, column) ? 'leads' : undefined}>
                  <Cell ledger={ledger} column={column} item={item} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly column: Column<Q>;
  readonly item: Item<Q>;
}

function Cell<Q extends ListName>({ ledger, column, item }: CellProps<Q>) {
  const { may } = useRights();
  const isOpen = !ledger.opens || may(callOf(ledger.opens).permission);
  const inner = column.show ? (
    column.show(item)
  ) : (
    <Value name={column.field} field={itemField(ledger, column.field)} value={item[column.field]} />
  );
  if (!isOpen || !ledger.to || !isLink(ledger, column)) return inner;
  return <Link to={ledger.to(item) as never}>{plain(ledger, column, item) ?? inner}</Link>;
}

/** The column that leads to the record itself. */
function isLink<Q extends ListName>(ledger: Ledger<Q>, { field }: Column<Q>): boolean {
  return field === (ledger.link ?? columnsOf(ledger)[0]!.field);
}

/** A link holds no other link: what names something else is shown by its text alone. */
function plain<Q extends ListName>(ledger: Ledger<Q>, { field, show }: Column<Q>, item: Item<Q>): ReactNode {
  const value = item[field] as unknown;
  const isReference = !show && itemField(ledger, field)?.type === 'id' && typeof value === 'string';
  return isReference ? <ReferredName field={field} id={value} /> : undefined;
}

function itemField<Q extends ListName>({ query }: Ledger<Q>, field: string) {
  const items = outputs[query]?.items;
  return items?.type === 'list' && items.item.type === 'group' ? items.item.fields[field] : undefined;
}

export function Cards<Q extends ListName>({
  ledger,
  columns,
  items,
}: {
  ledger: Ledger<Q>;
  columns: Column<Q>[];
  items: Item<Q>[];
}) {
  const first = columnsOf(ledger).find((column) => isLink(ledger, column))!;
  const rest = columns.filter(({ field }) => field !== first.field && field !== 'state');
  const state = columns.find(({ field }) => (field as string) === 'state');
  return (
    <ul className="cards">
      {items.map((item) => (
        <li key={idOf(item)}>
          <div className="top">
            <strong>
              <Cell ledger={ledger} column={first} item={item} />
            </strong>
            {state && <Cell ledger={ledger} column={state} item={item} />}
          </div>
          <dl>
            {rest.map((column) => (
              <Pair key={column.field} title={column.title ?? fieldWord(column.field, ledger.query)}>
                <Cell ledger={ledger} column={column} item={item} />
              </Pair>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Pair({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

export function idOf(item: unknown): string {
  const { id, ...rest } = item as { id?: string };
  return id ?? JSON.stringify(rest);
}

function titleOf<Q extends ListName>(ledger: Ledger<Q>, item: Item<Q>): string {
  const first = ledger.link ?? columnsOf(ledger)[0]!.field;
  return String(item[first] ?? '');
}
