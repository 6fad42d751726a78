/** Pages of linkage in the menu, and their handbook. */
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./linkage-pages.js');

export const linkage: Stage = {
  title: '上下联动',
  pages: [
    {
      path: '/filings',
      title: '轮次报备',
      needs: 'listFilings',
      load: part(module, 'FilingsPage'),
      help: {
        title: '轮次报备',
        steps: [
          '县里：专项巡察批准后、进驻前十个工作日以上，点“报备轮次”，选轮次，写方案要点。名称、主题和日期由系统取。',
          '被退回的，页面上方红框写着原因；点“重新报备”，原来写的还在，改好再报。',
          '进行中点“报告进展”；上级要求纠正的，点“更正报备”，写明怎样纠正。',
          '市里：点“答复报备”，同意或者写意见退回；已同意的偏离方向，点“责令纠正”。',
        ],
      },
    },
    { path: '/filings/$id', load: part(module, 'FilingPage') },
    {
      path: '/statistics',
      title: '统计报送',
      needs: 'listStatistics',
      load: part(module, 'StatisticsPage'),
      help: {
        title: '统计报送',
        steps: [
          '点“报送统计”，只填从哪一天到哪一天；各项数字由系统取，不用填，零也报。',
          '同一段时间再报一次，以编号大的为准。',
          '市里在这里看到各县报来的；打开一次报送看各项数字。',
        ],
      },
    },
    { path: '/statistics/$id', load: part(module, 'StatisticPage') },
    {
      path: '/dispatches',
      title: '站点往来',
      needs: 'listDispatches',
      load: part(module, 'DispatchesPage'),
      help: {
        title: '站点往来',
        steps: [
          '线索上移、统计报送、轮次报备都由系统自动收发，这里是收发的登记。',
          '每一件在双方之间有连续的编号。“待发”表示还没有对接的上级站点，对接后自动发出。',
        ],
      },
    },
    { path: '/dispatches/$id', load: part(module, 'DispatchPage') },
    {
      path: '/peers',
      title: '对接站点',
      needs: 'listPeers',
      load: part(module, 'PeersPage'),
      help: {
        title: '对接站点',
        steps: [
          '领导小组点“提出对接”，填对方站点编号，选对方是市还是县。',
          '对方的领导小组确认后才算对接。对方提出的，打开后点“确认对接”，不同意的点“断开对接”。',
        ],
      },
    },
    { path: '/peers/$id', load: part(module, 'PeerPage') },
  ],
};
