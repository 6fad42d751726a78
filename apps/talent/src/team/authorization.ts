/** 巡察组授权书: who is in a team, for which round and whom they inspect, as far as the reader may know. */
import type { Out, readTeam } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Id } from '@xuncha/domain-kit';
import type { Names } from '@xuncha/service-kit';

type Team = Pick<Out<typeof readTeam>, 'designation' | 'members' | 'authorizedOn' | 'checkedOn'>;

export function authorizationOf(
  { designation, members, authorizedOn, checkedOn }: Team,
  { round, organizationIds }: { readonly round: string; readonly organizationIds: readonly Id[] },
  { organization, account }: Names,
): typeof forms.teamAuthorization.example {
  const named = (role: Team['members'][number]['role']) =>
    members
      .filter((member) => member.role === role)
      .map(({ accountId }) => account(accountId))
      .filter((name) => name !== '')
      .join('、');
  return {
    巡察组: designation,
    轮次: round,
    组长: named('leader'),
    副组长: named('deputy'),
    组员: named('member'),
    联络员: named('liaison'),
    对象: organizationIds.map(organization).join('、'),
    授权日期: dayInWords(authorizedOn),
    审核日期: dayInWords(checkedOn),
  };
}
