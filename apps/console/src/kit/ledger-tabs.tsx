/** The states of a ledger as tabs, each with how many there are. */
import { inputs } from 'virtual:fields';
import { useAsk } from '../api/hooks.js';
import type { ListName, QueryName } from '../api/names.js';
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

export function LedgerTabs<Q extends ListName>(props: Props<Q>) {
  const { counts } = props.ledger;
  return counts ? <CountedTabs {...props} query={counts} /> : <Tabs {...props} counts={undefined} />;
}

function CountedTabs<Q extends ListName>({ query, ...props }: Props<Q> & { query: QueryName }) {
  const { [props.ledger.tabs!]: _now, ...others } = props.chosen;
  const { data } = useAsk(query, { ...others, ...props.ledger.given } as never, { keep: true });
  return <Tabs {...props} counts={data as Counts} />;
}

type Counts = Readonly<Record<string, number>> | undefined;

function Tabs<Q extends ListName>({ ledger, chosen, choose, counts }: Props<Q> & { counts: Counts }) {
  const tab = ledger.tabs!;
  const field = inputs[ledger.query]?.[tab];
  if (field?.type !== 'choice') return null;
  const { [tab]: now, ...others } = chosen;
  const total = counts && field.values.reduce((sum, value) => sum + (counts[value] ?? 0), 0);
  return (
    <nav className="tabs" aria-label="按状态">
      <Tab text="全部" count={total} isNow={now === undefined} choose={() => choose(others)} />
      {field.values.map((value) => (
        <Tab
          key={value}
          text={valueWord(field.of, value)}
          count={counts && (counts[value] ?? 0)}
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
    <button type="button" aria-current={isNow} className={count === 0 ? 'none' : undefined} onClick={choose}>
      {text}
      {shown}
    </button>
  );
}
