/** The pages of planning, in the order of the work. */
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./planning-pages.js');
const imports = () => import('./import-page.js');

export const planning: Stage = {
  title: '监督统筹',
  pages: [
    {
      path: '/register',
      title: '登记册',
      needs: 'listOrganizations',
      load: part(module, 'RegisterPage'),
      help: {
        title: '登记册',
        steps: [
          '这里是全部可以被巡察的党组织。左边是组织树，点三角展开下一级，点名称，右边就只列它的直属下级；再点一次回到全部。',
          '知道名称的，直接按 Ctrl 和 K 输入名称、拼音首字母或代码，最快。',
          '新成立一个组织：点“登记组织”。一次很多个：点“从文件导入”。',
          '换了主要负责人、改了名称、撤销或并入别的组织：点名称打开这个组织，按钮在右上角。代码登记后不能改。',
          '撤销、并入的组织从那一天起不计入覆盖率，记录都还在。',
        ],
      },
    },
    {
      path: '/register/import',
      load: part(imports, 'ImportPage'),
      help: {
        title: '从文件导入登记册',
        steps: [
          '点“下载 Excel 模板”，照“怎么填”一行填一个组织。列的先后没有关系，列名要一样。',
          '点“选择文件”，或把文件拖进虚线框。',
          '有错时下面会列出第几行、哪一列、怎么改，可以导出成表；改好原来的文件再传一次。有一处错，就一行也不导入。',
          '已经同样登记过的行会跳过，所以同一个文件传两次也没有关系。',
        ],
      },
    },
    { path: '/register/$id', load: part(module, 'OrganizationPage') },
    {
      path: '/terms',
      title: '届次与全覆盖',
      needs: 'listTerms',
      load: part(module, 'TermsPage'),
      help: {
        title: '届次与全覆盖',
        steps: [
          '先由巡察办提出一届的第一天（默认满五年），再由领导小组批准。提出的人不能批准。',
          '点一届的名称，看本届覆盖率：先是总的，再按类别，下面是地方 × 类别的热力表，颜色越深覆盖率越高。',
          '点热力表的一格，看是哪些组织还没有巡察；上方可以换到“已巡察”，也可以导出。',
          '有下划线的格子里还有更下一级，点开先看下一级，上方的路径可以退回来。',
          '“截至”换一个日期，看那一天的覆盖率。',
        ],
      },
    },
    { path: '/terms/$id', load: part(module, 'TermPage') },
    { path: '/terms/$id/organizations', load: part(module, 'CoveredPage') },
    {
      path: '/rounds',
      title: '轮次',
      needs: 'listRounds',
      load: part(module, 'RoundsPage'),
      help: {
        title: '轮次',
        steps: [
          '点“起草轮次”：写名称，选种类和方式，填批次的计划进驻日和离开日，填监督期从哪一天起。专项巡察要填主题，常规巡察不填。',
          '填好以后打开这一轮，点“报请批准”。领导小组批准时选定制度版本，方案、报告等期限就按它计算，以后不变。',
          '批准以后点“开始组建”，再点“安排任务”：写组的番号，选一家或几家被巡察党组织。一个组可以承担两家，番号相同就是同一个组。',
          '巡察组授权以后，在任务旁边点“下达任务”。各组进驻、离开，轮次的状态自己会变。',
          '各任务都完成或取消以后，点“结束轮次”，授权随之终止。',
        ],
      },
    },
    { path: '/rounds/$id', load: part(module, 'RoundPage') },
    {
      path: '/assignments',
      title: '任务',
      needs: 'listAssignments',
      load: part(module, 'AssignmentsPage'),
      help: {
        title: '任务',
        steps: [
          '一行是一个组的一项任务：巡察哪几家，进展到哪一步。',
          '任务在轮次里安排：打开一个组建中的轮次，点“安排任务”。',
          '下达可以一个一个办，也可以选中几项，点“批量下达任务”。没有授权的组、须回避的组下达不了，会说明原因。',
          '进驻之前可以取消，要写理由；进驻之后不能取消。',
        ],
      },
    },
    { path: '/assignments/$id', load: part(module, 'AssignmentPage') },
    {
      path: '/hearings',
      title: '听取汇报',
      needs: 'listHearings',
      load: part(module, 'HearingsPage'),
      help: {
        title: '听取汇报',
        steps: [
          '常委会、五人小组、领导小组听取巡察情况汇报，每开一次会记一条：点“记录会议”，选哪个会议、听了哪几轮，写下决定。',
          '一次会听了几轮或几批，也只记一条。',
          '各份报告是不是已听取，到“报告”里逐份办理。',
        ],
      },
    },
    { path: '/hearings/$id', load: part(module, 'HearingPage') },
  ],
};
