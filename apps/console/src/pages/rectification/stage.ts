/** Pages of rectification in the menu, and their handbook. */
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./rectification-pages.js');

export const rectification: Stage = {
  title: '整改监督',
  pages: [
    {
      path: '/desk',
      title: '我的整改',
      needs: 'submitItem',
      load: part(module, 'DeskPage'),
      help: {
        title: '我的整改',
        steps: [
          '这一页是本单位整改要办的全部事情。红色的是超期，琥珀色的是七天之内到期。',
          '最上面如果有红框，是巡察办退回的：先看原因，照着改。',
          '收到反馈后：点“去拟定”，给每个问题写措施、责任人、期限，保存；再请主要负责人用他自己的账号签字。',
          '方案认可后，下面列出每一项。点标题进去：先“开始整改”；改好了点“报请销号”，上传照片、文件，填五见结果。',
          '五见就是五句话：谁、什么事、哪个单位、结果怎样、怎样问责。少一句，系统不收。',
          '最后写两份报告：单位一份，主要负责人本人一份。两份都签了字，就算报上去了。',
          '不知道怎么办时，打电话问巡察办；页面上填了一半的不会丢。',
        ],
      },
    },
    {
      path: '/cases',
      title: '整改台账',
      needs: 'closeCase',
      load: part(module, 'CasesPage'),
      help: {
        title: '整改台账',
        steps: [
          '一次反馈一条。点上方“方案待审”“报告待审”，就是等您处理的。',
          '方案待审：点开看每个问题的措施、责任人、期限。可行的点“认可方案”，各事项随即开立；不行的点“退回方案”，写清楚差在哪里。',
          '报告待审：页面上有三个方框，巡察办、纪检监察机关、组织部门各记一条意见。三家都同意才算审核完毕；有不同意的，点“退回报告”。',
          '审核完毕后打分定等；事项都销号或转为长期坚持后，点“结束整改”。台账里可以勾选多条一起结束。',
          '主要负责人空缺或不宜签字的，点“指定签字人”。缘由只有巡察办看得到。',
          '已结束的发现没有解决，点“重新打开”，两份报告要重新报。',
        ],
      },
    },
    { path: '/cases/$id', load: part(module, 'CasePage') },
    { path: '/cases/$id/plan', load: part(module, 'PlanPage') },
    {
      path: '/items',
      title: '整改事项',
      needs: 'closeItem',
      load: part(module, 'ItemsPage'),
      help: {
        title: '整改事项',
        steps: [
          '一个问题的一项措施是一条，先到期的排在前面。点“待验收”，就是等您验收的。',
          '验收：逐份打开佐证，对照五见结果。认可的点“销号”，销的就是您看到的这些；之后佐证有更换，销号自动作废，要重新验收。',
          '不认可的点“退回”，写明还差什么，对方在首页就能看到原因。',
          '一时改不完、要一直坚持的，点“转为长期坚持”，每年复核一次。',
          '回头看、评估、群众评分发现没有解决的，点“重新打开”。群众评分不止一份才能作为依据。',
          '整改带来的成效（退款、制度、合同、问责）在事项页面“记录成效”。分期退的，每退一期记一次。',
          '本单位的人不能销本单位的号。',
        ],
      },
    },
    { path: '/items/$id', load: part(module, 'ItemPage') },
    {
      path: '/supervisions',
      title: '督办',
      needs: 'closeItem',
      load: part(module, 'SupervisionsPage'),
      help: {
        title: '督办',
        steps: [
          '快到期的，系统自动提醒；过了期还没有报的，系统自动发督办单并编号。',
          '点“事由”打开要办的那一件。右上角的铃铛里也是这些。',
        ],
      },
    },
    {
      path: '/outcomes',
      title: '整改成效',
      needs: 'listOutcomes',
      load: part(module, 'OutcomesPage'),
      help: {
        title: '整改成效',
        steps: [
          '成效在整改事项的页面上记录，这里汇总。点上方种类，只看一种。',
          '分期退款：打开任何一期，能看到应退多少、已退多少、还差多少。',
          '记错了的，打开后点“更正撤回”，再到事项里重新记；原记录保留。',
          '被问责的人，同一人只计一次；打开看姓名会留下记录。',
        ],
      },
    },
    { path: '/outcomes/$id', load: part(module, 'OutcomePage') },
  ],
};
