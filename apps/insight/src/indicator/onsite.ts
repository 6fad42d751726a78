/** Figures of what onsite records: inspections entered, activities, findings. Who inspected is talent's, by the inspection's team. */
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import type { CountedRecord, Member, Surroundings } from '../record/record.js';
import * as is from './conditions.js';
import { count, countEach, sum, type Condition, type Indicator } from './indicator.js';

/** Insight hears of an inspection's entry once; from then on the organization is inspected. */
const entered: Condition = (record) => record.state === 'entered';
const counting: Condition = (record) => record.state !== 'merged' && record.state !== 'dropped';
const hasClass =
  (code: string): Condition =>
  (record) =>
    record.traits.classes?.includes(code) ?? false;
/** All items closed, and at least one: reopened and long-term ones are not solved. */
const solved: Condition = (record, around) =>
  counting(record, around) &&
  around.related.length > 0 &&
  around.related.every((item) => item.state === 'closed');
const lastCloseOut = (record: CountedRecord, around: Surroundings): BusinessDate =>
  around.related.reduce<BusinessDate>((last, item) => (item.on > last ? item.on : last), record.on);

const ofKind =
  (...kinds: readonly string[]): Condition =>
  (record, around) =>
    kinds.includes(around.parent?.traits.organizationKinds?.[record.organizationId ?? ''] ?? '');
const designation = (_: CountedRecord, around: Surroundings) =>
  around.parent?.traits.designation ? [around.parent.traits.designation] : [];

const inspections = (id: string, sentence: string, ...where: readonly Condition[]): Indicator =>
  count(id, { sentence, of: 'onsite.inspection', where: [entered, ...where], units: is.organization });
const teams = (id: string, sentence: string, ...where: readonly Condition[]): Indicator =>
  count(id, { sentence, of: 'onsite.inspection', where: [entered, ...where], units: designation });
const findings = (id: string, sentence: string, ...where: readonly Condition[]): Indicator =>
  count(id, { sentence, of: 'onsite.finding', where: [counting, ...where] });
const solvedFindings = (id: string, sentence: string, ...where: readonly Condition[]): Indicator =>
  count(id, { sentence, of: 'onsite.finding', where: [solved, ...where], on: lastCloseOut });

/** How many organizations each standing team inspected; shown if all inspected as many. */
const organizationsPerTeam = (id: string, sentence: string, ...where: readonly Condition[]): Indicator =>
  countEach(id, {
    sentence,
    of: 'onsite.inspection',
    where: [entered, ...where],
    tally: 'alike',
    contributions: (record, around) =>
      is
        .organization(record)
        .flatMap((unit) => designation(record, around).map((team) => ({ unit, on: record.on, team }))),
  });

/** Those who were in the team when it entered or came later, each from the day when they were there. */
const insiders = (record: CountedRecord, around: Surroundings): readonly { id: Id; on: BusinessDate }[] =>
  (around.team?.traits.members ?? [])
    .filter(({ lent, until }) => !lent && (until === null || until > record.on))
    .map(({ inspectorId: id, since }) => ({ id, on: since > record.on ? since : record.on }));
const membersPerTeam = (
  id: string,
  tally: Indicator['tally'],
  sentence: string,
  counted: (role: Member['role']) => boolean,
): Indicator =>
  countEach(id, {
    sentence,
    of: 'onsite.inspection',
    where: [entered, is.ownRound],
    tally,
    contributions: (record, around) =>
      (around.team?.traits.members ?? [])
        .filter(({ role, until }) => until === null && counted(role))
        .map(({ inspectorId: unit }) => ({ unit, on: record.on, team: around.team!.id })),
  });

const inspectedKinds: readonly [kind: string, name: string][] = [
  ['village', '村（社区）'],
  ['municipalUnit', '市直单位'],
  ['grassrootsStation', '基层站所'],
  ['keyProject', '重点工程'],
  ['stateOwnedEnterprise', '国有企业'],
  ['township', '乡镇（街道）'],
];
const activityKinds: readonly [kind: string, id: string, name: string][] = [
  ['interview', 'activities.interviews', '个别谈话'],
  ['discussionMeeting', 'activities.discussionMeetings', '座谈会'],
  ['phoneSpotCheck', 'activities.phoneSpotChecks', '电话随机问询'],
  ['householdVisit', 'activities.householdVisits', '走访'],
  ['siteSurvey', 'activities.siteSurveys', '实地踏勘'],
  ['undercoverVisit', 'activities.undercoverVisits', '暗访'],
];

