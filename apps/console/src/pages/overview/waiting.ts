/** What may wait for whom: each line counts the records in some states of one ledger, and opens that ledger filtered alike. */
import type { QueryName } from '../../api/names.js';

export interface Waiting {
  /** Roles whose turn it is. */
  readonly of: readonly string[];
  /** What to do, in the words of whoever does it. */
  readonly text: string;
  readonly says: string;
  readonly counts: QueryName;
  readonly state: string;
  readonly page: string;
  /** Only those of one's own, by the field that names the account. */
  readonly mine?: 'authorId' | 'assigneeId';
}

const ledgers = {
  rounds: ['countRounds', '/rounds'],
  terms: ['countTerms', '/terms'],
  assignments: ['countAssignments', '/assignments'],
  teams: ['countTeams', '/teams'],
  recusals: ['countFoundRecusals', '/team-recusals'],
  callUps: ['countCallUps', '/call-ups'],
  inspections: ['countInspections', '/inspections'],
  materials: ['countMaterials', '/materials'],
  papers: ['countPapers', '/papers'],
  petitions: ['countPetitions', '/petitions'],
  findings: ['countFindings', '/findings'],
  reports: ['countReportPackages', '/reports'],
  feedback: ['countFeedback', '/feedback'],
  clues: ['countClues', '/clues'],
  transfers: ['countTransfers', '/transfers'],
  cases: ['countCases', '/cases'],
  items: ['countItems', '/items'],
} as const satisfies Readonly<Record<string, readonly [QueryName, string]>>;

/** `at`: the ledger and the state. */
function waits(
  of: readonly string[],
  text: string,
  says: string,
  at: `${keyof typeof ledgers} ${string}`,
  mine?: Waiting['mine'],
): Waiting {
  const [ledger, state] = at.split(' ') as [keyof typeof ledgers, string];
  const [counts, page] = ledgers[ledger];
  return { of, text, says, counts, state, page, ...(mine ? { mine } : {}) };
}

const team = ['leader', 'deputy', 'member', 'liaison'] as const;
const inspected = ['organizationHead', 'organizationLiaison'] as const;
const custodian = ['petitionCustodian'];

const planning: readonly Waiting[] = [
  waits(['office'], '轮次待报批', '填好方案，报领导小组批准', 'rounds draft'),
  waits(['office'], '轮次被退回', '按退回意见修改后再报', 'rounds returned'),
  waits(['leadingGroup'], '轮次待批准', '批准时选定制度版本，期限由此而来', 'rounds submitted'),
  waits(['office'], '轮次可以组建', '已批准，开始组建巡察组', 'rounds approved'),
  waits(['leadingGroup'], '届次待批准', '批准后轮次才能批准', 'terms proposed'),
  waits(['office'], '任务待下达', '巡察组授权之后下达', 'assignments planned'),
  waits(['office'], '轮次待结束', '各任务都完成后结束轮次', 'rounds reporting'),
];

const talent: readonly Waiting[] = [
  waits(['office'], '人选待审核', '逐人逐组织检查回避', 'teams proposed'),
  waits(['leadingGroup'], '巡察组待授权', '一次一授权', 'teams checked'),
  waits(['office'], '发现须回避的人员', '更换组员，或重新审核', 'recusals found'),
  waits(['office'], '人员待报到', '抽调已经同意', 'callUps agreed'),
  waits(['organizationDepartment'], '抽调函待答复', '单位与组织部门都同意才算同意', 'callUps requested'),
];

