/** What may wait for whom: each line counts the records in some states of one ledger, and opens that ledger filtered alike. */
import type { QueryName } from '../../api/names.js';

export type Role =
  | 'office'
  | 'leadingGroup'
  | 'leader'
  | 'deputy'
  | 'member'
  | 'liaison'
  | 'petitionCustodian'
  | 'clueCustodian';
type OtherRole = 'organCustodian' | 'organizationHead' | 'organizationLiaison' | 'organizationDepartment';

export interface Waiting {
  readonly of: readonly (Role | OtherRole)[];
  /** What to do, in the words of whoever does it. */
  readonly text: string;
  readonly says: string;
  readonly counts: QueryName;
  readonly state: string;
  readonly page: string;
  /** Only those of one's own, by the field that names the account. */
  readonly mine?: 'authorId' | 'assigneeId';
}

const team = ['leader', 'deputy', 'member', 'liaison'] as const;
const inspected = ['organizationHead', 'organizationLiaison'] as const;

const planning: readonly Waiting[] = [
  {
    of: ['office'],
    text: '轮次待报批',
    says: '填好方案，报领导小组批准',
    counts: 'countRounds',
    state: 'draft',
    page: '/rounds',
  },
  {
    of: ['office'],
    text: '轮次被退回',
    says: '按退回意见修改后再报',
    counts: 'countRounds',
    state: 'returned',
    page: '/rounds',
  },
  {
    of: ['leadingGroup'],
    text: '轮次待批准',
    says: '批准时选定制度版本，期限由此而来',
    counts: 'countRounds',
    state: 'submitted',
    page: '/rounds',
  },
  {
    of: ['office'],
    text: '轮次可以组建',
    says: '已批准，开始组建巡察组',
    counts: 'countRounds',
    state: 'approved',
    page: '/rounds',
  },
  {
    of: ['leadingGroup'],
    text: '届次待批准',
    says: '批准后轮次才能批准',
    counts: 'countTerms',
    state: 'proposed',
    page: '/terms',
  },
  {
    of: ['office'],
    text: '任务待下达',
    says: '巡察组授权之后下达',
    counts: 'countAssignments',
    state: 'planned',
    page: '/assignments',
  },
  {
    of: ['office'],
    text: '轮次待结束',
    says: '各任务都完成后结束轮次',
    counts: 'countRounds',
    state: 'reporting',
    page: '/rounds',
  },
];

const talent: readonly Waiting[] = [
  {
    of: ['office'],
    text: '人选待审核',
    says: '逐人逐组织检查回避',
    counts: 'countTeams',
    state: 'proposed',
    page: '/teams',
  },
  {
    of: ['leadingGroup'],
    text: '巡察组待授权',
    says: '一次一授权',
    counts: 'countTeams',
    state: 'checked',
    page: '/teams',
  },
  {
    of: ['office'],
    text: '发现须回避的人员',
    says: '更换组员，或重新审核',
    counts: 'countFoundRecusals',
    state: 'found',
    page: '/team-recusals',
  },
  {
    of: ['office'],
    text: '人员待报到',
    says: '抽调已经同意',
    counts: 'countCallUps',
    state: 'agreed',
    page: '/call-ups',
  },
  {
    of: ['organizationDepartment'],
    text: '抽调函待答复',
    says: '单位与组织部门都同意才算同意',
    counts: 'countCallUps',
    state: 'requested',
    page: '/call-ups',
  },
];

const onsite: readonly Waiting[] = [
  {
    of: ['leader', 'deputy', 'liaison'],
    text: '准备进驻',
    says: '到现场后点“进驻”',
    counts: 'countInspections',
    state: 'preparing',
    page: '/inspections',
  },
  {
    of: team,
    text: '我的底稿被退回',
    says: '按意见修改，重新走审核',
    counts: 'countPapers',
    state: 'returned',
    page: '/papers',
    mine: 'authorId',
  },
  {
    of: ['deputy'],
    text: '底稿待审核',
    says: '副组长审核',
    counts: 'countPapers',
    state: 'draft',
    page: '/papers',
  },
  {
    of: ['leader'],
    text: '底稿待签批',
    says: '组长签批后才能确认问题',
    counts: 'countPapers',
    state: 'deputyReviewed',
    page: '/papers',
  },
  {
    of: team,
    text: '交我核实的信访件',
    says: '核实后填写结论',
    counts: 'countPetitions',
    state: 'assigned',
    page: '/petitions',
    mine: 'assigneeId',
  },
  {
    of: ['leader', 'deputy'],
    text: '问题待写入报告',
    says: '填齐五见要素',
    counts: 'countFindings',
    state: 'confirmed',
    page: '/findings',
  },
  {
    of: ['leader', 'deputy'],
    text: '报告被退回',
    says: '按意见修改后再报',
    counts: 'countReportPackages',
    state: 'returned',
    page: '/reports',
  },
  {
    of: ['leader'],
    text: '待拟定反馈',
    says: '处置已经决定',
    counts: 'countInspections',
    state: 'decided',
    page: '/inspections',
  },
  {
    of: ['leader'],
    text: '待当面反馈',
    says: '反馈意见已拟定',
    counts: 'countFeedback',
    state: 'prepared',
    page: '/feedback',
  },
  {
    of: ['petitionCustodian'],
    text: '信访件待筛查',
    says: '登记之后先筛查',
    counts: 'countPetitions',
    state: 'received',
    page: '/petitions',
  },
  {
    of: ['petitionCustodian'],
    text: '信访件待交办',
    says: '交巡察组核实，或转责任单位',
    counts: 'countPetitions',
    state: 'screened',
    page: '/petitions',
  },
  {
    of: ['petitionCustodian'],
    text: '信访件待答复',
    says: '已核实，答复反映人',
    counts: 'countPetitions',
    state: 'verified',
    page: '/petitions',
  },
  {
    of: ['petitionCustodian'],
    text: '转办件待答复',
    says: '责任单位有结果后答复反映人',
    counts: 'countPetitions',
    state: 'referred',
    page: '/petitions',
  },
  {
    of: ['petitionCustodian'],
    text: '信访件待办结',
    says: '已经答复',
    counts: 'countPetitions',
    state: 'answered',
    page: '/petitions',
  },
  {
    of: ['office'],
    text: '报告待审核',
    says: '审核两报告一清单',
    counts: 'countReportPackages',
    state: 'draft',
    page: '/reports',
  },
  {
    of: ['office'],
    text: '报告待听取',
    says: '记下是哪次会议听取的',
    counts: 'countReportPackages',
    state: 'officeReviewed',
    page: '/reports',
  },
  {
    of: ['leadingGroup', 'office'],
    text: '问题待决定处置',
    says: '逐一决定清单上的每个问题',
    counts: 'countReportPackages',
    state: 'heard',
    page: '/reports',
  },
  {
    of: ['office'],
    text: '巡察待归档',
    says: '已反馈；信访件与问题均须有结果',
    counts: 'countInspections',
    state: 'fedBack',
    page: '/inspections',
  },
  {
    of: ['organizationHead'],
    text: '反馈意见待签收',
    says: '签字背书，整改自此开始',
    counts: 'countFeedback',
    state: 'presented',
    page: '/feedback',
  },
];

