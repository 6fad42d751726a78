/** 巡察工作方案: the round as it was drafted or approved, and who of its teams inspects whom, as far as the reader may know. */
import type { Out, readRound } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';
import type { Assignment } from '../assignment/assignment.js';

type Round = Out<typeof readRound>;
const kinds: Readonly<Record<Round['kind'], string>> = {
  routine: '常规巡察',
  special: '专项巡察',
  mobile: '机动巡察',
  lookBack: '巡察“回头看”',
};
const ways: Readonly<Record<Round['ways'][number], string>> = {
  comprehensive: '综合巡察',
  special: '专项巡察',
  pinpoint: '点穴巡察',
  extended: '延伸巡察',
  onRequest: '点题巡察',
  selfCheck: '自查',
};
const committees: Readonly<Record<Round['ledBy'], string>> = {
  city: '市委',
  county: '县（市、区）委',
  township: '乡镇（街道）党（工）委',
};
type Assigned = Pick<Assignment, 'designation' | 'batch' | 'organizations' | 'state'>;

export function planOf(
  round: Pick<
    Round,
    'number' | 'name' | 'kind' | 'ways' | 'ledBy' | 'batches' | 'examinedSince' | 'approvedOn'
  >,
  assignments: readonly Assigned[],
  { organization }: Names,
): typeof forms.roundPlan.example {
  const standing = assignments.filter(({ state }) => state !== 'cancelled');
  const teams = new Set(standing.map(({ designation }) => designation));
  return {
    文号: round.number ?? '',
    轮次: round.name,
    种类: kinds[round.kind],
    方式: round.ways.map((way) => ways[way]).join('、'),
    派出党委: committees[round.ledBy],
    起始日期: dayInWords(round.examinedSince),
    批准日期: dayInWords(round.approvedOn),
    组数: String(teams.size),
    对象数: String(standing.flatMap(({ organizations }) => organizations).length),
    批次: round.batches.map(({ entersOn, leavesOn }) => ({
      进驻: dayInWords(entersOn),
      离开: dayInWords(leavesOn),
    })),
    任务: standing.map(({ designation, batch, organizations }) => ({
      巡察组: designation,
      批次: `第${batch}批`,
      被巡察党组织: organizations.map(({ organizationId }) => organization(organizationId)).join('、'),
    })),
  };
}
