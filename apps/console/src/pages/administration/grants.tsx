/** Which role an account has, perhaps for one organization or one team only, perhaps from or until a day. */
import { useRights } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { Limit } from './limit.js';

type Grant = Item<'listGrants'>;

function Revoke({ id, version, state, role }: Grant) {
  const { may } = useRights();
  if (state !== 'active' || !may(callOf('revokeRole').permission)) return <span className="nothing">—</span>;
  // Of the three, two administrators decide (rules.md 15).
  if (role.endsWith('Administrator')) return <span className="second">由两名管理员任免</span>;
  return (
    <CommandButton
      command="revokeRole"
      danger
      given={{ grantId: id }}
      seen={version}
      onDone={() => undefined}
    />
  );
}

function LimitedTo({ organizationId, teamId }: Grant) {
  if (organizationId) return <Limit field="organizationId" id={organizationId} />;
  if (teamId) return <Limit field="teamId" id={teamId} />;
  return <span className="second">全站点</span>;
}

function Days({ from, until }: Grant) {
  if (!from && !until) return <span className="second">长期</span>;
  return (
    <span className="number">
      {from ?? '即日'} 至 {until ?? '长期'}
    </span>
  );
}

export const grants: Ledger<'listGrants'> = {
  query: 'listGrants',
  title: '授权',
  says: '谁有什么角色。角色可只限一个党组织或一个巡察组，可定起止日期；收回立即生效。',
  columns: [
    'accountId',
    { field: 'role', width: 130 },
    { field: 'organizationId', title: '范围', width: 170, show: LimitedTo },
    { field: 'from', title: '起止', width: 190, show: Days },
    'state',
    { field: 'version', title: '办理', show: Revoke },
  ],
  filters: ['accountId'],
  makes: ['grantRole'],
  empty: '还没有授予角色',
};
