/** The letters by which people are asked of their units, and one of them. */
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';

export const callUps: Ledger<'listCallUps'> = {
  query: 'listCallUps',
  title: '抽调',
  says: '巡察办发抽调函，组织部门转人员所在单位并一并答复；同意后报到，期满返回单位。',
  columns: [
    'number',
    'inspectorId',
    'roundId',
    'state',
    'from',
    'until',
    'requestedOn',
    { field: 'startedOn', spare: true },
    { field: 'endedOn', spare: true },
  ],
  filters: ['roundId', 'inspectorId'],
  tabs: 'state',
  counts: 'countCallUps',
  to: ({ id }) => `/call-ups/${id}`,
  makes: ['requestCallUp'],
  empty: '还没有抽调函',
};

export const callUp: RecordSpec<'readCallUp'> = {
  query: 'readCallUp',
  id: 'callUpId',
  ledger: ['抽调', '/call-ups'],
  title: ({ number }) => `抽调函 ${number}`,
  steps: [
    { name: '发函', in: ['requested'], on: (view) => view.requestedOn, by: (view) => view.requestedBy },
    {
      name: '答复',
      in: ['agreed', 'refused'],
      on: ({ answer }) => answer?.on,
      by: ({ answer }) => answer?.by,
    },
    { name: '报到', in: ['started'], on: (view) => view.startedOn },
    { name: '返回单位', in: ['ended'], on: (view) => view.endedOn },
  ],
  waits: {
    requested: '组织部门征求所在单位意见后答复；发函的人不能答复自己的函',
    agreed: '人员报到后，巡察办点“到岗”',
    refused: '单位或组织部门不同意，请另选人员；本轮不再为此人发函',
    started: '期满或本轮结束，巡察办点“结束抽调”',
  },
  deadline: ({ state, until }) => ({
    word: '抽调至',
    due: until,
    settled: state === 'ended' || state === 'refused',
  }),
  facts: ['number', 'inspectorId', 'roundId', 'from', 'until', 'requestedOn', 'startedOn', 'endedOn'],
  texts: ['answer'],
  documents: [{ query: 'callUpRequest', name: '抽调函' }],
  history: 'historyOfCallUp',
  actions: [
    { command: 'answerCallUp', in: ['requested'], isNext: true },
    { command: 'startCallUp', in: ['agreed'], isNext: true },
    { command: 'endCallUp', in: ['started'], isNext: true },
  ],
};
