/** Of an outcome: its correction, the instalments it belongs to, and who was held accountable. */
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { shownMoney } from '../../kit/numbers.js';
import { Withdrawal } from '../../kit/withdrawal.js';

type Outcome = Answer<'readOutcome'>;
const MOST = 200;

export function OutcomeParts({ view }: { view: Outcome }) {
  return (
    <>
      <Withdrawal withdrawal={view.withdrawal} />
      {view.instalment && <Instalments view={view} instalment={view.instalment} />}
      {view.persons.length > 0 && (
        <Part title="被问责的人" aside={<span className="second">同一人只计一次；查看留痕</span>}>
          <ul className="evidence">
            {view.persons.map(({ reference, pseudonym }) => (
              <li key={pseudonym}>{reference}</li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

/** Money repaid in parts: what has come in so far, and what is still owed. */
function Instalments({
  view,
  instalment,
}: {
  view: Outcome;
  instalment: NonNullable<Outcome['instalment']>;
}) {
  const { data } = useAsk('listOutcomes', { itemId: view.itemId, limit: MOST });
  const all = (data?.items ?? [])
    .filter((it) => it.instalment?.firstId === instalment.firstId)
    .toSorted((one, other) => one.instalment!.number - other.instalment!.number);
  const counted = all.filter(({ state }) => state === 'recorded');
  const paid = counted.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const percent = Math.min(100, Math.round((paid / instalment.total) * 100));
  return (
    <Part
      title="分期退款"
      aside={
        <span className="second number">
          {counted.length} / {instalment.of} 期
        </span>
      }
    >
      <p className="number">
        应退 {shownMoney(instalment.total)}，已退 <strong>{shownMoney(paid)}</strong>
        {paid < instalment.total && `，还差 ${shownMoney(instalment.total - paid)}`}
      </p>
      <div className="paid" role="img" aria-label={`已退 ${percent}%`}>
        <span style={{ width: `${percent}%` }} />
      </div>
      <ul className="evidence">
        {all.map(({ id, on, amount, state, instalment: part }) => (
          <li key={id} className="number">
            第 {part!.number} 期 · {on} ·{' '}
            {id === view.id ? (
              <strong>{shownMoney(amount ?? 0)}</strong>
            ) : (
              <Link to={`/outcomes/${id}` as never}>{shownMoney(amount ?? 0)}</Link>
            )}{' '}
            {state === 'withdrawn' && <StateTag of="state" value={state} />}
          </li>
        ))}
      </ul>
      {counted.length < instalment.of && (
        <p className="second">下一期在整改事项里“记录成效”，第一期选这一笔。</p>
      )}
    </Part>
  );
}
