/** Pages of rectification in the menu, and their handbook. */
import { AuditOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./rectification-pages.js');
const planning = () => import('./plan-page.js');

export const rectification: Stage = {
  title: '整改监督',
  icon: AuditOutlined,
  pages: [
    {
      path: '/desk',
      title: '我的整改',
      needs: 'submitItem',
      load: part(module, 'DeskPage'),
    },
    {
      path: '/cases',
      title: '整改台账',
      needs: 'closeCase',
      load: part(module, 'CasesPage'),
    },
    { path: '/cases/$id', load: part(module, 'CasePage') },
    { path: '/cases/$id/plan', load: part(planning, 'PlanPage') },
    {
      path: '/items',
      title: '整改事项',
      needs: 'closeItem',
      load: part(module, 'ItemsPage'),
    },
    { path: '/items/$id', load: part(module, 'ItemPage') },
    {
      path: '/supervisions',
      title: '督办',
      needs: 'closeItem',
      load: part(module, 'SupervisionsPage'),
    },
    {
      path: '/outcomes',
      title: '整改成效',
      needs: 'listOutcomes',
      load: part(module, 'OutcomesPage'),
    },
    { path: '/outcomes/$id', load: part(module, 'OutcomePage') },
    {
      path: '/advice-letters',
      title: '巡察建议书',
      needs: 'listAdviceLetters',
      load: part(module, 'AdviceLettersPage'),
    },
    { path: '/advice-letters/$id', load: part(module, 'AdviceLetterPage') },
  ],
};
