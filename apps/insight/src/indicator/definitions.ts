/** Every indicator, each defined once; what the words mean is settled in apps/scenarios/FIGURES.md. The id is the figure's key. */
import type { RoundTraits } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { count, sum, type CountedRecord, type Indicator, type Surroundings } from './indicator.js';

type Condition = (record: CountedRecord, around: Surroundings) => boolean;

const round =
  (holds: (traits: RoundTraits) => boolean): Condition =>
  (_, around) =>
    around.round?.traits.round !== undefined && holds(around.round.traits.round);
/** Township-led rounds stand beside all others. */
const ownRound = round((traits) => traits.ledBy !== 'township');
const townshipLed = round((traits) => traits.ledBy === 'township');
const joint = round((traits) => traits.joint && traits.ledBy !== 'township');
const povertyRelief = round((traits) => traits.theme === 'poverty-relief' && traits.ledBy !== 'township');
const routine = round((traits) => traits.kind === 'routine' && traits.ledBy !== 'township');
const lookBack = round((traits) => traits.kind === 'lookBack' && traits.ledBy !== 'township');

/** Insight hears of an inspection's entry once; from then on the organization is inspected. */
const entered: Condition = (record) => record.state === 'entered';
const counting: Condition = (record) => record.state !== 'merged' && record.state !== 'dropped';
const recorded: Condition = (record) => record.state === 'recorded';
const hasClass =
  (code: string): Condition =>
  (record) =>
    record.traits.classes?.includes(code) ?? false;
const isOutcome =
  (kind: string): Condition =>
  (record) =>
    record.traits.outcomeKind === kind;

/** All items closed, and at least one: reopened and long-term ones are not solved. */
const solved: Condition = (record, around) =>
  counting(record, around) &&
  around.children.length > 0 &&
  around.children.every((item) => item.state === 'closed');
const lastCloseOut = (record: CountedRecord, around: Surroundings): BusinessDate =>
  around.children.reduce<BusinessDate>((last, item) => (item.on > last ? item.on : last), record.on);

const organization = (record: CountedRecord) => (record.organizationId ? [record.organizationId] : []);
const ofKind =
  (kind: string): Condition =>
  (record, around) =>
    record.organizationId !== null &&
    around.parent?.traits.organizationKinds?.[record.organizationId] === kind;

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

