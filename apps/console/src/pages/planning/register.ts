/** The register of organizations: its ledger. */
import type { Ledger } from '../../kit/ledger.js';

export const register: Ledger<'listOrganizations'> = {
  query: 'listOrganizations',
  title: '登记册',
  says: '全部可以被巡察的党组织。覆盖率按它计算，所以新成立的要登记，撤并的要办撤销或并入。',
  columns: [
    { field: 'name', width: 180 },
    'code',
    'kind',
    'parentId',
    'state',
    'headName',
    { field: 'headSince', spare: true },
    { field: 'category', spare: true },
    { field: 'villageType', spare: true },
    { field: 'divisionCode', spare: true },
    { field: 'registeredOn', spare: true },
    { field: 'endedOn', spare: true },
  ],
  filters: ['kind', 'parentId', 'top', 'code'],
  tabs: 'state',
  counts: 'countOrganizations',
  to: ({ id }) => `/register/${id}`,
  makes: ['registerOrganization'],
  empty: '没有符合的组织',
};
