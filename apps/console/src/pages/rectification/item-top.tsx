import type { Answer } from '../../api/names.js';
import { valueWord } from '../../words/words.js';

type Item = Answer<'readItem'>;
type Remark = Item['returns'][number];

/** What the organization has to mend: it was returned or reopened, and has not been handed in since. */
export function mendNow({
  state,
  returns,
  reopenings,
  submissions,
}: Item): (Remark & { what: string }) | undefined {
  if (state !== 'inProgress') return undefined;
  const returned = returns.at(-1);
  const reopened = reopenings.at(-1);
  // Each return is of one submission; whatever follows the last submission stands.
  const last = submissions.at(-1)?.on ?? '';
  const standing = [
    ...(returned && returned.on >= last ? [{ ...returned, what: '退回了' }] : []),
    ...(reopened && reopened.on >= last ? [{ ...reopened, what: '重新打开了' }] : []),
  ];
  return standing.toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1);
}

export function ItemTop({ view }: { view: Item }) {
  const mend = mendNow(view);
  const undone = view.closings.at(-1)?.undone;
  return (
    <>
      {mend && (
        <section className="returned" aria-label="退回意见">
          <h2>这一事项被{mend.what}，原因如下</h2>
          <p className="said">{mend.opinion}</p>
          <p className="second number">
            {mend.on}
            {undone && ` · 原来的销号已作废（${valueWord('ReopenedBecause', undone.because)}）`}
          </p>
        </section>
      )}
      {view.state === 'submitted' && undone?.because === 'evidenceChanged' && (
        <div className="next-step">
          <span>
            <strong>佐证已更换：</strong>
            {undone.on} 更换了佐证材料或结果，原来的销号随之作废，要重新验收。
          </span>
        </div>
      )}
    </>
  );
}
