/** The process chart 施工图 (RA17-3): every stage, who does what and what comes next; visible to all, opened by whoever may. */
import type { QueryName } from '../../api/names.js';

export interface ProcessStep {
  readonly title: string;
  /** Who does it. */
  readonly who: string;
  readonly says: string;
  readonly page: string;
  /** The query that the page asks: who may not ask it, may not open it. */
  readonly needs: QueryName;
  /** What waits at this step: records in these states. */
  readonly counts?: QueryName;
  readonly states?: readonly string[];
}
export interface ProcessLane {
  readonly title: string;
  readonly steps: readonly ProcessStep[];
  /** Where it goes on. */
  readonly onward: string;
}

export const lanes: readonly ProcessLane[] = [
  {
    title: '一、谋划',
    onward: '批准后组队',
    steps: [
      {
        title: '登记册',
        who: '巡察办',
        says: '登记全部被巡察党组织',
        page: '/register',
        needs: 'listOrganizations',
      },
      {
        title: '届次',
        who: '巡察办提出，领导小组批准',
        says: '定五年起止，算全覆盖',
        page: '/terms',
        needs: 'listTerms',
        counts: 'countTerms',
        states: ['proposed'],
      },
      {
        title: '起草轮次',
        who: '巡察办',
        says: '种类、方式、批次、监督期',
        page: '/rounds',
        needs: 'listRounds',
        counts: 'countRounds',
        states: ['draft', 'returned'],
      },
      {
        title: '批准轮次',
        who: '领导小组',
        says: '同时选定制度版本',
        page: '/rounds',
        needs: 'listRounds',
        counts: 'countRounds',
        states: ['submitted'],
      },
    ],
  },
  {
    title: '二、组队',
    onward: '下达后进驻',
    steps: [
      {
        title: '提出人选',
        who: '巡察办',
        says: '从人才库组建，抽调到岗',
        page: '/teams',
        needs: 'listTeams',
        counts: 'countRounds',
        states: ['approved', 'teaming'],
      },
      {
        title: '审核回避',
        who: '巡察办',
        says: '逐人逐组织检查',
        page: '/teams',
        needs: 'listTeams',
        counts: 'countTeams',
        states: ['proposed'],
      },
      {
        title: '授权',
        who: '领导小组',
        says: '一次一授权',
        page: '/teams',
        needs: 'listTeams',
        counts: 'countTeams',
        states: ['checked'],
      },
      {
        title: '下达任务',
        who: '巡察办',
        says: '哪个组巡察哪几家',
        page: '/assignments',
        needs: 'listAssignments',
        counts: 'countAssignments',
        states: ['planned'],
      },
    ],
  },
  {
    title: '三、进驻',
    onward: '离开后写报告',
    steps: [
      {
        title: '进驻',
        who: '组长',
        says: '动员后进入了解',
        page: '/inspections',
        needs: 'listInspections',
        counts: 'countInspections',
        states: ['preparing', 'entered'],
      },
      {
        title: '了解情况',
        who: '巡察组',
        says: '谈话、走访、收材料、受理信访',
        page: '/inspections',
        needs: 'listInspections',
        counts: 'countInspections',
        states: ['investigating'],
      },
      {
        title: '底稿三签',
        who: '起草人、副组长、组长',
        says: '一事一稿，三人签字',
        page: '/papers',
        needs: 'listPapers',
        counts: 'countPapers',
        states: ['draft', 'deputyReviewed', 'returned'],
      },
      {
        title: '确认问题',
        who: '组长',
        says: '填齐五见要素；违纪的另提线索',
        page: '/findings',
        needs: 'listFindings',
        counts: 'countFindings',
        states: ['confirmed'],
      },
    ],
  },
  {
    title: '四、汇报反馈',
    onward: '签收后整改',
    steps: [
      {
        title: '两报告一清单',
        who: '巡察组',
        says: '报巡察办审核',
        page: '/reports',
        needs: 'listReportPackages',
        counts: 'countReportPackages',
        states: ['draft', 'returned'],
      },
      {
        title: '听取汇报',
        who: '领导小组、五人小组',
        says: '会议与决定留下记录',
        page: '/hearings',
        needs: 'listHearings',
        counts: 'countReportPackages',
        states: ['officeReviewed'],
      },
      {
        title: '决定处置',
        who: '领导小组',
        says: '逐个问题决定去向',
        page: '/reports',
        needs: 'listReportPackages',
        counts: 'countReportPackages',
        states: ['heard'],
      },
      {
        title: '反馈',
        who: '组长；主要负责人签收',
        says: '当面反馈，签字背书',
        page: '/feedback',
        needs: 'listFeedback',
        counts: 'countFeedback',
        states: ['prepared', 'presented'],
      },
    ],
  },
  {
    title: '五、移交线索',
    onward: '结果回到整改',
    steps: [
      {
        title: '研判',
        who: '线索保管员',
        says: '性质、人员、管理权限',
        page: '/clues',
        needs: 'listClues',
        counts: 'countClues',
        states: ['raised', 'screened'],
      },
      {
        title: '三方审批',
        who: '组长、巡察办、领导小组',
        says: '三个不同的人',
        page: '/transfers',
        needs: 'listTransfers',
        counts: 'countTransfers',
        states: ['draft', 'leader', 'office', 'returned'],
      },
      {
        title: '移交签收',
        who: '接收机关',
        says: '一次为限，有收据',
        page: '/transfers',
        needs: 'listTransfers',
        counts: 'countTransfers',
        states: ['approved', 'delivered'],
      },
      {
        title: '处置办结',
        who: '接收机关',
        says: '处置方式与办理结果',
        page: '/clues',
        needs: 'listClues',
        counts: 'countClues',
        states: ['received', 'held', 'disposed'],
      },
    ],
  },
  {
    title: '六、整改',
    onward: '回头看另开一轮',
    steps: [
      {
        title: '整改方案',
        who: '被巡察党组织；巡察办审',
        says: '每个问题至少一项措施',
        page: '/cases',
        needs: 'listCases',
        counts: 'countCases',
        states: ['opened', 'planSubmitted'],
      },
      {
        title: '整改事项',
        who: '被巡察党组织',
        says: '附佐证，报请销号',
        page: '/items',
        needs: 'listItems',
        counts: 'countItems',
        states: ['open', 'inProgress'],
      },
      {
        title: '销号',
        who: '巡察办',
        says: '本单位的人不能销本单位的号',
        page: '/items',
        needs: 'listItems',
        counts: 'countItems',
        states: ['submitted'],
      },
      {
        title: '联审评估',
        who: '巡察办等三家',
        says: '两份报告联审，评估后结束',
        page: '/cases',
        needs: 'listCases',
        counts: 'countCases',
        states: ['reportsSubmitted', 'jointlyReviewed', 'assessed'],
      },
    ],
  },
];
