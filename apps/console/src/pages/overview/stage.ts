/** The pages of the overview: the workbench for everybody, the cockpit for leaders. */
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./overview-pages.js');
const cockpit = () => import('./cockpit-pages.js');

export const overview: Stage = {
  title: '总览',
  pages: [
    {
      path: '/',
      title: '工作台',
      load: part(module, 'WorkbenchPage'),
      help: {
        title: '工作台',
        steps: [
          '“等我办的”按您的角色列出：左边的数字是件数，点一行就打开要办的那些。',
          '办完一件，数字自己会减；别人交来新的，数字自己会加，不用刷新。',
          '“最先到期的整改事项”里，七天以内是琥珀色，超期是红色，点单位名称打开这一项。',
          '“施工图”从上到下、从左到右是巡察的全过程：每一步谁来做、做什么、接着到哪里。虚线框的不在您的职责范围内，只供了解。',
          '头一次使用，照“头一次用”里的三步做；看过以后可以收起来。',
        ],
      },
    },
    {
      path: '/cockpit',
      title: '驾驶舱',
      needs: 'listFigures',
      load: part(cockpit, 'CockpitPage'),
      help: {
        title: '驾驶舱',
        steps: [
          '右上角选统计期：按轮、按年或按届，再选哪一段。数字是这段日子里的全部记录，按发生的日期计。',
          '最上面一行是主要数字；下面按工作分组，每个数字下面写着它数的是什么、怎样才算一个。',
          '点一个数字，看它数的是哪些记录；再点“打开”，看那一条记录本身。您无权查看的记录打不开，但仍在数里。',
          '图下面的“用表格看”里是图上的每个数。',
          '为零的数字先不列出，需要时在页面最下面打开。',
        ],
      },
    },
    { path: '/cockpit/$indicator', load: part(cockpit, 'FigurePage') },
  ],
};
