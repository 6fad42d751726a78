/** Pages of linkage in the menu, and their handbook. */
import { ApartmentOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./linkage-pages.js');

export const linkage: Stage = {
  title: '上下联动',
  icon: ApartmentOutlined,
  pages: [
    {
      path: '/filings',
      title: '轮次报备',
      needs: 'listFilings',
      load: part(module, 'FilingsPage'),
    },
    { path: '/filings/$id', load: part(module, 'FilingPage') },
    {
      path: '/statistics',
      title: '统计报送',
      needs: 'listStatistics',
      load: part(module, 'StatisticsPage'),
    },
    { path: '/statistics/$id', load: part(module, 'StatisticPage') },
    {
      path: '/dispatches',
      title: '站点往来',
      needs: 'listDispatches',
      load: part(module, 'DispatchesPage'),
    },
    { path: '/dispatches/$id', load: part(module, 'DispatchPage') },
    {
      path: '/peers',
      title: '对接站点',
      needs: 'listPeers',
      load: part(module, 'PeersPage'),
    },
    { path: '/peers/$id', load: part(module, 'PeerPage') },
  ],
};