const onsite: readonly Waiting[] = [
  waits(['leader', 'deputy', 'liaison'], '准备进驻', '到现场后点“进驻”', 'inspections preparing'),
  waits(inspected, '材料待提供', '逐项提供，到期以前交给巡察组', 'materials asked'),
  waits(team, '材料待签收', '清点齐全后签收，不全的退回', 'materials supplied'),
  waits(team, '我的底稿被退回', '按意见修改，重新走审核', 'papers returned', 'authorId'),
  waits(['deputy'], '底稿待审核', '副组长审核', 'papers draft'),
  waits(['leader'], '底稿待签批', '组长签批后才能确认问题', 'papers deputyReviewed'),
  waits(team, '交我核实的信访件', '核实后填写结论', 'petitions assigned', 'assigneeId'),
  waits(['leader', 'deputy'], '问题待写入报告', '填齐五见要素', 'findings confirmed'),
  waits(['leader', 'deputy'], '报告被退回', '按意见修改后再报', 'reports returned'),
  waits(['leader'], '待拟定反馈', '处置已经决定', 'inspections decided'),
  waits(['leader'], '待当面反馈', '反馈意见已拟定', 'feedback prepared'),
  waits(custodian, '信访件待筛查', '登记之后先筛查', 'petitions received'),
  waits(custodian, '信访件待交办', '交巡察组核实，或转责任单位', 'petitions screened'),
  waits(custodian, '信访件待答复', '已核实，答复反映人', 'petitions verified'),
  waits(custodian, '转办件待答复', '责任单位有结果后答复反映人', 'petitions referred'),
  waits(custodian, '信访件待办结', '已经答复', 'petitions answered'),
  waits(['office'], '报告待审核', '审核两报告一清单', 'reports draft'),
  waits(['office'], '报告待听取', '记下是哪次会议听取的', 'reports officeReviewed'),
  waits(['leadingGroup', 'office'], '问题待决定处置', '逐一决定清单上的每个问题', 'reports heard'),
  waits(['office'], '巡察待归档', '已反馈；信访件与问题均须有结果', 'inspections fedBack'),
  waits(['organizationHead'], '反馈意见待签收', '签字背书，整改自此开始', 'feedback presented'),
];

const clues: readonly Waiting[] = [
  waits(['clueCustodian'], '线索待研判', '性质、所涉人员、管理权限', 'clues raised'),
  waits(['clueCustodian'], '线索待移交', '起草移交，或上移', 'clues screened'),
  waits(['leader'], '移交待组长审批', '三方审批的第一步', 'transfers draft'),
  waits(['office'], '移交待巡察办审批', '三方审批的第二步', 'transfers leader'),
  waits(['leadingGroup'], '移交待批准', '三方审批的第三步', 'transfers office'),
  waits(['clueCustodian'], '移交待送达', '三方均已批准', 'transfers approved'),
  waits(['clueCustodian'], '移交被退回', '修改后重新审批', 'transfers returned'),
  waits(['organCustodian'], '移交待签收', '签收后可查看内容', 'transfers delivered'),
  waits(['organCustodian'], '线索待处置', '提出处置方式', 'clues received'),
  waits(['organCustodian', 'clueCustodian'], '线索处置中', '有结果时记录，齐了办结', 'clues disposed'),
];

const rectification: readonly Waiting[] = [
  waits(inspected, '整改方案待报', '每个问题至少一项措施', 'cases opened'),
  waits(inspected, '整改事项未开始', '点“开始整改”', 'items open'),
  waits(inspected, '整改事项进行中', '附佐证，报请销号', 'items inProgress'),
  waits(inspected, '两份整改报告待报', '党组织的和主要负责人的', 'cases underway'),
  waits(['office'], '整改方案待审', '认可，或附意见退回', 'cases planSubmitted'),
  waits(['office'], '整改事项待验收', '看佐证，销号或退回', 'items submitted'),
  waits(['office'], '整改报告待审', '三家联审', 'cases reportsSubmitted'),
  waits(['office'], '整改待评估', '评估质效，打分定等', 'cases jointlyReviewed'),
  waits(['office'], '整改待结束', '事项均已销号的可以结束', 'cases assessed'),
];

export const waitings: readonly Waiting[] = [...planning, ...talent, ...onsite, ...clues, ...rectification];
