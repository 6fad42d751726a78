/** A county's figures of a period, as they went to its city. */
import type { Answer, Item } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';
import { Figures } from './figures.js';

type Period = Answer<'readStatistics'>['period'];
const periodOf = ({ period: { from, to } }: { period: Period }) => `${from} 至 ${to}`;

export const statistics: Ledger<'listStatistics'> = {
  query: 'listStatistics',
  title: '统计报送',
  says: '县里把一段时间的统计数据报给市里：全部指标，零也报；数值由系统取，不用填。',
  columns: [
    { field: 'period', title: '统计期', width: 220, show: periodOf },
    'direction',
    'peerSite',
    'number',
    'on',
  ],
  filters: ['peerSite'],
  to: ({ id }: Item<'listStatistics'>) => `/statistics/${id}`,
  makes: ['sendStatistics'],
  empty: '还没有报送',
};

export const statistic: RecordSpec<'readStatistics'> = {
  query: 'readStatistics',
  id: 'statisticsId',
  ledger: ['统计报送', '/statistics'],
  title: (view) => `${periodOf(view)} 的统计`,
  facts: ['direction', 'peerSite', 'number', 'on'],
  more: (view) => <Figures sent={view} />,
};
