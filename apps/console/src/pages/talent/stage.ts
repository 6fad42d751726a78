/** People and teams: the pages and their handbook. */
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./talent-pages.js');
const composing = () => import('./composition-pages.js');

export const talent: Stage = {
  title: '人才与组队',
  pages: [
    {
      path: '/inspectors',
      title: '人才库',
      needs: 'listInspectors',
      load: part(module, 'InspectorsPage'),
      help: {
        title: '人才库',
        steps: [
          '这里是可以抽进巡察组的人。点“在库”只看现在能用的；再按力量、职级、专长、年龄筛选后点“查询”。',
          '一次登记一个人点“登记人员”；一次登记许多人，用左边的“名册导入导出”。',
          '登记后是“候选”。打开这个人，符合条件的点“入库”；条件不够的，系统会说差在哪里（年龄、党龄或培训）。',
          '履历和亲属要填全：系统靠它核对任职回避和亲属回避。',
          '培训、挂职、考核、晋升、推荐，在这个人的页面里各有一张表，点表旁边的按钮记录。',
          '档案是限制级内容，谁看过都有记录，页面最下方能看到。',
        ],
      },
    },
    { path: '/inspectors/$id', load: part(module, 'InspectorPage') },
    {
      path: '/pool',
      title: '可调用力量',
      needs: 'readPool',
      load: part(module, 'PoolPage'),
      help: {
        title: '可调用力量',
        steps: [
          '组队之前先看这一页：现在有多少人能用，三支力量、职级、专长、年龄各有多少。',
          '点任何一行，打开这些人的名册。',
          '“现在可入组”是不在其他组、又有账号的人；没有账号的，请安全管理员先建立账号，再在档案里填上。',
          '最下面列出这一年连续参加巡察的人；满规定月数的，年度考核评优不占所在单位名额。',
        ],
      },
    },
    {
      path: '/roster',
      title: '名册导入导出',
      needs: 'listRosterImports',
      load: part(module, 'RosterPage'),
      help: {
        title: '名册导入导出',
        steps: [
          '点“下载模板”，按页面下方“各列怎样填”把表格填好，存为 Excel 或 CSV。',
          '点“选择文件”上传，再点“检查并导入”。',
          '有一处错就一名也不登记：所有错处会列成一张表，写明第几行、哪一列、错在哪里；改好后重新上传。',
          '已经同样登记过的人会跳过，不会重复；想修改已登记的人，请到他的页面里改。',
        ],
      },
    },
    {
      path: '/compositions',
      title: '组建',
      needs: 'listCompositions',
      load: part(composing, 'CompositionsPage'),
      help: {
        title: '组建',
        steps: [
          '先在“巡察任务”里给各组安排好要巡察的组织，系统才能避开须回避的人。',
          '点“开始组建”，选轮次。已安排任务的组会自动列出；逐组填人数、职级和要求，填好一组后可点“其余各组照此”。',
          '点“开始组建”后在后台计算，可以离开；回到本页点“打开”接着看。',
          '算好后先看“代价”：分数越少越好。要换人就在各组里点“换人”，马上看到多花几分、不满足哪些条件。',
          '满意了，点“按此提出各组”；调整过的，点“按调整后的人选提出”。然后到“巡察组”里审核回避。',
          '如果说条件满足不了，页面会列出互相冲突的条件：放宽其中一条，再组建。',
        ],
      },
    },
    { path: '/compositions/new', load: part(composing, 'CompositionForm') },
    { path: '/compositions/$id', load: part(composing, 'CompositionPage') },
    {
      path: '/teams',
      title: '巡察组',
      needs: 'listTeams',
      load: part(module, 'TeamsPage'),
      help: {
        title: '巡察组',
        steps: [
          '一个组从提出人选，到审核回避，到领导小组授权，再到进驻；本轮结束，授权自动终止。',
          '巡察办打开一个组，点“审核回避”：系统逐人、逐组织核对亲属、任职、履历、地域。有人须回避的，列出是谁、对哪个组织、为什么；换人或调整任务后再审核。',
          '审核通过后由领导小组点“授权”。提出人选的人不能自己授权。',
          '授权后要换人，由领导小组点“更换组员”：列出的是换后的全组，并写明理由；离组的人立即失去权限。',
          '还没授权的，巡察办可以点“调整人员”或“撤回”。',
        ],
      },
    },
    { path: '/teams/$id', load: part(module, 'TeamPage') },
    {
      path: '/call-ups',
      title: '抽调',
      needs: 'listCallUps',
      load: part(module, 'CallUpsPage'),
      help: {
        title: '抽调',
        steps: [
          '巡察办点“提请抽调”，选人员和轮次，填起止日期。专职人员不用抽调。',
          '组织部门打开抽调函，点“答复抽调”：单位和组织部门都同意才算同意；不同意要写理由。发函的人不能自己答复。',
          '人到岗后，巡察办点“到岗”；期满返回单位，点“结束抽调”。',
        ],
      },
    },
    { path: '/call-ups/$id', load: part(module, 'CallUpPage') },
    {
      path: '/team-recusals',
      title: '授权后的回避',
      needs: 'listFoundRecusals',
      load: part(module, 'FoundRecusalsPage'),
      help: {
        title: '授权后发现的回避',
        steps: [
          '组已授权以后，人员档案或任务变了，系统会重新核对；发现须回避的列在这里，此人对该组织的权限已经停止。',
          '点“须处理”打开一条：看“须重做”列了哪些事，逐项补办——更换组员、重新授权、复核经手的底稿、谈话、信访件。',
          '原因是限制级内容，只在打开后显示，查看会留痕。',
        ],
      },
    },
    { path: '/team-recusals/$id', load: part(module, 'FoundRecusalPage') },
  ],
};
