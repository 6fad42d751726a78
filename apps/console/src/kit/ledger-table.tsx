/** The list itself: a table where there is room, cards on a phone. Pages go forward by cursor; the way back is remembered. */
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { outputs } from 'virtual:fields';
import { useAsk, useRights } from '../api/hooks.js';
import { callOf, type Input, type Item, type ListName, type PageOf } from '../api/names.js';
import { fieldWord } from '../words/words.js';
import { BatchActions } from './batch-actions.js';
import { columnsOf, type Column, type Ledger } from './ledger.js';
import { Empty, Failed, Loading } from './notices.js';
import { useIsNarrow } from './narrow.js';
import { ReferredName, Value } from './value.js';

const ROWS = 50;

interface Props<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly input: Input<Q>;
  /** Within a record's page: fewer rows, nothing to choose. */
  readonly isPart?: boolean;
}

export function LedgerTable<Q extends ListName>({ ledger, input, isPart = false }: Props<Q>) {
  const asked = JSON.stringify(input);
  const [place, setPlace] = useState<{ asked: string; cursors: readonly string[] }>({ asked, cursors: [] });
  const cursors = place.asked === asked ? place.cursors : [];
  const page = { ...(input as object), limit: ROWS, cursor: cursors.at(-1) } as Input<Q>;
  const { data, error, isPending, refetch, isPlaceholderData } = useAsk(ledger.query, page, { keep: true });
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { shown, chooser } = useColumns(ledger);
  const isNarrow = useIsNarrow();
  const { may } = useRights();
  const isBatch =
    !isPart && (ledger.batch?.commands.some((command) => may(callOf(command).permission)) ?? false);
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  const { items: rows, next } = data as PageOf<Q>;
  const items = [...rows];
  if (items.length === 0 && cursors.length === 0)
    return (
      <Empty title={ledger.empty ?? '没有记录'}>
        {!isPart && isNarrowed(ledger, input) && <p>换一个筛选条件，或点“重置”看全部。</p>}
      </Empty>
    );
  const chosen = items.filter((item) => picked.includes(idOf(item)));
  return (
    <div aria-busy={isPlaceholderData}>
      {!isPart && (
        <div className="pager">
          {ledger.batch && isBatch && (
            <BatchActions batch={ledger.batch} chosen={chosen as never} done={() => setPicked([])} />
          )}
          {!isNarrow && chooser}
        </div>
      )}
      {isNarrow ? (
        <Cards ledger={ledger} columns={shown} items={items} />
      ) : (
        <Rows
          ledger={ledger}
          columns={shown}
          items={items}
          {...(isBatch ? { picked, pick: setPicked } : {})}
        />
      )}
      <Pager
        page={cursors.length + 1}
        back={cursors.length > 0 ? () => setPlace({ asked, cursors: cursors.slice(0, -1) }) : undefined}
        forth={next ? () => setPlace({ asked, cursors: [...cursors, next] }) : undefined}
      />
    </div>
  );
}

interface PagerProps {
  readonly page: number;
  readonly back: (() => void) | undefined;
  readonly forth: (() => void) | undefined;
}

function Pager({ page, back, forth }: PagerProps) {
  if (!back && !forth) return null;
  return (
    <div className="pager">
      <span className="second">第 {page} 页</span>
      <Button disabled={!back} onClick={back}>
        上一页
      </Button>
      <Button disabled={!forth} onClick={forth}>
        下一页
      </Button>
    </div>
  );
}

function useColumns<Q extends ListName>(ledger: Ledger<Q>): { shown: Column<Q>[]; chooser: ReactNode } {
  const all = columnsOf(ledger);
  const key = `columns:${ledger.query}`;
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(key);
    return kept ? (JSON.parse(kept) as string[]) : all.filter(({ spare }) => spare).map(({ field }) => field);
  });
  const toggle = (field: string) => {
    const next = hidden.includes(field) ? hidden.filter((it) => it !== field) : [...hidden, field];
    setHidden(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  const items = all.map(({ field, title }) => ({
    key: field,
    label: `${hidden.includes(field) ? '　' : '✓'} ${title ?? fieldWord(field, ledger.query)}`,
  }));
  const chooser = (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key: field }) => toggle(field) }}>
      <Button>选择列</Button>
    </Dropdown>
  );
  return { shown: all.filter(({ field }) => !hidden.includes(field)), chooser };
}

interface RowsProps<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly columns: readonly Column<Q>[];
  readonly items: readonly Item<Q>[];
  readonly picked?: readonly string[];
  readonly pick?: (ids: readonly string[]) => void;
}

function Rows<Q extends ListName>({ ledger, columns, items, picked = [], pick }: RowsProps<Q>) {
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
                <td key={column.field}>
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
  const isLink = isOpen && ledger.to && column.field === (ledger.link ?? columnsOf(ledger)[0]!.field);
  return isLink ? <Link to={ledger.to!(item) as never}>{plain(ledger, column, item) ?? inner}</Link> : inner;
}

/** A link holds no other link: what names something else is shown by its text alone. */
function plain<Q extends ListName>(ledger: Ledger<Q>, { field, show }: Column<Q>, item: Item<Q>): ReactNode {
  const value = item[field] as unknown;
  const isReference = !show && itemField(ledger, field)?.type === 'id' && typeof value === 'string';
  return isReference ? <ReferredName field={field} id={value} /> : undefined;
}

/** Whether somebody chose to see less than the ledger holds. */
function isNarrowed<Q extends ListName>({ given = {} }: Ledger<Q>, input: Input<Q>): boolean {
  return Object.entries(input).some(([field, value]) => value !== undefined && !(field in given));
}

function itemField<Q extends ListName>({ query }: Ledger<Q>, field: string) {
  const items = outputs[query]?.items;
  return items?.type === 'list' && items.item.type === 'group' ? items.item.fields[field] : undefined;
}

function Cards<Q extends ListName>({
  ledger,
  columns,
  items,
}: {
  ledger: Ledger<Q>;
  columns: Column<Q>[];
  items: Item<Q>[];
}) {
  const first = columnsOf(ledger).find(
    ({ field }) => field === (ledger.link ?? columnsOf(ledger)[0]!.field),
  )!;
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

function idOf(item: unknown): string {
  const { id, ...rest } = item as { id?: string };
  return id ?? JSON.stringify(rest);
}

function titleOf<Q extends ListName>(ledger: Ledger<Q>, item: Item<Q>): string {
  const first = ledger.link ?? columnsOf(ledger)[0]!.field;
  return String(item[first] ?? '');
}
