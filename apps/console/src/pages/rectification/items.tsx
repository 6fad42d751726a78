import type { Answer } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import { Looks } from '../../kit/looks.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { FindingTitle, useFindingTitle } from './finding-titles.js';
import { ClosingParts } from './closing-parts.js';
import { ItemParts } from './item-parts.js';
import { ItemTimeline } from './item-timeline.js';
import { ItemTop } from './item-top.js';
import { itemOutcomes } from './outcomes.js';
import { caseSupervisions } from './supervisions.js';

export type Item = Answer<'readItem'>;

/** Nothing is owed once it was handed in; a long-term one owes its yearly look. */
const isSettled = (state: Item['state']) => state === 'submitted' || state === 'closed';

export const items: Ledger<'listItems'> = {
  query: 'listItems',
  title: '整改事项',
  says: '一个问题的一项措施。先到期的在前：报请销号、验收、销号；长期坚持的每年复核。',
  columns: [
    {
      field: 'findingId',
      width: 300,
      show: (item) => <FindingTitle inspectionId={item.inspectionId} findingId={item.findingId} />,
    },
    { field: 'measure', width: 240 },
    { field: 'organizationId', width: 180 },
    'state',
    { field: 'dueOn', show: ({ dueOn, state }) => <DaysLeft due={dueOn} settled={isSettled(state)} /> },
    'immediate',
    'openedOn',
    'closedOn',
    { field: 'caseId', spare: true },
    { field: 'overdue', spare: true },
    { field: 'sentBack', spare: true },
    { field: 'roundId', spare: true },
  ],
  filters: ['due', 'organizationId', 'roundId', 'inspectionId'],
  tabs: 'state',
  counts: 'countItems',
  to: ({ id }) => `/items/${id}`,
  batch: { commands: ['startItem'], target: 'itemId' },
  empty: '还没有整改事项',
};

const handedIn = ({ submissions }: Item) => {
  const last = submissions.at(-1);
  return last ? { evidence: last.evidence, result: last.result } : {};
};
const lastSubmission = ({ submissions }: Item) => submissions.at(-1);

export const item: RecordSpec<'readItem'> = {
  query: 'readItem',
  id: 'itemId',
  ledger: ['整改事项', '/items'],
  title: useFindingTitle,
  steps: [
    { name: '开立', in: ['open'], on: ({ openedOn }) => openedOn },
    { name: '整改', in: ['inProgress'] },
    {
      name: '报请销号',
      in: ['submitted'],
      on: (view) => lastSubmission(view)?.on,
      by: (view) => lastSubmission(view)?.by,
    },
    {
      name: '销号',
      in: ['closed', 'longTerm'],
      on: ({ closedOn, checks, state }) => closedOn ?? (state === 'longTerm' ? checks[0]?.on : null),
      by: ({ closings, checks, state }) =>
        state === 'closed' ? closings.at(-1)?.by : state === 'longTerm' ? checks[0]?.by : null,
    },
  ],
  waits: {
    open: ({ measure }) => (measure ? '责任人开始整改' : '先填写整改措施和责任人，再开始整改'),
    inProgress: '党组织整改到位后，附佐证材料、填齐五见结果，报请销号',
    submitted: '巡察办看过佐证和结果后销号，或附意见退回；做不到一次改完的，转为长期坚持',
    longTerm: '长期坚持，每年复核一次',
  },
  rests: {
    closed: '已经销号。佐证有变，销号即作废；回头看、评估、评分表明没有解决的，重新打开',
  },
  deadline: ({ state, dueOn }) => ({
    word: state === 'longTerm' ? '下次复核' : '整改期限',
    due: state === 'closed' ? null : dueOn,
    settled: isSettled(state),
  }),
  facts: [
    'organizationId',
    'findingId',
    'caseId',
    'responsible',
    'immediate',
    'openedOn',
    'dueOn',
    'closedOn',
    'inspectionId',
  ],
  texts: ['measure'],
  actions: [
    {
      command: 'planItem',
      in: ['open', 'inProgress'],
      when: ({ immediate }) => immediate,
      from: ['measure', 'responsible'],
    },
    { command: 'startItem', in: ['open'], when: ({ measure }) => measure !== null, isNext: true },
    { command: 'submitItem', in: ['inProgress'], from: handedIn, isNext: true },
    { command: 'changeEvidence', in: ['submitted', 'closed'], from: handedIn },
    {
      command: 'closeItem',
      in: ['submitted'],
      isNext: true,
      fixed: (view) => ({ seenHash: lastSubmission(view)?.hash }),
    },
    { command: 'returnItem', in: ['submitted'], danger: true },
    { command: 'keepItemLongTerm', in: ['inProgress', 'submitted'] },
    { command: 'checkItem', in: ['longTerm'], isNext: true },
    { command: 'reopenItem', in: ['closed', 'longTerm'], danger: true },
  ],
  top: (view) => <ItemTop view={view} />,
  more: (view) => (
    <>
      <ItemParts view={view} />
      <ClosingParts view={view} />
    </>
  ),
  aside: (view) => (
    <>
      <ItemTimeline view={view} />
      <Looks query="listItemLooks" input={{ itemId: view.id }} />
    </>
  ),
  related: [
    related<Item, 'listOutcomes'>({
      ledger: itemOutcomes,
      given: ({ id }) => ({ itemId: id }),
      makes: ['recordOutcome'],
      in: ['inProgress', 'submitted', 'closed', 'longTerm'],
    }),
    related<Item, 'listSupervisions'>({ ledger: caseSupervisions, given: ({ id }) => ({ itemId: id }) }),
  ],
};

/** For those who are inspected: back to their desk, without what is not theirs to open. */
export const ownItem: RecordSpec<'readItem'> = {
  ...item,
  ledger: ['我的整改', '/desk'],
  facts: item.facts.filter((name) => name !== 'inspectionId' && name !== 'findingId'),
};
