/** Programs of other organs that connect by themselves, each with keys of its own. */
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { valueWord } from '../../words/words.js';
import { Limit } from './limit.js';

type Client = Answer<'readDepartmentClient'>;

export const departmentClients: Ledger<'listDepartmentClients'> = {
  query: 'listDepartmentClients',
  title: '部门程序',
  says: '其他机关的业务系统凭自己的密钥接入，只能办授权范围内的事。核对公钥指纹后才启用。',
  columns: [
    { field: 'name', width: 160 },
    {
      field: 'organizationId',
      show: ({ organizationId }) => <Limit field="organizationId" id={organizationId} />,
    },
    {
      field: 'scopes',
      width: 220,
      show: ({ scopes }) => scopes.map((one) => valueWord('DepartmentScope', one)).join('、'),
    },
    'state',
    'from',
    'until',
  ],
  tabs: 'state',
  to: ({ id }) => `/department-clients/${id}`,
  makes: ['registerDepartmentClient'],
  empty: '还没有登记部门程序',
};

const tokenRequests: Ledger<'listTokenRequests'> = {
  query: 'listTokenRequests',
  title: '申请令牌的记录',
  says: '',
  columns: ['at', 'outcome', 'scopes'],
  empty: '还没有申请过令牌',
};

export const departmentClient: RecordSpec<'readDepartmentClient'> = {
  query: 'readDepartmentClient',
  id: 'clientId',
  ledger: ['部门程序', '/department-clients'],
  title: ({ name }) => name,
  steps: [
    { name: '登记', in: ['registered'] },
    { name: '启用', in: ['active', 'suspended'], on: ({ from }) => from },
    { name: '终止', in: ['ended'] },
  ],
  waits: {
    registered: '请对方用电话或书面另行告知公钥指纹，与下面所列核对一致后启用',
    suspended: '暂停期间不能取得令牌；恢复后继续使用',
  },
  rests: {
    ended: '已终止，不能恢复；需要的重新登记',
  },
  deadline: ({ until, state }) => ({ word: '有效期至', due: until, settled: state === 'ended' }),
  facts: ['from', 'until', 'scopes'],
  actions: [
    { command: 'activateDepartmentClient', in: ['registered'], isNext: true },
    { command: 'resumeDepartmentClient', in: ['suspended'], isNext: true },
    { command: 'addDepartmentClientKey', in: ['active', 'suspended'] },
    { command: 'suspendDepartmentClient', in: ['active'], danger: true },
    { command: 'endDepartmentClient', in: ['registered', 'active', 'suspended'], danger: true },
  ],
  more: (view) => <Keys client={view} />,
  related: [
    related({ ledger: tokenRequests, given: ({ id }: { id: string }) => ({ clientId: id as never }) }),
  ],
};

function Keys({ client: { id, organizationId, keys, version, state } }: { client: Client }) {
  const { may } = useRights();
  const mayRetire =
    keys.length > 1 && state !== 'ended' && may(callOf('retireDepartmentClientKey').permission);
  return (
    <Part title="公钥" aside={<span className="second">更换期间新旧两把同时有效；最后一把不能停用</span>}>
      <p className="second">
        代表 <Limit field="organizationId" id={organizationId} />
      </p>
      <PlainTable label="公钥" heads={['指纹', '种类', '算法', ...(mayRetire ? ['办理'] : [])]}>
        {keys.map(({ kid, kty, alg }) => (
          <tr key={kid}>
            <td className="thumbprint">{kid.match(/.{1,6}/g)?.join(' ')}</td>
            <td>{valueWord('kty', kty)}</td>
            <td>{valueWord('ClientAlgorithm', alg)}</td>
            {mayRetire && (
              <td>
                <CommandButton
                  command="retireDepartmentClientKey"
                  danger
                  given={{ clientId: id, kid }}
                  seen={version}
                  onDone={() => undefined}
                />
              </td>
            )}
          </tr>
        ))}
      </PlainTable>
    </Part>
  );
}
