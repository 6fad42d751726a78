/** Organizations that an account must stay away from, as the security administrator entered them. */
import { useRights } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { Limit } from './limit.js';

function Lift({ id, version, state }: Item<'listRecusals'>) {
  const { may } = useRights();
  if (state !== 'declared' || !may(callOf('liftRecusal').permission))
    return <span className="nothing">—</span>;
  return (
    <CommandButton command="liftRecusal" given={{ recusalId: id }} seen={version} onDone={() => undefined} />
  );
}

export const recusals: Ledger<'listRecusals'> = {
  query: 'listRecusals',
  title: '回避登记',
  says: '某人不得接触某党组织的任何记录。登记立即生效，高于一切角色；巡察组的回避由系统另行核对。',
  columns: [
    'accountId',
    {
      field: 'organizationId',
      width: 170,
      show: ({ organizationId }) => <Limit field="organizationId" id={organizationId} />,
    },
    { field: 'reason', width: 260 },
    'state',
    { field: 'version', title: '办理', show: Lift },
  ],
  filters: ['accountId'],
  makes: ['declareRecusal'],
  empty: '没有登记回避',
};
