/** Findings 问题: their ledger and their record. */
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';

export const findings: Ledger<'listFindings'> = {
  query: 'listFindings',
  title: '问题台账',
  says: '由签批完的底稿确认，写入报告，逐一决定，反馈后整改到销号。',
  columns: [
    { field: 'title', width: 300 },
    'organizationId',
    'state',
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
  to: ({ id }) => `/findings/${id}`,
  empty: '还没有问题',
};

export const finding: RecordSpec<'readFinding'> = {
  query: 'readFinding',
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
    fedBack: '被巡察党组织整改，见下方整改事项',
  },
  deadline: (view) => ({ word: '立行立改', due: view.immediateDueOn, settled: false }),
  facts: [
    'organizationId',
    'roundId',
    'inspectionId',
    'classes',
    'amountInvolved',
    'clause',
    'disposals',
    'paperIds',
    'mergedIntoId',
    'endReason',
  ],
  texts: ['description', 'fiveSee', 'fiveSeeMissing', 'decision'],
  actions: [
    { command: 'describeFinding', in: ['confirmed'], isNext: true, from: ({ fiveSee }) => ({ fiveSee }) },
    {
      command: 'reclassifyFinding',
      in: ['confirmed', 'reported'],
      from: ({ classes, amountInvolved }) => ({ classes, amountInvolved }),
    },
    {
      command: 'orderRectification',
      in: ['confirmed'],
      when: ({ immediateDueOn }) => immediateDueOn === null,
    },
    { command: 'mergeFinding', in: ['confirmed'] },
    { command: 'dropFinding', in: ['confirmed', 'reported'], danger: true },
  ],
};
