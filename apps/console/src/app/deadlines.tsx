import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useAsk, useRights } from '../api/hooks.js';
import { callOf, type Item } from '../api/names.js';
import { DaysLeft } from '../kit/days-left.js';
import { pathOfOwed } from '../kit/owed.js';
import { Referred } from '../kit/value.js';
import { valueWord } from '../words/words.js';

const SHOWN = 20;

/** What is late or nearly so, for whoever may see it. */
export function Deadlines() {
  const { may } = useRights();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { data } = useAsk(
    'listSupervisions',
    { owed: true, limit: SHOWN },
    { when: may(callOf('listSupervisions').permission) },
  );
  const items = data?.items ?? [];
  const count = `${items.length}${data?.next ? '+' : ''}`;
  useClosing(box, () => setOpen(false));
  return (
    <div ref={box} className="bell">
      <button
        type="button"
        className="icon-button"
        aria-expanded={isOpen}
        aria-label={`期限提醒 ${count} 条`}
        onClick={() => setOpen(!isOpen)}
      >
        <BellOutlined />
        {items.length > 0 && <span className="badge">{count}</span>}
      </button>
      {isOpen && <List items={items} close={() => setOpen(false)} />}
    </div>
  );
}

function List({ items, close }: { items: readonly Item<'listSupervisions'>[]; close: () => void }) {
  return (
    <section className="card popover" aria-label="期限提醒">
      <header>
        <h2>期限提醒</h2>
        <Link to={'/supervisions' as never} search={{ owed: true } as never} onClick={close}>
          全部
        </Link>
      </header>
      {items.length === 0 && <p className="notice">没有临期或超期的</p>}
      <ul className="cards">
        {items.map(({ id, kind, matter, organizationId, dueOn, ...about }) => (
          <li key={id}>
            <div className="top">
              <Link to={pathOfOwed(about) as never} onClick={close}>
                {valueWord('SupervisionKind', kind)} · {valueWord('SupervisedMatter', matter)}
              </Link>
              <DaysLeft due={dueOn} />
            </div>
            <Referred field="organizationId" id={organizationId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Escape, or a press anywhere else, closes what is open. */
function useClosing(box: RefObject<HTMLElement | null>, close: () => void) {
  useEffect(() => {
    const closing = (event: KeyboardEvent | PointerEvent) => {
      const isElsewhere = event instanceof PointerEvent && !box.current?.contains(event.target as Node);
      if (isElsewhere || (event instanceof KeyboardEvent && event.key === 'Escape')) close();
    };
    document.addEventListener('keydown', closing);
    document.addEventListener('pointerdown', closing);
    return () => {
      document.removeEventListener('keydown', closing);
      document.removeEventListener('pointerdown', closing);
    };
  });
}
