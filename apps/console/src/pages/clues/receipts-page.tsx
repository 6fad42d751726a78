/** The desk of an organ that receives clues: what to sign for, and what it owes an answer to. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { DaysLeft } from '../../kit/days-left.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { valueWord } from '../../words/words.js';

const MOST = 200;

export function ReceiptsPage() {
  const { may, isKnown } = useRights();
  const transfers = useAsk('listTransfers', { state: 'delivered', limit: MOST });
  const received = useAsk('listClues', { state: 'received', limit: MOST });
  const held = useAsk('listClues', { state: 'held', limit: MOST });
  const disposed = useAsk('listClues', { state: 'disposed', limit: MOST });
  if (isKnown && !may(callOf('receiveTransfer').permission)) return <Forbidden />;
  if (transfers.error && !transfers.data)
    return <Failed problem={transfers.error} again={() => void transfers.refetch()} />;
  if (!transfers.data) return <Loading />;
  return (
    <>
      <PageHead
        title="签收台"
        says="巡察机构移交来的线索在这里签收；签收以后，按期反馈怎样处置、有什么结果。"
      />
      <ToSign transfers={transfers.data.items} />
      <Clues
        title="等提出处置方式"
        empty="没有"
        says="谈话函询、初步核实、暂存待查、予以了结，选一种。"
        clues={byDue(received.data?.items ?? [], ({ answerDueOn }) => answerDueOn)}
        due={({ answerDueOn }) => answerDueOn}
      />
      <Clues
        title="处置中，有结果后记录"
        empty="没有"
        says="立案、处分等有了结果，到线索页面记录；由线索保管员办结。"
        clues={disposed.data?.items ?? []}
        due={() => null}
      />
      <Clues
        title="暂存待查"
        empty="没有"
        says="到期自动恢复办理。"
        clues={byDue(held.data?.items ?? [], ({ heldUntil }) => heldUntil)}
        due={({ heldUntil }) => heldUntil}
      />
    </>
  );
}

type Clue = Item<'listClues'>;
const byDue = (clues: readonly Clue[], due: (clue: Clue) => string | null) =>
  clues.toSorted((one, other) => (due(one) ?? '').localeCompare(due(other) ?? ''));

function ToSign({ transfers }: { transfers: readonly Item<'listTransfers'>[] }) {
  return (
    <section className="card" aria-label="等签收">
      <header>
        <h2>等签收</h2>
        <span className="second number">{transfers.length} 件</span>
      </header>
      <div className="body">
        {transfers.length === 0 && <p className="second">没有等签收的移交。</p>}
        <ul className="goods">
          {transfers.map(({ id, version, number, clueIds, urgent, receiptDueOn }) => (
            <li key={id}>
              <Link to={`/transfers/${id}` as never}>{number}</Link>
              <span>线索 {clueIds.length} 条</span>
              {urgent && <span className="tag urgent">快速移交</span>}
              <DaysLeft due={receiptDueOn} />
              <CommandButton
                command="receiveTransfer"
                primary
                given={{ transferId: id }}
                fixed={{ signature: undefined }}
                seen={version}
                onDone={() => undefined}
              />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

interface CluesProps {
  readonly title: string;
  readonly says: string;
  readonly empty: string;
  readonly clues: readonly Clue[];
  readonly due: (clue: Clue) => string | null;
}

function Clues({ title, says, empty, clues, due }: CluesProps) {
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="second number">{clues.length} 条</span>
      </header>
      <div className="body">
        <p className="second">{clues.length === 0 ? empty : says}</p>
        <ul className="goods">
          {clues.map((clue) => (
            <li key={clue.id}>
              <Link to={`/clues/${clue.id}` as never}>{clue.number}</Link>
              <span>{clue.nature && valueWord('ClueNature', clue.nature)}</span>
              <span className="second">{clue.persons} 人</span>
              <DaysLeft due={due(clue)} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
