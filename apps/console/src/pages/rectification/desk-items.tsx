import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import type { Item } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import { StateTag } from '../../kit/state-tag.js';
import { FindingTitle } from './finding-titles.js';
import { mendNow } from './item-top.js';

type Entry = Item<'listItems'>;

/** Items that are not closed out, as they fall due. */
export function DeskItems({ items }: { items: readonly Entry[] }) {
  if (items.length === 0) return null;
  return (
    <section className="card" aria-label="没有销号的整改事项">
      <header>
        <h2>没有销号的整改事项</h2>
        <span className="second number">{items.length} 项，先到期的在前</span>
      </header>
      <ul className="cards">
        {items.map((item) => (
          <li key={item.id}>
            <div className="top">
              <strong>
                <Link to={`/items/${item.id}` as never}>
                  <FindingTitle inspectionId={item.inspectionId} findingId={item.findingId} />
                </Link>
              </strong>
              <StateTag of="ItemState" value={item.state} />
            </div>
            <Measure item={item} />
            <DaysLeft due={item.dueOn} settled={item.state === 'submitted'} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const todo: Readonly<Record<Entry['state'], string>> = {
  open: '要做的：开始整改。',
  inProgress: '要做的：改到位后上传佐证，填齐五见结果，报请销号。',
  submitted: '已经报请销号，等巡察办验收，暂时不用做什么。',
  longTerm: '长期坚持，每年由巡察办复核一次。',
  closed: '',
};

function Measure({ item }: { item: Entry }) {
  const { measure, state, sentBack } = item;
  return (
    <>
      {measure && <p>措施：{measure}</p>}
      {sentBack && <Mend itemId={item.id} />}
      <p className="second">
        {state === 'open' && measure === null ? '要做的：先填写措施和责任人，再开始整改。' : todo[state]}
      </p>
    </>
  );
}

/** What is to be mended stands in the item itself. */
function Mend({ itemId }: { itemId: Entry['id'] }) {
  const { data } = useAsk('readItem', { itemId });
  const mend = data && mendNow(data);
  if (!mend) return null;
  return (
    <p className="sent-back">
      <strong>被{mend.what}：</strong>
      {mend.opinion}
    </p>
  );
}
