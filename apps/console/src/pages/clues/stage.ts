/** Pages of clues in the menu, and their handbook. */
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./clues-pages.js');

export const clues: Stage = {
  title: '线索移交',
  pages: [
    {
      path: '/receipts',
      title: '签收台',
      needs: 'receiveTransfer',
      load: part(module, 'ReceiptsPage'),
      help: {
        title: '签收台',
        steps: [
          '“等签收”里是刚送来的。点“签收”即签收，一件只签一次；过了期限没有签收，系统会提醒、督办。',
          '签收以后才能看线索内容：点线索编号，写明为什么要看，再打开。谁看过都有记录。',
          '看过以后点“提出处置”，选谈话函询、初步核实、暂存待查或予以了结。暂存待查要写哪一天恢复。',
          '有了结果（立案、处分等），在线索页面点“记录结果”，人名要与线索里写的一致。',
          '移交页面上有移交函和签收回执，点“核验签名”可以确认没有被改动。',
        ],
      },
    },
    {
      path: '/clues',
      title: '问题线索',
      needs: 'listClues',
      load: part(module, 'CluesPage'),
      help: {
        title: '问题线索',
        steps: [
          '这里只有编号和办到哪一步，没有内容。点编号打开一条。',
          '线索保管员：先写查看事由、打开内容，再点“研判”，写清性质、涉及的每个人归哪一级管。',
          '研判后看“应往何处”：按分流表送哪个机关；管理权限在上级的，点“上移线索”；与另一条是同一件事的，点“并案”。',
          '接收机关签收后提出处置；有结果的记录结果；最后由线索保管员办结。',
          '不要在别的页面、意见、理由里写所涉人员的姓名。',
        ],
      },
    },
    { path: '/clues/$id', load: part(module, 'CluePage') },
    {
      path: '/transfers',
      title: '线索移交',
      needs: 'listTransfers',
      load: part(module, 'TransfersPage'),
      help: {
        title: '线索移交',
        steps: [
          '线索保管员点“起草移交”：系统已按分流表把能一起送的线索分好组，选一组起草。送别的机关，要写不按分流表的理由。',
          '审批表上三个方框依次是组长、巡察办、领导小组，写意见、点同意。三方必须是三个人。',
          '不同意的点“退回”，写原因；线索回到待移交，改后重新起草，三方重新审批。',
          '三方都同意后，线索保管员点“送达”发函；对方签收后，页面上能看到移交函和签收回执。',
          '标“快速移交”的，审批和送达要在一个工作日内办完。',
        ],
      },
    },
    { path: '/transfers/new', load: part(module, 'NewTransferPage') },
    { path: '/transfers/$id', load: part(module, 'TransferPage') },
    {
      path: '/clue-outcomes',
      title: '线索办理结果',
      needs: 'listClueOutcomes',
      load: part(module, 'ClueOutcomesPage'),
      help: {
        title: '线索办理结果',
        steps: [
          '结果在线索页面记录，这里汇总，按人数计，同一人只计一次。',
          '记错了的，打开后点“更正撤回”，再到线索页面重新记；原记录保留。',
        ],
      },
    },
    { path: '/clue-outcomes/$id', load: part(module, 'ClueOutcomePage') },
    {
      path: '/routing',
      title: '线索分流表',
      needs: 'readRouting',
      load: part(module, 'RoutingPage'),
      help: {
        title: '线索分流表',
        steps: [
          '每种性质的线索一行：涉及哪一级管理的人，送哪个机关。没有填写的会标出来。',
          '巡察办点“修改分流表”，逐行选机关。工作问题送发生问题的单位，不用填。',
          '改动只影响以后起草的移交。',
        ],
      },
    },
  ],
};