const clues: readonly Waiting[] = [
  {
    of: ['clueCustodian'],
    text: '线索待研判',
    says: '性质、所涉人员、管理权限',
    counts: 'countClues',
    state: 'raised',
    page: '/clues',
  },
  {
    of: ['clueCustodian'],
    text: '线索待移交',
    says: '起草移交，或上移',
    counts: 'countClues',
    state: 'screened',
    page: '/clues',
  },
  {
    of: ['leader'],
    text: '移交待组长审批',
    says: '三方审批的第一步',
    counts: 'countTransfers',
    state: 'draft',
    page: '/transfers',
  },
  {
    of: ['office'],
    text: '移交待巡察办审批',
    says: '三方审批的第二步',
    counts: 'countTransfers',
    state: 'leader',
    page: '/transfers',
  },
  {
    of: ['leadingGroup'],
    text: '移交待批准',
    says: '三方审批的第三步',
    counts: 'countTransfers',
    state: 'office',
    page: '/transfers',
  },
  {
    of: ['clueCustodian'],
    text: '移交待送达',
    says: '三方均已批准',
    counts: 'countTransfers',
    state: 'approved',
    page: '/transfers',
  },
  {
    of: ['clueCustodian'],
    text: '移交被退回',
    says: '修改后重新审批',
    counts: 'countTransfers',
    state: 'returned',
    page: '/transfers',
  },
  {
    of: ['organCustodian'],
    text: '移交待签收',
    says: '签收后可查看内容',
    counts: 'countTransfers',
    state: 'delivered',
    page: '/transfers',
  },
  {
    of: ['organCustodian'],
    text: '线索待处置',
    says: '提出处置方式',
    counts: 'countClues',
    state: 'received',
    page: '/clues',
  },
  {
    of: ['organCustodian', 'clueCustodian'],
    text: '线索处置中',
    says: '有结果时记录，齐了办结',
    counts: 'countClues',
    state: 'disposed',
    page: '/clues',
  },
];

const rectification: readonly Waiting[] = [
  {
    of: inspected,
    text: '整改方案待报',
    says: '每个问题至少一项措施',
    counts: 'countCases',
    state: 'opened',
    page: '/cases',
  },
  {
    of: inspected,
    text: '整改事项未开始',
    says: '点“开始整改”',
    counts: 'countItems',
    state: 'open',
    page: '/items',
  },
  {
    of: inspected,
    text: '整改事项进行中',
    says: '附佐证，报请销号',
    counts: 'countItems',
    state: 'inProgress',
    page: '/items',
  },
  {
    of: inspected,
    text: '两份整改报告待报',
    says: '党组织的和主要负责人的',
    counts: 'countCases',
    state: 'underway',
    page: '/cases',
  },
  {
    of: ['office'],
    text: '整改方案待审',
    says: '认可，或附意见退回',
    counts: 'countCases',
    state: 'planSubmitted',
    page: '/cases',
  },
  {
    of: ['office'],
    text: '整改事项待验收',
    says: '看佐证，销号或退回',
    counts: 'countItems',
    state: 'submitted',
    page: '/items',
  },
  {
    of: ['office'],
    text: '整改报告待审',
    says: '三家联审',
    counts: 'countCases',
    state: 'reportsSubmitted',
    page: '/cases',
  },
  {
    of: ['office'],
    text: '整改待评估',
    says: '评估质效，打分定等',
    counts: 'countCases',
    state: 'jointlyReviewed',
    page: '/cases',
  },
  {
    of: ['office'],
    text: '整改待结束',
    says: '事项均已销号的可以结束',
    counts: 'countCases',
    state: 'assessed',
    page: '/cases',
  },
];

export const waitings: readonly Waiting[] = [...planning, ...talent, ...onsite, ...clues, ...rectification];