export const indicators: readonly Indicator[] = [
  count('organizationsInspected', {
    sentence: '已有巡察组进驻的被巡察党组织数，一个组织只计一次（不含乡镇自巡）',
    of: 'onsite.inspection',
    where: [entered, ownRound],
    units: organization,
  }),
  ...inspectedKinds.map(([kind, name]) =>
    count(`organizationsInspected.${kind}`, {
      sentence: `已有巡察组进驻的${name}数，一个组织只计一次（不含乡镇自巡）`,
      of: 'onsite.inspection',
      where: [entered, ownRound, ofKind(kind)],
      units: organization,
    }),
  ),
  count('teams', {
    sentence: '有进驻的巡察组数，番号相同的计一个（不含乡镇自巡）',
    of: 'onsite.inspection',
    where: [entered, ownRound],
    units: (_, around) => (around.parent?.traits.designation ? [around.parent.traits.designation] : []),
  }),
  count('teamsFormed', {
    sentence: '组建并进驻的巡察组次数，同一组在每一轮各计一次（不含乡镇自巡）',
    of: 'onsite.inspection',
    where: [entered, ownRound],
    units: (record, around) =>
      around.parent?.traits.designation ? [`${record.roundId}/${around.parent.traits.designation}`] : [],
  }),
  count('lookBackRounds', {
    sentence: '已有进驻的回头看轮次数',
    of: 'onsite.inspection',
    where: [entered, lookBack],
    units: (record) => (record.roundId ? [record.roundId] : []),
  }),
  count('joint.organizations', {
    sentence: '市县联动轮次中已进驻的被巡察党组织数，一个组织只计一次',
    of: 'onsite.inspection',
    where: [entered, joint],
    units: organization,
  }),
  ...activityKinds.map(([kind, id, name]) =>
    count(id, {
      sentence: `巡察组记录的${name}次数（不含乡镇自巡）`,
      of: 'onsite.activity',
      where: [ownRound, (record) => record.traits.activityKind === kind],
    }),
  ),
  count('findings', {
    sentence: '已确认、未合并也未剔除的问题数（不含乡镇自巡）',
    of: 'onsite.finding',
    where: [counting, ownRound],
  }),
  count('findingsRectified', {
    sentence: '全部整改事项均已销号的问题数（不含乡镇自巡）',
    of: 'onsite.finding',
    where: [solved, ownRound],
    on: lastCloseOut,
  }),
  count('livelihoodProblemsSolved', {
    sentence: '全部整改事项均已销号的民生类问题数（不含乡镇自巡）',
    of: 'onsite.finding',
    where: [solved, ownRound, hasClass('livelihood:yes')],
    on: lastCloseOut,
  }),
  count('keyProjectProblemsSolved', {
    sentence: '全部整改事项均已销号的重点工程类问题数（不含乡镇自巡）',
    of: 'onsite.finding',
    where: [solved, ownRound, hasClass('keyProject:yes')],
    on: lastCloseOut,
  }),
  count('routine.violationFindings', {
    sentence: '常规巡察发现的违纪违规类问题数（不含乡镇自巡）',
    of: 'onsite.finding',
    where: [counting, routine, hasClass('violation:yes')],
  }),
  count('joint.findings', {
    sentence: '市县联动轮次确认的问题数',
    of: 'onsite.finding',
    where: [counting, joint],
  }),
  sum('joint.amountInvolved', {
    sentence: '市县联动轮次的问题所涉及的金额合计',
    of: 'onsite.finding',
    where: [counting, joint],
  }),
  count('townshipLed.findings', {
    sentence: '乡镇自巡确认的问题数',
    of: 'onsite.finding',
    where: [counting, townshipLed],
  }),
  count('systemsImproved', {
    sentence: '整改中新建或修订的制度数（不含乡镇自巡）',
    of: 'rectification.outcome',
    where: [recorded, ownRound, isOutcome('systemImproved')],
  }),
  count('townshipLed.systems', {
    sentence: '乡镇自巡整改中新建或修订的制度数',
    of: 'rectification.outcome',
    where: [recorded, townshipLed, isOutcome('systemImproved')],
  }),
  count('personsHeldAccountable', {
    sentence: '整改中被问责的人数，一人只计一次（不含乡镇自巡）',
    of: 'rectification.outcome',
    where: [recorded, ownRound, isOutcome('accountability')],
    units: (record) => record.traits.persons ?? [],
  }),
  count('poverty.personsHeldAccountable', {
    sentence: '扶贫领域专项巡察整改中被问责的人数，一人只计一次',
    of: 'rectification.outcome',
    where: [recorded, povertyRelief, isOutcome('accountability')],
    units: (record) => record.traits.persons ?? [],
  }),
  sum('moneyRecovered', {
    sentence: '整改中追回的资金合计（不含乡镇自巡）',
    of: 'rectification.outcome',
    where: [recorded, ownRound, isOutcome('moneyRecovered')],
  }),
  sum('poverty.lossRecovered', {
    sentence: '扶贫领域专项巡察整改中追回的资金合计',
    of: 'rectification.outcome',
    where: [recorded, povertyRelief, isOutcome('moneyRecovered')],
  }),
  count('hearings.standingCommittee', {
    sentence: '常委会会议听取巡察汇报的次数',
    of: 'planning.hearing',
    where: [(record) => record.traits.hearingBody === 'standingCommittee'],
  }),
  count('hearings.leadingOrFivePersonGroup', {
    sentence: '领导小组或五人小组听取巡察汇报的次数',
    of: 'planning.hearing',
    where: [(record) => ['leadingGroup', 'fivePersonGroup'].includes(record.traits.hearingBody ?? '')],
  }),
];
