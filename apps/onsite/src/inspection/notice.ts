/** 巡察通知: who comes, when and what they look into, of an inspection and its round as the reader sees them. */
import type { Out, readInspection, readRound, TeamMember } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

type Inspection = Out<typeof readInspection>;
type Round = Out<typeof readRound>;
const kinds: Readonly<Record<Round['kind'], string>> = {
  routine: '常规巡察',
  special: '专项巡察',
  mobile: '机动巡察',
  lookBack: '巡察“回头看”',
};

/** Who is visited by whom and when: all that a public notice and a list of materials say. */
export function visitOf(
  { organizationId, designation, batch }: Inspection,
  { kind, batches, examinedSince }: Round,
  { organization }: Pick<Names, 'organization'>,
): Omit<typeof forms.publicNotice.example, '举报网址'> {
  const { entersOn, leavesOn } = batches[batch - 1]!;
  return {
    被巡察党组织: organization(organizationId),
    巡察组: designation,
    巡察种类: kinds[kind],
    进驻日期: dayInWords(entersOn),
    离开日期: dayInWords(leavesOn),
    起始日期: dayInWords(examinedSince),
  };
}

export function noticeOf(
  inspection: Inspection,
  round: Round,
  { organization, account }: Names,
): typeof forms.inspectionNotice.example {
  const { members } = inspection;
  const inRole = (role: TeamMember['role']) =>
    members.filter((member) => member.role === role).map(({ accountId }) => account(accountId));
  const named = (role: TeamMember['role']) =>
    inRole(role)
      .filter((name) => name !== '')
      .join('、');
  return {
    ...visitOf(inspection, round, { organization }),
    轮次文号: round.number ?? '',
    组长: named('leader'),
    副组长: named('deputy'),
    组员: named('member'),
    联络员: named('liaison'),
  };
}