const inspected = '一个组织只计一次（不含乡镇自巡）';
export const onsiteIndicators: readonly Indicator[] = [
  inspections('organizationsInspected', `已有巡察组进驻的被巡察党组织数，${inspected}`, is.ownRound),
  ...inspectedKinds.map(([kind, name]) =>
    inspections(
      `organizationsInspected.${kind}`,
      `已有巡察组进驻的${name}数，${inspected}`,
      is.ownRound,
      ofKind(kind),
    ),
  ),
  inspections(
    'organizationsInspected.secondLevelBudgetUnitsAndVillages',
    `已有巡察组进驻的二级预算单位和村（社区）数，${inspected}`,
    is.ownRound,
    ofKind('village', 'budgetUnit'),
  ),
  inspections('special.organizationsInspected', `专项巡察已进驻的被巡察党组织数，${inspected}`, is.special),
  inspections('joint.organizations', '市县联动轮次中已进驻的被巡察党组织数，一个组织只计一次', is.joint),
  // A coverage rate takes an organization whoever led the round.
  inspections(
    'villagesInspected',
    '已有巡察组进驻的村（社区）数，含乡镇自巡，一村只计一次',
    ofKind('village'),
  ),

  teams('teams', '有进驻的巡察组数，番号相同的计一个（不含乡镇自巡）', is.ownRound),
  teams('joint.teams', '市县联动轮次中有进驻的巡察组数，番号相同的计一个', is.joint),
  teams('cross.teams', '交叉巡察中有进驻的巡察组数，番号相同的计一个', is.cross),
  teams('upgraded.teams', '提级巡察中有进驻的巡察组数，番号相同的计一个', is.upgraded),
  organizationsPerTeam(
    'areasPerTeam',
    '每个巡察组进驻的县（市、区）和功能区数，各组相同时显示',
    is.ownRound,
    ofKind('county', 'zone'),
  ),
  organizationsPerTeam(
    'upgraded.organizationsPerTeam',
    '提级巡察中每个巡察组进驻的被巡察党组织数，各组相同时显示',
    is.upgraded,
  ),
  countEach('inspectors', {
    sentence: '有进驻的巡察组中本级的巡察人员数，一人只计一次（不含乡镇自巡和上级选派的人员）',
    of: 'onsite.inspection',
    where: [entered, is.ownRound],
    contributions: (record, around) => insiders(record, around).map(({ id, on }) => ({ unit: id, on })),
  }),
  membersPerTeam(
    'leadersPerTeam',
    'alike',
    '每个进驻的巡察组的组长人数，各组相同时显示（不含乡镇自巡）',
    (role) => role === 'leader',
  ),
  membersPerTeam(
    'deputiesPerTeam',
    'alike',
    '每个进驻的巡察组的副组长人数，各组相同时显示（不含乡镇自巡）',
    (role) => role === 'deputy',
  ),
  membersPerTeam(
    'staffPerTeamMin',
    'fewest',
    '进驻的巡察组中组长、副组长以外人数最少的（不含乡镇自巡）',
    isStaff,
  ),
  membersPerTeam(
    'staffPerTeamMax',
    'most',
    '进驻的巡察组中组长、副组长以外人数最多的（不含乡镇自巡）',
    isStaff,
  ),
  count('lookBackRounds', {
    sentence: '已有进驻的回头看轮次数',
    of: 'onsite.inspection',
    where: [entered, is.lookBack],
    units: (record) => (record.roundId ? [record.roundId] : []),
  }),

  ...activityKinds.map(([kind, id, name]) =>
    count(id, {
      sentence: `巡察组记录的${name}次数（不含乡镇自巡）`,
      of: 'onsite.activity',
      where: [is.ownRound, (record) => record.traits.activityKind === kind],
    }),
  ),

  findings('findings', '已确认、未合并也未剔除的问题数（不含乡镇自巡）', is.ownRound),
  findings(
    'routine.violationFindings',
    '常规巡察发现的违纪违规类问题数（不含乡镇自巡）',
    is.routine,
    hasClass('violation:yes'),
  ),
  findings('joint.findings', '市县联动轮次确认的问题数', is.joint),
  findings('cross.findings', '交叉巡察确认的问题数', is.cross),
  findings('upgraded.findings', '提级巡察确认的问题数', is.upgraded),
  findings('townshipLed.findings', '乡镇自巡确认的问题数', is.townshipLed),
  sum('joint.amountInvolved', {
    sentence: '市县联动轮次的问题所涉及的金额合计',
    of: 'onsite.finding',
    where: [counting, is.joint],
  }),
  solvedFindings('findingsRectified', '全部整改事项均已销号的问题数（不含乡镇自巡）', is.ownRound),
  solvedFindings(
    'livelihoodProblemsSolved',
    '全部整改事项均已销号的民生类问题数（不含乡镇自巡）',
    is.ownRound,
    hasClass('livelihood:yes'),
  ),
  solvedFindings(
    'keyProjectProblemsSolved',
    '全部整改事项均已销号的重点工程类问题数（不含乡镇自巡）',
    is.ownRound,
    hasClass('keyProject:yes'),
  ),
];

function isStaff(role: Member['role']): boolean {
  return role !== 'leader' && role !== 'deputy';
}
