/** Special rounds that a county files with its city: what each side wrote, and whose turn it is. */
import type { Answer } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';
import { Timeline } from '../../kit/timeline.js';
import { valueWord } from '../../words/words.js';

type Filing = Answer<'readFiling'>;
const isCounty = ({ side }: Filing) => side === 'county';
const isCity = ({ side }: Filing) => side === 'city';

export const filings: Ledger<'listFilings'> = {
  query: 'listFilings',
  title: '轮次报备',
  says: '县里的专项巡察开始前向市里报备，市里答复；进行中报告进展，偏离方向的责令纠正。',
  columns: [{ field: 'roundName', width: 240 }, 'state', 'side', 'peerSite', 'theme', 'startsOn'],
  filters: ['peerSite'],
  tabs: 'state',
  to: ({ id }) => `/filings/${id}`,
  makes: ['fileRound'],
  empty: '还没有报备',
};

export const filing: RecordSpec<'readFiling'> = {
  query: 'readFiling',
  id: 'filingId',
  ledger: ['轮次报备', '/filings'],
  title: ({ roundName }) => roundName,
  steps: [
    { name: '报备', in: ['filed', 'returned'], on: ({ steps }) => lastOf(steps, ['file', 'refile']) },
    { name: '同意', in: ['agreed', 'offTarget'], on: ({ steps }) => lastOf(steps, ['agree']) },
  ],
  waits: {
    filed: (view) => (isCounty(view) ? '等上级站点答复' : '请审核报备：同意，或提出意见退回'),
    returned: (view) =>
      isCounty(view) ? '上级退回了，照意见修改后重新报备' : '已退回，等对方修改后重新报备',
    agreed: (view) => (isCounty(view) ? '已同意。进行中按要求报告进展' : '已同意。偏离方向的，可责令纠正'),
    offTarget: (view) => (isCounty(view) ? '上级要求纠正，写明怎样纠正' : '已责令纠正，等对方说明怎样纠正'),
  },
  facts: ['side', 'peerSite', 'roundId', 'theme', 'startsOn'],
  actions: [
    {
      command: 'refileRound',
      in: ['returned'],
      when: isCounty,
      isNext: true,
      from: (view) => ({ plan: lastPlan(view) }),
    },
    { command: 'amendRound', in: ['offTarget'], when: isCounty, isNext: true },
    { command: 'reportProgress', in: ['agreed', 'offTarget'], when: isCounty },
    { command: 'answerFiling', in: ['filed'], when: isCity, isNext: true },
    { command: 'correctRound', in: ['agreed'], when: isCity, danger: true },
  ],
  top: (view) => <Returned view={view} />,
  more: ({ steps }) => (
    <Timeline
      title="往来经过"
      events={steps.map(({ action, text, on }) => ({
        what: valueWord('FilingAction', action),
        on,
        said: text,
        ...(action === 'return' || action === 'correct' ? { tone: 'bad' as const } : {}),
        ...(action === 'agree' ? { tone: 'good' as const } : {}),
      }))}
    />
  ),
};

function Returned({ view }: { view: Filing }) {
  const last = view.steps.findLast(({ action }) => action === 'return' || action === 'correct');
  if (!last || !isCounty(view) || !['returned', 'offTarget'].includes(view.state)) return null;
  return (
    <section className="returned" aria-label="上级意见">
      <h2>{last.action === 'return' ? '报备被退回了，原因如下' : '上级要求纠正'}</h2>
      <p className="said">{last.text}</p>
      <p className="second number">{last.on}</p>
    </section>
  );
}

const lastOf = (steps: Filing['steps'], actions: readonly string[]) =>
  steps.findLast(({ action }) => actions.includes(action))?.on;
const lastPlan = ({ steps }: Filing) =>
  steps.findLast(({ action }) => action === 'file' || action === 'refile')?.text;
