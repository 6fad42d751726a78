/** The register of organizations: its ledger, the page of one organization, and the imports. */
import type { Ledger } from '../../kit/ledger.js';
import { related, type RecordSpec } from '../../kit/record.js';

export const register: Ledger<'listOrganizations'> = {
  query: 'listOrganizations',
  title: '登记册',
  says: '全部可以被巡察的党组织。覆盖率按它计算，所以新成立的要登记，撤并的要办撤销或并入。',
  columns: [
    { field: 'name', width: 180 },
    'code',
    { field: 'kind', title: '类别' },
    'parentId',
    'state',
    'headName',
    { field: 'headSince', spare: true },
    { field: 'category', title: '分类', spare: true },
    { field: 'villageType', spare: true },
    { field: 'divisionCode', spare: true },
    { field: 'registeredOn', spare: true },
    { field: 'endedOn', title: '结束日期', spare: true },
  ],
  filters: ['kind', 'parentId', 'code'],
  tabs: 'state',
  counts: 'countOrganizations',
  to: ({ id }) => `/register/${id}`,
  makes: ['registerOrganization'],
  empty: '没有符合的组织',
};

const below: Ledger<'listOrganizations'> = {
  query: 'listOrganizations',
  title: '下级组织',
  says: '',
  columns: [{ field: 'name', width: 180 }, 'code', { field: 'kind', title: '类别' }, 'state', 'headName'],
  to: ({ id }) => `/register/${id}`,
  empty: '没有下级组织',
};

const inspections: Ledger<'listInspections'> = {
  query: 'listInspections',
  title: '历次巡察',
  says: '',
  columns: ['designation', 'roundId', 'state', 'enteredOn', 'leftOn', 'fedBackOn'],
  to: ({ id }) => `/inspections/${id}`,
  empty: '还没有被巡察过',
};

const cases: Ledger<'listCases'> = {
  query: 'listCases',
  title: '整改',
  says: '',
  columns: [{ field: 'openedOn', title: '开始整改' }, 'state', 'planDueOn', 'reportsDueOn', 'overdue'],
  to: ({ id }) => `/cases/${id}`,
  empty: '没有整改',
};

export const organization: RecordSpec<'readOrganization'> = {
  query: 'readOrganization',
  id: 'organizationId',
  history: 'historyOfOrganization',
  ledger: ['登记册', '/register'],
  title: ({ name }) => name,
  facts: [
    'code',
    'kind',
    'category',
    'villageType',
    'divisionCode',
    'parentId',
    'headName',
    'headSince',
    'registeredOn',
    'endedOn',
    'mergedIntoId',
  ],
  actions: [
    {
      command: 'changeOrganization',
      in: ['active'],
      from: ({ name, kind, category, villageType, divisionCode, parentId }) => ({
        name,
        kind,
        category,
        villageType,
        divisionCode,
        parentId,
      }),
    },
    { command: 'changeHead', in: ['active'] },
    { command: 'mergeOrganization', in: ['active'] },
    { command: 'dissolveOrganization', in: ['active'], danger: true },
  ],
  related: [
    related({ ledger: inspections, given: ({ id }) => ({ organizationId: id }) }),
    related({ ledger: cases, given: ({ id }) => ({ organizationId: id }) }),
    related({ ledger: below, given: ({ id }) => ({ parentId: id }) }),
  ],
};

export const imports: Ledger<'listImports'> = {
  query: 'listImports',
  title: '历次导入',
  says: '',
  columns: [
    { field: 'importedOn', title: '登记日期' },
    { field: 'file', width: 220 },
    { field: 'rows', title: '文件行数' },
    { field: 'registered', title: '新登记' },
    { field: 'known', title: '此前已登记' },
  ],
  empty: '还没有导入过',
};
