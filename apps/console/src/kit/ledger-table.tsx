/** The list itself: a table where there is room, cards on a phone. Pages go forward by cursor; the way back is remembered. */
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAsk, useRights } from '../api/hooks.js';
import { callOf, type Input, type ListName, type PageOf } from '../api/names.js';
import { commandWord } from '../words/commands.js';
import { fieldWord } from '../words/words.js';
import { BatchActions } from './batch-actions.js';
import { columnsOf, type Column, type Ledger } from './ledger.js';
import { Empty, Failed, Loading } from './notices.js';
import { Cards, idOf, Rows } from './ledger-rows.js';
import { useIsNarrow } from './narrow.js';

const ROWS = 50;
/** With fewer columns there is nothing to choose among. */
const MANY = 6;

interface Props<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly input: Input<Q>;
  /** Within a record's page: fewer rows, nothing to choose. */
  readonly isPart?: boolean;
  /** Stands above the list, in one line with what is done with it. */
  readonly tabs?: ReactNode;
}

export function LedgerTable<Q extends ListName>({ tabs, ...props }: Props<Q>) {
  const { tools, list, isBusy } = useList(props);
  return (
    <div aria-busy={isBusy}>
      {(tabs || tools) && (
        <div className="ledger-head">
          {tabs}
          {tools && <div className="actions">{tools}</div>}
        </div>
      )}
      {list}
    </div>
  );
}

/** What stands for the list: that it is on its way, that there is none, or its rows; and what is done with them. */
function useList<Q extends ListName>({ ledger, input, isPart = false }: Omit<Props<Q>, 'tabs'>): Listed {
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
    !isPart &&
    !isNarrow &&
    (ledger.batch?.commands.some((command) => may(callOf(command).permission)) ?? false);
  if (isPending) return { list: <Loading /> };
  if (error && !data) return { list: <Failed problem={error} again={() => void refetch()} /> };
  const { items: rows, next } = data as PageOf<Q>;
  const items = [...rows];
  if (items.length === 0 && cursors.length === 0)
    return {
      list: isPart ? (
        <Empty title={titleOfNone(ledger)} />
      ) : (
        <None ledger={ledger} isNarrowed={isNarrowed(ledger, input)} />
      ),
    };
  const chosen = items.filter((item) => picked.includes(idOf(item)));
  const tools = !isPart && !isNarrow && (isBatch || chooser) && (
    <>
      {ledger.batch && isBatch && (
        <BatchActions batch={ledger.batch} chosen={chosen as never} done={() => setPicked([])} />
      )}
      {chooser}
    </>
  );
  const list = (
    <>
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
    </>
  );
  return { tools, list, isBusy: isPlaceholderData };
}

interface Listed {
  readonly list: ReactNode;
  readonly tools?: ReactNode;
  readonly isBusy?: boolean;
}

const titleOfNone = ({ empty }: { readonly empty?: string }) => empty ?? '没有记录';

function None<Q extends ListName>({ ledger, isNarrowed }: { ledger: Ledger<Q>; isNarrowed: boolean }) {
  const { may } = useRights();
  const made = (ledger.makes ?? []).find((command) => may(callOf(command).permission));
  const first = made && commandWord(made);
  return (
    <Empty title={titleOfNone(ledger)}>
      {isNarrowed ? <p>换一个筛选条件，或点“重置”看全部。</p> : first && <p>点“{first}”开始。</p>}
    </Empty>
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
  if (all.length < MANY) return { shown: all, chooser: null };
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

/** Whether somebody chose to see less than the ledger holds. */
function isNarrowed<Q extends ListName>({ given = {} }: Ledger<Q>, input: Input<Q>): boolean {
  return Object.entries(input).some(([field, value]) => value !== undefined && !(field in given));
}
