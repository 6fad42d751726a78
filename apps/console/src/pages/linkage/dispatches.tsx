/** What goes from one site to another, numbered without gaps. */
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import type { RecordSpec } from '../../kit/record.js';
import { valueWord } from '../../words/words.js';

type Dispatch = Answer<'readDispatch'>;
const ledgers: Readonly<Record<Dispatch['kind'], readonly [page: string, title: string]>> = {
  clue: ['/clues', '问题线索'],
  statistics: ['/statistics', '统计报送'],
  filing: ['/filings', '轮次报备'],
};

export const dispatches: Ledger<'listDispatches'> = {
  query: 'listDispatches',
  title: '站点往来',
  says: '本站点与对接站点之间收发的每一件，由系统自动收发；编号连续，少一件就能看出来。',
  columns: [{ field: 'kind', width: 120 }, 'direction', 'number', 'peerSite', 'state', 'on'],
  filters: ['peerSite', 'kind'],
  tabs: 'state',
  to: ({ id }) => `/dispatches/${id}`,
  empty: '还没有往来',
};

export const dispatch: RecordSpec<'readDispatch'> = {
  query: 'readDispatch',
  id: 'dispatchId',
  ledger: ['站点往来', '/dispatches'],
  title: ({ kind, number }: Dispatch) =>
    `${valueWord('DispatchKind', kind)}${number ? ` 第 ${number} 件` : ''}`,
  waits: {
    waiting: '还没有对接的上级站点，对接后自动发出',
    sent: '已发出，等对方站点收到',
    refused: '对方站点没有收，这一件留在本站点，重新对接后再发',
  },
  rests: {
    received: '对方站点已收到',
    arrived: '已收到，由系统登记办理',
    turnedAway: '联系已经断开，没有收',
  },
  facts: ['kind', 'direction', 'peerSite', 'number', 'on'],
  more: (view) => <Sent view={view} />,
};

/** What was sent from here has its record here; what came in refers to the other site's, and is among those of that site. */
function Sent({ view: { direction, kind, state, reference, peerSite } }: { view: Dispatch }) {
  const [page, title] = ledgers[kind];
  if (direction === 'out')
    return (
      <Part title="所送的记录">
        <Link to={`${page}/${reference}` as never}>打开{valueWord('DispatchKind', kind)}的记录</Link>
      </Part>
    );
  if (state === 'turnedAway') return null;
  return (
    <Part title="收到的记录">
      <Link to={page as never} search={(kind === 'clue' ? {} : { peerSite }) as never}>
        到{title}中查看
      </Link>
    </Part>
  );
}
