import { inputs } from 'virtual:fields';
import { useAsk } from '../api/hooks.js';
import type { ListName } from '../api/names.js';
import { valueWord } from '../words/words.js';
import type { Ledger } from './ledger.js';
import type { Chosen } from './ledger-page.js';
import { shownNumber } from './numbers.js';

/** Counts are capped by the service; what reaches the cap is "or more". */
const CAP = 1_000;

interface Props<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly chosen: Chosen;
  readonly choose: (next: Chosen) => void;
}

export function LedgerTabs<Q extends ListName>({ ledger, chosen, choose }: Props<Q>) {
  const tab = ledger.tabs!;
  const field = inputs[ledger.query]?.[tab];
  const values = field?.type === 'choice' ? field.values : [];
  const of = field?.type === 'choice' ? field.of : '';
  const { [tab]: now, ...others } = chosen;
  const { data } = useAsk((ledger.counts ?? 'me') as never, { ...others, ...ledger.given } as never, {
    when: ledger.counts !== undefined,
    keep: true,
  });
  // Without a query that counts, this asks nothing, and another's answer is no count.
  const counts =
    ledger.counts === undefined ? undefined : (data as Readonly<Record<string, number>> | undefined);
  const total = counts && values.reduce((sum, value) => sum + (counts[value] ?? 0), 0);
  return (
    <nav className="tabs" aria-label="按状态">
      <Tab text="全部" count={total} isNow={now === undefined} choose={() => choose(others)} />
      {values.map((value) => (
        <Tab
          key={value}
          text={valueWord(of, value)}
          count={counts?.[value] ?? (counts && 0)}
          isNow={now === value}
          choose={() => choose({ ...others, [tab]: value })}
        />
      ))}
    </nav>
  );
}

interface TabProps {
  readonly text: string;
  readonly count: number | undefined;
  readonly isNow: boolean;
  readonly choose: () => void;
}

function Tab({ text, count, isNow, choose }: TabProps) {
  const shown = count === undefined ? '' : ` ${shownNumber(count)}${count >= CAP ? '+' : ''}`;
  return (
    <a
      href="#"
      role="button"
      aria-current={isNow}
      onClick={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      {text}
      {shown}
    </a>
  );
}
