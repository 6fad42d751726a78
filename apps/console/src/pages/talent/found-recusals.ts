/** What was found after a team was authorized: who must stay away from what, and what has to be done again. */
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';

export const foundRecusals: Ledger<'listFoundRecusals'> = {
  query: 'listFoundRecusals',
  title: '授权后发现的回避',
  says: '档案、任务一有变动，系统就重新核对全组；发现须回避的，立即停止其权限，并列出须重做的事。',
  columns: [
    'inspectorId',
    'organizationId',
    'teamId',
    'state',
    { field: 'redo', width: 200 },
    'foundOn',
    { field: 'endedOn', spare: true },
  ],
  filters: ['teamId', 'inspectorId'],
  tabs: 'state',
  counts: 'countFoundRecusals',
  to: ({ id }) => `/team-recusals/${id}`,
  link: 'state',
  empty: '没有发现须回避的',
};

export const foundRecusal: RecordSpec<'readFoundRecusal'> = {
  query: 'readFoundRecusal',
  id: 'recusalId',
  ledger: ['授权后发现的回避', '/team-recusals'],
  title: () => '须回避的情形',
  steps: [
    { name: '发现', in: ['found'], on: ({ foundOn }) => foundOn },
    { name: '已消除', in: ['ended'], on: ({ endedOn }) => endedOn },
  ],
  waits: {
    found: '领导小组在巡察组页面更换组员，并按“须重做”逐项补办；处理完，系统自动记为已结束',
  },
  facts: ['inspectorId', 'organizationId', 'teamId', 'reasons', 'foundOn', 'endedOn', 'redo'],
  history: 'historyOfFoundRecusal',
};
