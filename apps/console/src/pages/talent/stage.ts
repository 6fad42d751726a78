/** People and teams: the pages and their handbook. */
import { TeamOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./talent-pages.js');
const composing = () => import('./composition-pages.js');

export const talent: Stage = {
  title: '人才与组队',
  icon: TeamOutlined,
  pages: [
    {
      path: '/inspectors',
      title: '人才库',
      needs: 'listInspectors',
      load: part(module, 'InspectorsPage'),
    },
    { path: '/inspectors/$id', load: part(module, 'InspectorPage') },
    {
      path: '/pool',
      title: '可调用力量',
      needs: 'readPool',
      load: part(module, 'PoolPage'),
    },
    {
      path: '/roster',
      title: '名册导入导出',
      needs: 'listRosterImports',
      load: part(module, 'RosterPage'),
    },
    {
      path: '/compositions',
      title: '组建',
      needs: 'listCompositions',
      load: part(composing, 'CompositionsPage'),
    },
    { path: '/compositions/new', load: part(composing, 'CompositionForm') },
    { path: '/compositions/$id', load: part(composing, 'CompositionPage') },
    {
      path: '/teams',
      title: '巡察组',
      needs: 'listTeams',
      load: part(module, 'TeamsPage'),
    },
    { path: '/teams/$id', load: part(module, 'TeamPage') },
    {
      path: '/call-ups',
      title: '抽调',
      needs: 'listCallUps',
      load: part(module, 'CallUpsPage'),
    },
    { path: '/call-ups/$id', load: part(module, 'CallUpPage') },
    {
      path: '/team-recusals',
      title: '授权后的回避',
      needs: 'listFoundRecusals',
      load: part(module, 'FoundRecusalsPage'),
    },
    { path: '/team-recusals/$id', load: part(module, 'FoundRecusalPage') },
  ],
};
