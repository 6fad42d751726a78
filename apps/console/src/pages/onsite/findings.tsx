/** Findings 问题: the list, and what each is, lacks and led to. */
import type { Answer } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { FiveSeePart } from './five-see.js';
import { FiveSeeState } from './five-see-state.js';
import { CluesOfFinding, MergedInto, PapersOfFinding } from './finding-parts.js';
import { Looks } from '../../kit/looks.js';

/** Nothing more is written about it. */
const isEnded = (state: string) => state === 'merged' || state === 'dropped';

export const findings: Ledger<'listFindings'> = {
  query: 'listFindings',
  title: '问题台账',
  says: '由签批完的底稿确认，写入报告，逐一决定，反馈后整改到销号。',
  columns: [
    { field: 'title', width: 230 },
    { field: 'organizationId', width: 160 },
    'state',
    {
      field: 'fiveSeeMissing',
      title: '五见',
      width: 96,
      show: ({ fiveSeeMissing, state }) =>
        isEnded(state) ? <span className="nothing">—</span> : <FiveSeeState missing={fiveSeeMissing} />,
    },
    'classes',
    'amountInvolved',
    'disposals',
    'confirmedOn',
    { field: 'immediateDueOn', spare: true },
    { field: 'roundId', spare: true },
  ],
  filters: ['organizationId', 'roundId', 'inspectionId'],
  tabs: 'state',
  counts: 'countFindings',
  makes: ['confirmFinding'],
  to: ({ id }) => `/findings/${id}`,
  empty: '还没有问题',
};

export const finding: RecordSpec<'readFinding'> = {
  query: 'readFinding',
  history: 'historyOfFinding',
  id: 'findingId',
  ledger: ['问题台账', '/findings'],
  title: ({ title }) => title,
  steps: [
    { name: '确认', in: ['confirmed'], on: (view) => view.confirmedOn, by: (view) => view.confirmedBy },
    { name: '写入报告', in: ['reported'] },
    { name: '决定处置', in: ['decided'], on: (view) => view.decidedOn },
    { name: '反馈', in: ['fedBack'] },
  ],
  waits: {
    confirmed: '巡察组填齐五见要素，写入报告',
    reported: '会议听取后逐一决定处置',
    decided: '向被巡察党组织反馈',
  },
  rests: {
    fedBack: '已反馈，由被巡察党组织整改；进展见下方整改事项',
    dropped: '不予采用，记录保留',
    merged: '已并入另一问题，记录保留',
  },
  deadline: (view) => ({ word: '立行立改', due: view.immediateDueOn, settled: false }),
  facts: [
    'organizationId',
    'roundId',
    'inspectionId',
    'confirmedBy',
    'classes',
    'amountInvolved',
    'clause',
    'immediateDueOn',
    'disposals',
    'endReason',
  ],
  texts: ['description', 'decision'],
  actions: [
    {
      command: 'reclassifyFinding',
      in: ['confirmed', 'reported', 'decided', 'fedBack'],
      from: ['classes', 'amountInvolved'],
    },
    {
      command: 'orderRectification',
      in: ['confirmed'],
      when: ({ immediateDueOn }) => immediateDueOn === null,
    },
    {
      command: 'mergeFinding',
      in: ['confirmed', 'reported'],
      when: ({ immediateDueOn }) => immediateDueOn === null,
    },
    {
      command: 'dropFinding',
      in: ['confirmed', 'reported'],
      when: ({ immediateDueOn }) => immediateDueOn === null,
      danger: true,
    },
  ],
  more: (finding) => (
    <>
      <MergedInto finding={finding} />
      <FiveSeePart finding={finding} />
      <PapersOfFinding finding={finding} />
      <CluesOfFinding finding={finding} />
    </>
  ),
  related: [
    related<Answer<'readFinding'>, 'listItems'>({
      ledger: {
        query: 'listItems',
        title: '整改事项',
        says: '',
        columns: [
          { field: 'measure', width: 240 },
          'openedOn',
          'state',
          {
            field: 'dueOn',
            show: ({ dueOn, closedOn }) => <DaysLeft due={dueOn} settled={closedOn !== null} />,
          },
          'closedOn',
        ],
        to: ({ id }) => `/items/${id}`,
        empty: '还没有整改事项：反馈签收、报送整改方案以后才有',
      },
      given: ({ id }) => ({ findingId: id }),
    }),
  ],
  below: ({ id }) => <Looks query="listFindingLooks" input={{ findingId: id }} />,
};
