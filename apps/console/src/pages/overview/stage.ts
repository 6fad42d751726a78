/** The pages of the overview: the workbench for everybody, the cockpit for leaders. */
import { AppstoreOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./overview-pages.js');
const cockpit = () => import('./cockpit-pages.js');

export const overview: Stage = {
  title: '总览',
  icon: AppstoreOutlined,
  pages: [
    {
      path: '/',
      title: '工作台',
      load: part(module, 'WorkbenchPage'),
    },
    {
      path: '/cockpit',
      title: '驾驶舱',
      needs: 'listFigures',
      load: part(cockpit, 'CockpitPage'),
    },
    { path: '/cockpit/$indicator', load: part(cockpit, 'FigurePage') },
  ],
};
