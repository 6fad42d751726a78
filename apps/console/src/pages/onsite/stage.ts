import { part, type Stage } from '../../app/stage.js';

const module = () => import('./onsite-pages.js');

export const onsite: Stage = {
  title: '进驻与问题',
  pages: [
    {
      path: '/findings',
      title: '问题台账',
      needs: 'listFindings',
      load: part(module, 'FindingsPage'),
      help: {
        title: '问题台账',
        steps: [
          '这里列出您可以查看的全部问题，新的在前。',
          '点上方的状态，只看这一状态的；要再窄一些，在“党组织”里输入名称、拼音首字母或编号，再点“查询”。',
          '点标题打开一个问题。页面右上角深蓝色的按钮就是下一步该做的事；没有按钮，说明这一步不由您来做。',
          '问题从签批完的底稿确认：先到“底稿”里起草、审核、签批，再到巡察页面点“确认问题”。',
          '“导出 Excel”导出的正是当前筛选出来的这些。',
        ],
      },
    },
    { path: '/findings/$id', load: part(module, 'FindingPage') },
  ],
};
